import { unzipSync } from 'fflate';
import type { TextFormat } from './verify-file.js';

/** Whether a finished file has a picture in it; undefined where its format has none. */
export function holdsPicture(format: TextFormat, bytes: Uint8Array): boolean | undefined {
  if (format === 'html') return /<img\b[^>]*\bsrc="data:/.test(Buffer.from(bytes).toString('utf8'));
  if (format === 'pdf') return /\/Subtype\s*\/Image\b/.test(Buffer.from(bytes).toString('latin1'));
  if (format !== 'docx') return undefined;
  const names: string[] = [];
  unzipSync(bytes, {
    filter: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  return names.some((name) => name.startsWith('word/media/'));
}
