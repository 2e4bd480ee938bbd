import type { CheckFormat, Extraction } from './extraction.js';
import { Unreadable } from './unreadable.js';

const MAX_BYTES = 25 * 2 ** 20;

const EXTRACTORS: Record<CheckFormat, (bytes: Uint8Array) => Promise<Extraction>> = {
  pdf: async (bytes) => (await import('./extract-pdf.js')).extractPdf(bytes),
  docx: async (bytes) => (await import('./extract-docx.js')).extractDocx(bytes),
  html: async (bytes) => (await import('./extract-html.js')).extractHtml(bytes),
};

/**
 * What programs find in a finished file. `format` is what its name promises; the bytes decide. Throws Unreadable for what
 * cannot be checked: another format, a damaged or locked file, more than 25 MB.
 */
export async function extractFile(bytes: Uint8Array, format: CheckFormat): Promise<Extraction> {
  if (bytes.length > MAX_BYTES) {
    throw new Unreadable(
      'too-large',
      `the file has ${Math.round(bytes.length / 2 ** 20)} MB; more than ${MAX_BYTES / 2 ** 20} MB are not read`,
      'applicant systems stop at 2.5 MB: use smaller pictures',
    );
  }
  const actual = sniff(bytes);
  if (actual !== format) {
    throw new Unreadable(
      actual === 'locked' ? 'encrypted' : 'wrong-format',
      WHAT[actual] === undefined
        ? `the file is no ${NAMES[format]}`
        : `the file is ${WHAT[actual]}, no ${NAMES[format]}`,
      actual === 'locked'
        ? 'save it without a password, as .docx'
        : `save it as .${format}, or give it its own ending`,
    );
  }
  return EXTRACTORS[format](bytes);
}

const NAMES: Record<CheckFormat, string> = { pdf: 'PDF', docx: 'Word file', html: 'HTML page' };

type Actual = CheckFormat | 'locked' | 'empty' | 'unknown';
const WHAT: Partial<Record<Actual, string>> = {
  pdf: 'a PDF',
  docx: 'a Word file or another zip archive',
  html: 'text',
  // Word puts a locked .docx into the container of its old format.
  locked: 'locked with a password, or in the format of Word before 2007',
  empty: 'empty',
};

function sniff(bytes: Uint8Array): Actual {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (bytes.length === 0) return 'empty';
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK')) return 'docx';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'locked';
  return head.includes('\0') ? 'unknown' : 'html';
}
