import { inflateSync } from 'node:zlib';
import type { PDFObject } from '@cantoo/pdf-lib';

type PdfLib = typeof import('@cantoo/pdf-lib');

const MAX_BYTES = 50 * 2 ** 20;

/** The bytes of a stream, its filters undone; none for what is no stream, is damaged or unpacks to more than 50 MB. */
export function inflate(lib: PdfLib, stream: PDFObject | undefined): Uint8Array {
  if (!(stream instanceof lib.PDFRawStream)) return new Uint8Array();
  const { PDFName } = lib;
  const plain = stream.dict.get(PDFName.of('DecodeParms')) === undefined;
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  try {
    if (filter === undefined) return stream.contents;
    if (filter === PDFName.of('FlateDecode') && plain) {
      return inflateSync(stream.contents, { maxOutputLength: MAX_BYTES });
    }
    return lib.decodePDFRawStream(stream).decode();
  } catch {
    return new Uint8Array();
  }
}
