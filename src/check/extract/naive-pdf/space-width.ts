import type { PDFArray, PDFDict } from '@cantoo/pdf-lib';

// In: a font dictionary and its map. Out: how wide its space is, in thousandths of an em; undefined where it does not say. Why: it
// is the one width that simple readers look up.

type PdfLib = typeof import('@cantoo/pdf-lib');

export function spaceWidth(lib: PdfLib, font: PDFDict, map: ReadonlyMap<number, string>): number | undefined {
  const { PDFArray, PDFDict, PDFName } = lib;
  const [space = 32] = [...map].find(([, text]) => text === ' ') ?? [];
  const descendants = font.lookup(PDFName.of('DescendantFonts'));
  const descendant = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  if (descendant instanceof PDFDict) {
    const widths = descendant.lookup(PDFName.of('W'));
    const own = widths instanceof PDFArray ? inComposite(lib, widths, space) : undefined;
    // Half of what any letter has is the guess of readers that find nothing. Chromium says 0 there, so that to them every
    // step in a font without a space is a space.
    return own ?? numberAt(lib, descendant, 'DW', 1000) / 2;
  }
  const widths = font.lookup(PDFName.of('Widths'));
  const at = space - numberAt(lib, font, 'FirstChar', 0);
  return widths instanceof PDFArray && at >= 0 && at < widths.size()
    ? item(lib, widths, at) || undefined
    : undefined;
}

/** `first [w w w]` and `first last w`, in turn (ISO 32000-1, 9.7.4.3). */
function inComposite(lib: PdfLib, widths: PDFArray, code: number): number | undefined {
  for (let at = 0; at + 1 < widths.size(); ) {
    const first = item(lib, widths, at);
    const list = widths.lookup(at + 1);
    if (list instanceof lib.PDFArray) {
      if (code >= first && code < first + list.size()) return item(lib, list, code - first);
      at += 2;
    } else {
      if (at + 2 < widths.size() && code >= first && code <= item(lib, widths, at + 1)) {
        return item(lib, widths, at + 2);
      }
      at += 3;
    }
  }
  return undefined;
}

function item({ PDFNumber }: PdfLib, array: PDFArray, at: number): number {
  const value = array.lookup(at);
  return value instanceof PDFNumber ? value.asNumber() : 0;
}

function numberAt({ PDFName, PDFNumber }: PdfLib, font: PDFDict, key: string, otherwise: number): number {
  const value = font.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : otherwise;
}
