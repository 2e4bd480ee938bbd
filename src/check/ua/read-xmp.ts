import type { PDFDocument } from '@cantoo/pdf-lib';
import sax from 'sax';
import { inflate } from '../extract/naive-pdf/inflate.js';

// In: a PDF. Out: what of its XMP (ISO 16684-1) PDF/UA asks for.

type PdfLib = typeof import('@cantoo/pdf-lib');

export interface Xmp {
  title: string | undefined;
  /** The part of PDF/UA it claims to follow, and the prefix it writes that with; the standard fixes both. */
  claim: { part: string; prefix: string } | undefined;
}

const DC = 'http://purl.org/dc/elements/1.1/';
const PDFUA = 'http://www.aiim.org/pdfua/ns/id/';

/** Undefined where there is none, or none that can be read. */
export function readXmp(lib: PdfLib, document: PDFDocument): Xmp | undefined {
  const stream = document.catalog.lookup(lib.PDFName.of('Metadata'));
  if (!(stream instanceof lib.PDFStream)) return undefined;
  const bytes = stream instanceof lib.PDFRawStream ? inflate(lib, stream) : stream.getContents();
  const xmp: Xmp = { title: undefined, claim: undefined };
  const open: { uri: string; local: string; prefix: string }[] = [];
  const parser = sax.parser(true, { xmlns: true });
  parser.onopentag = (tag) => {
    if (!('ns' in tag)) return;
    open.push(tag);
    for (const { uri, local, prefix, value } of Object.values(tag.attributes)) {
      if (uri === PDFUA && local === 'part') xmp.claim = { part: value, prefix };
    }
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = (text) => {
    const last = open.at(-1);
    if (text.trim() === '') return;
    if (open.some(({ uri, local }) => uri === DC && local === 'title')) xmp.title ??= text.trim();
    if (last?.uri === PDFUA && last.local === 'part') xmp.claim = { part: text.trim(), prefix: last.prefix };
  };
  try {
    parser
      .write(
        Buffer.from(bytes)
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      )
      .close();
  } catch {
    return undefined;
  }
  return xmp;
}
