import { inflateSync } from 'node:zlib';
import type { PDFRawStream } from '@cantoo/pdf-lib';

type PdfLib = typeof import('@cantoo/pdf-lib');

/** A stream's content as text, one character a byte. Chromium packs with deflate alone, which Node unpacks fastest. */
export function decodeStream({ PDFName, decodePDFRawStream }: PdfLib, stream: PDFRawStream): string {
  const { dict, contents } = stream;
  const isPlain = dict.get(PDFName.of('DecodeParms')) === undefined;
  const filter = dict.get(PDFName.of('Filter'));
  const bytes =
    filter === undefined
      ? contents
      : isPlain && filter === PDFName.FlateDecode
        ? inflateSync(contents)
        : decodePDFRawStream(stream).decode();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
