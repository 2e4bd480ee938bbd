import type { PDFDict, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { type NaiveFont, readFont } from './fonts.js';
import { IDENTITY, matrixOf } from './geometry.js';
import { inflate } from './inflate.js';
import { type Form, interpret, type Resources, type Shown } from './interpret.js';

// In: a PDF, opened by pdf-lib. Out: what each page shows, as a simple reader of content streams finds it.

type PdfLib = typeof import('@cantoo/pdf-lib');

export function readNaively(lib: PdfLib, document: PDFDocument, maxPages: number): Shown[][] {
  const fonts = new Map<PDFDict, NaiveFont>();
  return document
    .getPages()
    .slice(0, maxPages)
    .map((page) => {
      const resources = page.node.Resources();
      return interpret(contentOf(lib, page), resourcesOf(lib, resources, fonts));
    });
}

function contentOf(lib: PdfLib, page: PDFPage): Uint8Array {
  const contents = page.node.Contents();
  const streams = contents instanceof lib.PDFArray ? contents.asArray() : contents ? [contents] : [];
  // Streams divide between tokens, so a space belongs between them.
  return Buffer.concat(
    streams.flatMap((stream) => [inflate(lib, page.doc.context.lookup(stream)), Buffer.from(' ')]),
  );
}

function resourcesOf(
  lib: PdfLib,
  dictionary: PDFDict | undefined,
  fonts: Map<PDFDict, NaiveFont>,
): Resources {
  const { PDFName, PDFDict } = lib;
  const find = (kind: string, name: string) => {
    const list = dictionary?.lookup(PDFName.of(kind));
    return list instanceof PDFDict ? list.lookup(PDFName.of(name)) : undefined;
  };
  return {
    font(name) {
      const font = find('Font', name);
      if (!(font instanceof PDFDict)) return undefined;
      const known = fonts.get(font) ?? readFont(lib, font, (stream) => inflate(lib, stream));
      fonts.set(font, known);
      return known;
    },
    object(name) {
      const stream = find('XObject', name);
      if (!(stream instanceof lib.PDFStream)) return undefined;
      const kind = stream.dict.lookup(PDFName.of('Subtype'));
      if (kind === PDFName.of('Image')) return 'picture';
      return kind === PDFName.of('Form') ? formOf(lib, stream, dictionary, fonts) : undefined;
    },
  };
}

/** A form without resources of its own uses the page's. */
function formOf(
  lib: PdfLib,
  stream: InstanceType<PdfLib['PDFStream']>,
  inherited: PDFDict | undefined,
  fonts: Map<PDFDict, NaiveFont>,
): Form {
  const own = stream.dict.lookup(lib.PDFName.of('Resources'));
  const matrix = stream.dict.lookup(lib.PDFName.of('Matrix'));
  return {
    content: inflate(lib, stream),
    matrix:
      matrix instanceof lib.PDFArray
        ? matrixOf(matrix.asArray().map((entry) => (entry instanceof lib.PDFNumber ? entry.asNumber() : 0)))
        : IDENTITY,
    resources: resourcesOf(lib, own instanceof lib.PDFDict ? own : inherited, fonts),
  };
}
