import { extname } from 'node:path';
import { countPages } from '../fit/count-pages.js';

// What a run says of its files beyond their paths, in the summary lines and in `--report json`.

/** One résumé with one theme, as a run leaves it. */
export interface FinishedDocument {
  file: string;
  theme: string;
  /** Its files were already what they should be. */
  unchanged: boolean;
  /** What making it took, in whole milliseconds, its turn in the browser waited for. */
  ms: number;
  /** Those that are there now. */
  files: FinishedFile[];
}

export interface FinishedFile {
  path: string;
  format: string;
  bytes: number;
  /** Of a PDF; a picture is always of one. The other formats have none before somebody prints them. */
  pages?: number;
}

export function describeFile(path: string, bytes: Uint8Array): FinishedFile {
  const format = extname(path).slice(1);
  const pages = format === 'pdf' ? countPages(bytes) : format === 'png' ? 1 : undefined;
  return { path, format, bytes: bytes.length, ...(pages !== undefined && { pages }) };
}
