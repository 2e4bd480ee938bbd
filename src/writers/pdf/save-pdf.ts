import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { packStream } from './pack-stream.js';

// The library's document → a PDF's bytes (ISO 32000-1, 7.5), packed, and else byte for byte as the library writes them. It
// goes through everything twice, first to know how long it is; here it is put together once.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** Header and cross-reference table stay as old and as plain as Chromium's, which every reader opens. */
export async function savePdf(lib: PdfLib, document: PDFDocument): Promise<Uint8Array> {
  const { PDFArray, PDFCrossRefSection, PDFDict, PDFRawStream, PDFTrailer, PDFTrailerDict } = lib;
  const { context } = document;
  // What was attached becomes objects only now.
  await document.flush();
  const table = PDFCrossRefSection.create();
  const parts: (string | Uint8Array)[] = [];
  let written = 0;
  /** What comes behind them, one character a byte. */
  let text = `${context.header}\n\n`;
  const add = (bytes: Uint8Array) => {
    parts.push(text, bytes);
    written += text.length + bytes.length;
    text = '';
  };
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (isReadAlready(lib, object)) continue;
    packStream(lib, object);
    table.addEntry(ref, written + text.length);
    text += `${ref.objectNumber} ${ref.generationNumber} obj\n`;
    if (object instanceof PDFDict || object instanceof PDFArray) text += object;
    else if (object instanceof PDFRawStream) {
      object.updateDict();
      text += `${object.dict}\nstream\n`;
      add(object.getContents());
      text = '\nendstream';
    } else add(bytesOf(object));
    text += '\nendobj\n\n';
  }
  const { Root, Info, ID } = context.trailerInfo;
  const trailer = context.obj({ Size: context.largestObjectNumber + 1, Root, Info, ID });
  const start = PDFTrailer.forLastCrossRefSectionOffset(written + text.length);
  parts.push(`${text}${table}\n${PDFTrailerDict.of(trailer)}\n\n${start}`);
  return joined(parts);
}

/** What held other objects, or the table of them, in files that are packed as a whole: they stand by themselves now. */
function isReadAlready({ PDFName, PDFRawStream }: PdfLib, object: PDFObject): boolean {
  if (!(object instanceof PDFRawStream)) return false;
  const type = object.dict.get(PDFName.Type);
  return type === PDFName.of('ObjStm') || type === PDFName.of('XRef');
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

function joined(parts: readonly (string | Uint8Array)[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  const file = Buffer.from(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    if (typeof part === 'string') file.write(part, at, 'latin1');
    else bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
