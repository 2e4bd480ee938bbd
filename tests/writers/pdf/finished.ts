import { finishPdf } from '../../../src/writers/pdf/finish-pdf.js';

/** The bytes that finishing a PDF comes to. */
export const finished = async (...given: Parameters<typeof finishPdf>): Promise<Uint8Array> =>
  (await finishPdf(...given)).bytes;
