import type { PDFDict } from '@cantoo/pdf-lib';
import type { Widths } from './join-glyphs.js';

// In: the dictionary of a font whose codes are two bytes (a CIDFont). Out: how wide each glyph is, in thousandths.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** ISO 32000-1, 9.7.4.3: a code and the widths from there on, or two codes and the width of all between them. */
export function readWidths({ PDFArray, PDFName, PDFNumber }: PdfLib, font: PDFDict): Widths {
  const widths = new Map<number, number>();
  const list = font.lookupMaybe(PDFName.of('W'), PDFArray);
  const numberAt = (array: typeof list, index: number) =>
    array?.lookupMaybe(index, PDFNumber)?.asNumber() ?? 0;
  for (let at = 0; at + 1 < (list?.size() ?? 0); ) {
    const first = numberAt(list, at);
    const next = list?.lookup(at + 1);
    if (next instanceof PDFArray) {
      for (let index = 0; index < next.size(); index += 1) widths.set(first + index, numberAt(next, index));
      at += 2;
    } else {
      for (let code = first; code <= numberAt(list, at + 1); code += 1)
        widths.set(code, numberAt(list, at + 2));
      at += 3;
    }
  }
  const usual = font.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000;
  // Every glyph of a document is looked up.
  const table = new Float64Array(Math.max(-1, ...widths.keys()) + 1).fill(usual);
  for (const [code, width] of widths) table[code] = width;
  return (code) => table[code] ?? usual;
}
