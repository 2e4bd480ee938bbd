import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { type Blank, blankGlyph } from './blank-glyph.js';
import { mapCMap } from './cmap.js';
import { decodeStream } from './decode-stream.js';
import { readWidths } from './read-widths.js';
import { utf16 } from './utf16.js';

// A font of a PDF → new codes for its glyphs, each with a text of its own. Why: the font's table (ToUnicode) has one text
// a code, and a glyph may be part of many clusters. Codes beyond the last glyph are free; a map says which glyph each
// of them paints (CIDToGIDMap, ISO 32000-1, 9.7.4.2).

type PdfLib = typeof import('@cantoo/pdf-lib');

export interface OwnCodes {
  /** What the font's table says; empty for a glyph it has no letter for. */
  textOf(code: number): string;
  isWide(code: number): boolean;
  /** Whether a cluster's new codes find place: in few fonts all two-byte codes are taken. */
  hasRoom(): boolean;
  /** A code for the same glyph with this text. */
  codeFor(code: number, text: string): number;
  /** A code that paints nothing, with this text. */
  blankFor(text: string): number;
  /** Puts the new codes into the document, if there are any. */
  write(): void;
}

/** Undefined for fonts of another kind than Chromium makes of ours. */
export function ownCodes(lib: PdfLib, document: PDFDocument, font: PDFDict): OwnCodes | undefined {
  const { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef } = lib;
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
  const file = descendant
    ?.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
    ?.lookup(PDFName.of('FontFile2'));
  const ref = font.get(PDFName.of('ToUnicode'));
  const table = font.lookup(PDFName.of('ToUnicode'));
  const widths = descendant?.lookup(PDFName.of('W'));
  if (!descendant || !(file instanceof PDFRawStream) || !(widths instanceof PDFArray)) return undefined;
  if (!(ref instanceof PDFRef) || !(table instanceof PDFRawStream)) return undefined;
  if (descendant.lookup(PDFName.of('CIDToGIDMap')) !== PDFName.of('Identity')) return undefined;

  const cmap = decodeStream(lib, table);
  const texts = textsIn(cmap);
  const widthOf = readWidths(lib, descendant);
  /** Looked for when it is needed: most fonts of most documents need no new codes. */
  let found: { room: Blank | undefined } | undefined;
  const room = (): Blank => {
    found ??= { room: blankGlyph(Buffer.from(decodeStream(lib, file), 'latin1')) };
    return found.room ?? { count: LAST_CODE, blank: 0 };
  };
  /** For each new code, in order, the glyph and the text. */
  const added: { glyph: number; text: string }[] = [];
  const known = new Map<string, number>();
  const widthOfAdded = ({ glyph, text }: { glyph: number; text: string }): number =>
    glyph !== room().blank ? widthOf(glyph) : text === ' ' ? SPACE : 0;
  const add = (glyph: number, text: string): number => {
    const key = `${glyph} ${text}`;
    const code = known.get(key) ?? room().count + added.push({ glyph, text }) - 1;
    known.set(key, code);
    return code;
  };
  return {
    textOf: (code) => texts.get(code) ?? '',
    isWide: (code) => widthOf(code) > 0,
    hasRoom: () => room().count + added.length < LAST_CODE - 100,
    codeFor: (code, text) => (texts.get(code) === text ? code : add(code, text)),
    blankFor: (text) => add(room().blank, text),
    write() {
      if (added.length === 0) return;
      const { count, blank } = room();
      const isSpaced = [...texts.values()].includes(' ');
      if (!isSpaced) added.push({ glyph: blank, text: ' ' });
      const glyphs = Array.from({ length: count }, (_, glyph) => glyph);
      const map = Buffer.alloc(2 * (count + added.length));
      for (const [code, glyph] of [...glyphs, ...added.map(({ glyph }) => glyph)].entries())
        map.writeUInt16BE(glyph, 2 * code);
      const context = document.context;
      descendant.set(PDFName.of('CIDToGIDMap'), context.register(context.flateStream(map)));
      widths.push(context.obj(count));
      widths.push(context.obj(added.map(widthOfAdded)));
      context.assign(ref, context.stream(cmap.replace('endcmap', `${entries(count, added)}endcmap`)));
    },
  };
}

/**
 * How wide a space is, in thousandths, where the spaces between the words are another font's: readers look it up to tell
 * moves between words from those that put marks on letters, and take what is missing for nothing. It is never painted.
 */
const SPACE = 250;

const LAST_CODE = 0xffff;

/** U+0000 is how Chromium says that it knows no letter. */
function textsIn(cmap: string): Map<number, string> {
  const texts = new Map<number, string>();
  mapCMap(cmap, (code, hex) => {
    const text = hex.length % 4 === 0 ? Buffer.from(hex, 'hex').swap16().toString('utf16le') : '';
    if (text !== '\0') texts.set(Number.parseInt(code, 16), text);
    return hex;
  });
  return texts;
}

/** A block may have a hundred. */
function entries(first: number, added: readonly { text: string }[]): string {
  const lines = added.map(({ text }, at) => `<${hexOf(first + at)}> <${utf16(text)}>\n`);
  return Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => {
    const block = lines.slice(at * 100, at * 100 + 100);
    return `${block.length} beginbfchar\n${block.join('')}endbfchar\n`;
  }).join('');
}

export const hexOf = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
