import type { PDFDict, PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { expect, readDict, readObject, readWord, refOf, type Source, skipSpace } from './read-object.js';

// A PDF's bytes → the library's document. Chromium writes one object after the other and a plain table behind them
// (ISO 32000-1, 7.5), which is quickly read; the library, which reads any file, takes several times as long.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** Whatever is not as Chromium writes it is left to the library; throws its errors. */
export async function loadPdf(lib: PdfLib, bytes: Uint8Array): Promise<PDFDocument> {
  try {
    return await readPlainFile(lib, bytes);
  } catch {
    // In one go: by itself it gives way to others after every hundred objects.
    const options = { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY };
    return lib.PDFDocument.load(bytes, options);
  }
}

async function readPlainFile(lib: PdfLib, bytes: Uint8Array): Promise<PDFDocument> {
  const document = await lib.PDFDocument.create({ updateMetadata: false });
  const { catalog, context } = document;
  // A new document has a catalog and no pages: the file's own take their place.
  for (const [ref] of context.enumerateIndirectObjects()) context.delete(ref);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const source: Source = { lib, context, text, at: 0, names: new Map(), numbers: new Map(), refs: [] };
  readHeader(source);
  for (skipSpace(source); !text.startsWith('xref', source.at); skipSpace(source)) {
    readIndirectObject(source, bytes);
  }
  const { Root, Info } = readTrailer(source);
  if (!(Root instanceof lib.PDFRef)) throw new Error('No catalog.');
  for (const key of catalog.keys()) catalog.delete(key);
  for (const [key, value] of context.lookup(Root, lib.PDFDict).entries()) catalog.set(key, value);
  context.assign(Root, catalog);
  context.trailerInfo = { Root, ...(Info && { Info }) };
  return document;
}

function readHeader(source: Source): void {
  const [all = '', major, minor] = /^%PDF-(\d)\.(\d)\n%[\x80-\xff]+\n/.exec(source.text.slice(0, 20)) ?? [];
  if (all === '') throw new Error('No header.');
  source.context.header = source.lib.PDFHeader.forVersion(Number(major), Number(minor));
  source.at = all.length;
}

function readIndirectObject(source: Source, bytes: Uint8Array): void {
  const ref = refOf(source, Number(readWord(source)));
  expect(source, ' 0 obj');
  skipSpace(source);
  const object = readObject(source);
  skipSpace(source);
  const isStream = object instanceof source.lib.PDFDict && source.text.startsWith('stream', source.at);
  source.context.assign(ref, isStream ? readStream(source, object, bytes) : object);
  expect(source, 'endobj');
}

function readStream(source: Source, dict: PDFDict, bytes: Uint8Array): PDFObject {
  const { PDFName, PDFNumber, PDFRawStream } = source.lib;
  expect(source, 'stream\n');
  const start = source.at;
  source.at += dict.lookup(PDFName.Length, PDFNumber).asNumber();
  const contents = new Uint8Array(bytes.buffer, bytes.byteOffset + start, source.at - start);
  skipSpace(source);
  expect(source, 'endstream');
  skipSpace(source);
  return PDFRawStream.of(dict, contents);
}

/** The table of where each object begins is not needed; a file that was added to has a second one. */
function readTrailer(source: Source): { Root: PDFObject | undefined; Info: PDFObject | undefined } {
  const { PDFName } = source.lib;
  source.at = source.text.indexOf('trailer', source.at);
  expect(source, 'trailer');
  skipSpace(source);
  const trailer = readDict(source);
  if (!/^\s*startxref\s+\d+\s+%%EOF\s*$/.test(source.text.slice(source.at)))
    throw new Error('A file goes on.');
  if (trailer.has(PDFName.of('Encrypt')) || trailer.has(PDFName.of('Prev')))
    throw new Error('No plain file.');
  return { Root: trailer.get(PDFName.of('Root')), Info: trailer.get(PDFName.of('Info')) };
}
