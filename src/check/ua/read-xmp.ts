import type { PDFDocument } from '@cantoo/pdf-lib';
import sax from 'sax';
import { inflate } from '../extract/naive-pdf/inflate.js';

// In: a PDF. Out: what of its XMP (ISO 16684-1) PDF/UA asks for.

type PdfLib = typeof import('@cantoo/pdf-lib');

export interface Xmp {
  title: string | undefined;
  /** The part of PDF/UA it claims to follow, as written; the standard fixes it, and the prefix for it and what goes with it. */
  part: string | undefined;
  /** By local name, such as `part` or `amd`. */
  prefixes: ReadonlyMap<string, string>;
}

const DC = 'http://purl.org/dc/elements/1.1/';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const PDFUA = 'http://www.aiim.org/pdfua/ns/id/';

/** Undefined where there is none, or none that can be read. */
export function readXmp(lib: PdfLib, document: PDFDocument): Xmp | undefined {
  const stream = document.catalog.lookup(lib.PDFName.of('Metadata'));
  if (!(stream instanceof lib.PDFStream)) return undefined;
  const bytes = stream instanceof lib.PDFRawStream ? inflate(lib, stream) : stream.getContents();
  const prefixes = new Map<string, string>();
  const xmp: Xmp = { title: undefined, part: undefined, prefixes };
  const open: { uri: string; local: string; prefix: string }[] = [];
  const parser = sax.parser(true, { xmlns: true });
  parser.onopentag = (tag) => {
    if (!('ns' in tag)) return;
    open.push(tag);
    for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
      if (uri === PDFUA) prefixes.set(local, prefix);
      if (uri === PDFUA && local === 'part') xmp.part = value;
    }
    if (tag.uri === PDFUA) prefixes.set(tag.local, tag.prefix);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = (text) => {
    const last = open.at(-1);
    if (text.trim() === '') return;
    // One of several languages (ISO 16684-1, 8.2.2.4), never bare.
    const isAlternative = last?.uri === RDF && last.local === 'li';
    if (isAlternative && open.some(({ uri, local }) => uri === DC && local === 'title')) {
      xmp.title ??= text.trim();
    }
    if (last?.uri === PDFUA && last.local === 'part') xmp.part = text;
  };
  try {
    parser.write(textOf(bytes)).close();
  } catch {
    return undefined;
  }
  return xmp;
}

/** UTF-8, or what its first bytes say. */
function textOf(bytes: Uint8Array): string {
  const marks = { 'utf-16be': [0xfe, 0xff], 'utf-16le': [0xff, 0xfe] };
  const known = Object.entries(marks).find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  return new TextDecoder(known?.[0] ?? 'utf-8').decode(bytes);
}
