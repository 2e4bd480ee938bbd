import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import type { PdfFacts } from './extraction.js';
import { isMapped } from './naive-pdf/fonts.js';

type PdfLib = typeof import('@cantoo/pdf-lib');

/** Every font of the file: whether it is embedded, and whether its codes can be turned into characters. */
export function readFonts(lib: PdfLib, document: PDFDocument): PdfFacts['fonts'] {
  const { PDFDict, PDFName } = lib;
  const fonts: PdfFacts['fonts'] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue;
    const kind = object.lookup(PDFName.of('Subtype'));
    // The descendant of a composite font is told of with its parent.
    if (kind === PDFName.of('CIDFontType0') || kind === PDFName.of('CIDFontType2')) continue;
    const name = object.lookup(PDFName.of('BaseFont'));
    fonts.push({
      name: name instanceof PDFName ? name.decodeText().replace(/^[A-Z]{6}\+/, '') : 'without a name',
      embedded: kind === PDFName.of('Type3') || isEmbedded(lib, object),
      mapped: isMapped(lib, object),
    });
  }
  return fonts;
}

function isEmbedded({ PDFArray, PDFDict, PDFName }: PdfLib, font: PDFDict): boolean {
  const descendants = font.lookup(PDFName.of('DescendantFonts'));
  const own = descendants instanceof PDFArray ? descendants.lookup(0) : font;
  const descriptor = own instanceof PDFDict ? own.lookup(PDFName.of('FontDescriptor')) : undefined;
  return (
    descriptor instanceof PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.get(PDFName.of(key)) !== undefined)
  );
}
