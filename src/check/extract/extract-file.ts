import type { CheckFormat, Extraction } from './extraction.js';
import { type Actual, sniffFile } from './sniff-file.js';
import { Unreadable } from './unreadable.js';

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
  const actual = sniffFile(bytes);
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

const WHAT: Partial<Record<Actual, string>> = {
  pdf: 'a PDF',
  docx: 'a Word file or another zip archive',
  html: 'text',
  // Word puts a locked .docx into the container of its old format.
  locked: 'locked with a password, or in the format of Word before 2007',
  empty: 'empty',
};
