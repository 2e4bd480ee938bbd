import { counted } from '../source/counted.js';
import { printable } from '../source/frame.js';
import type { FinishedDocument, FinishedFile } from './finished-document.js';

/**
 * What became of a document, on one line: `cv.yaml  pdf 2 pages 84 KB · html 61 KB · docx 24 KB  0.4 s`. `name` is the
 * résumé's, with the theme's where there are several. A kilobyte is a thousand bytes, as in most file managers.
 */
export function summaryLine(name: string, { files, ms, unchanged }: FinishedDocument): string {
  const formats = [...new Set(files.map(({ format }) => format))].map((format) =>
    describeFormat(
      format,
      files.filter((file) => file.format === format),
    ),
  );
  const made = formats.length > 0 ? formats.join(' · ') : 'nothing written';
  return [printable(name), made, unchanged ? 'unchanged' : `${(ms / 1000).toFixed(1)} s`].join('  ');
}

/** Pictures are a file a page. */
function describeFormat(format: string, files: readonly FinishedFile[]): string {
  const sum = (of: (file: FinishedFile) => number) => files.reduce((total, file) => total + of(file), 0);
  const pages = sum((file) => file.pages ?? 0);
  const length = pages > 0 ? `${counted(pages, 'page')} ` : '';
  return `${format} ${length}${describeSize(sum((file) => file.bytes))}`;
}

function describeSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 999_500 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
