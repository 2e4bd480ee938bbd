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
  const { pdfjs } = await import('../pdfjs.js');
  const task = pdfjs.getDocument({
    // A copy, for pdf.js takes the array it is given away from its owner.
    data: Uint8Array.from(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  try {
    return await task.promise.then(read).catch(refuse);
  } finally {
    await task.destroy();
  }
}

function refuse(error: Error): never {
  if (error instanceof Unreadable) throw error;
  if (error.name === 'PasswordException') {
    throw new Unreadable('encrypted', 'the PDF is locked with a password', 'save it without a password');
  }
  throw new Unreadable('damaged', `the PDF cannot be read: ${error.message}`, 'export it again');
}
