import type { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';
import { mapCMap } from './cmap.js';
import { decodeStream } from './decode-stream.js';

// In: a PDF's tables from glyphs to text (ISO 32000-1, 9.10.3). Out: the same, with Arabic letters in place of their
// four shapes. Why: a font that also lists the shapes as characters of their own (U+FE70 …) makes Chromium write those,
// and a search for a word then finds nothing in readers that take them as they are.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** Ligatures of two letters stay, for readers that turn lines round would turn the pair round too. */
const SHAPE = /^F(?:B[5-9A-F]|[CD][0-9A-F]|E[7-9A-F])[0-9A-F]$/;

export function writePlainLetters(lib: PdfLib, document: PDFDocument): void {
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof lib.PDFRawStream) || object.getContentsSize() > 500_000) continue;
    const text = cmapOf(lib, object);
    const plain = text && plainCMap(text);
    if (plain && plain !== text) document.context.assign(ref, document.context.stream(plain));
  }
}

function cmapOf(lib: PdfLib, stream: PDFRawStream): string | undefined {
  // Neither fonts nor pictures nor pages: tables have no entries but their length and filter.
  const keys = stream.dict.keys().map(String);
  if (keys.some((key) => key !== '/Filter' && key !== '/Length')) return undefined;
  const text = decodeStream(lib, stream);
  return text.includes('begincmap') ? text : undefined;
}

/** A CMap with every shape of an Arabic letter replaced by the letter; the same text where there is none. */
export const plainCMap = (cmap: string): string =>
  NEAR_SHAPES.test(cmap) ? mapCMap(cmap, (_, text) => letterOf(text)) : cmap;

/** Where a shape stands, or a range begins that leads to one; in most tables there is none. */
const NEAR_SHAPES = /<F[A-E][\dA-F]{2}>/i;

function letterOf(hex: string): string {
  const code = hex.toUpperCase();
  if (!SHAPE.test(code)) return hex;
  const letter = String.fromCharCode(Number.parseInt(code, 16)).normalize('NFKC');
  return letter.length === 1 ? letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') : hex;
}
