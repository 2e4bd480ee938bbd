import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { guardPdf } from './guard-pdf.js';
import { Unreadable } from './unreadable.js';

/**
 * What `read` finds in a PDF of unknown origin, opened by pdf.js. Throws Unreadable for a damaged or locked file and for one
 * that unpacks beyond all measure.
 */
export async function openPdf<T>(
  bytes: Uint8Array,
  read: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  guardPdf(bytes);
  const { withPdf } = await import('../pdfjs.js');
  return withPdf(bytes, read).catch(refuse);
}

function refuse(error: Error): never {
  if (error instanceof Unreadable) throw error;
  if (error.name === 'PasswordException') {
    throw new Unreadable('encrypted', 'the PDF is locked with a password', 'save it without a password');
  }
  throw new Unreadable('damaged', `the PDF cannot be read: ${error.message}`, 'export it again');
}
