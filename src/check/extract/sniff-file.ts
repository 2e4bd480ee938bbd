import type { CheckFormat } from './extraction.js';
import { Unreadable } from './unreadable.js';

const MAX_BYTES = 25 * 2 ** 20;

/** `html` is any text. */
export type Actual = CheckFormat | 'locked' | 'empty' | 'unknown';

/** What a finished file is by its bytes, whatever its name says. Throws Unreadable for more than 25 MB. */
export function sniffFile(bytes: Uint8Array): Actual {
  if (bytes.length > MAX_BYTES) {
    throw new Unreadable(
      'too-large',
      `the file has ${Math.round(bytes.length / 2 ** 20)} MB; more than ${MAX_BYTES / 2 ** 20} MB are not read`,
      'applicant systems stop at 2.5 MB: use smaller pictures',
    );
  }
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (bytes.length === 0) return 'empty';
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK')) return 'docx';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'locked';
  return head.includes('\0') ? 'unknown' : 'html';
}
