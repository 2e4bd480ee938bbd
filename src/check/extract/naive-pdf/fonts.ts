import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { spaceWidth } from './space-width.js';

// In: the font dictionaries of a page. Out: how the codes in a text string become characters, as a simple reader does it:
// by the ToUnicode map, else as Latin letters. Why: what this map says is what an applicant system stores.

export interface NaiveFont {
  /** Bytes in a code: 2 for composite fonts. */
  width: 1 | 2;
  map: ReadonlyMap<number, string>;
  /** In ems. Readers like this one know no other width. */
  space: number;
}

type PdfLib = typeof import('@cantoo/pdf-lib');
type Inflate = (stream: PDFObject) => Uint8Array;

const MAX_CODES = 70_000;
/** What the fonts that every printer has say of a space, in thousandths of an em. */
const USUAL_SPACE = 250;

export function readFont(lib: PdfLib, font: PDFDict, inflate: Inflate): NaiveFont {
  const { PDFName } = lib;
  const composite = font.lookup(PDFName.of('Subtype')) === PDFName.of('Type0');
  const stream = font.lookup(PDFName.of('ToUnicode'));
  const map = stream === undefined ? new Map<number, string>() : readToUnicode(inflate(stream));
  return {
    width: composite ? 2 : 1,
    map: map.size > 0 || composite ? map : latin(),
    space: (spaceWidth(lib, font, map) ?? USUAL_SPACE) / 1000,
  };
}

/** Of the flags of a font: its codes are no letters of the Latin alphabet (ISO 32000-1, 9.8.2). */
const SYMBOLIC = 4;

/** Whether a reader can know what the codes of the font mean: from a map, or because they are those of the alphabet. */
export function isMapped({ PDFDict, PDFName, PDFNumber }: PdfLib, font: PDFDict): boolean {
  if (font.get(PDFName.of('ToUnicode'))) return true;
  const kind = font.lookup(PDFName.of('Subtype'));
  if (kind === PDFName.of('Type0') || kind === PDFName.of('Type3')) return false;
  if (font.lookup(PDFName.of('Encoding')) !== undefined) return true;
  const descriptor = font.lookup(PDFName.of('FontDescriptor'));
  const flags = descriptor instanceof PDFDict ? descriptor.lookup(PDFName.of('Flags')) : undefined;
  const symbolic = flags instanceof PDFNumber && (flags.asNumber() & SYMBOLIC) !== 0;
  return !symbolic && !/Symbol|Dingbats/.test(String(font.lookup(PDFName.of('BaseFont'))));
}

/** Codes without a map in the font: what an old reader shows, code for code. */
export function decode(font: NaiveFont, bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += font.width) {
    const value = font.width === 2 ? ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
    text += font.map.get(value) ?? '\ufffd';
  }
  return text;
}

function latin(): Map<number, string> {
  const decoder = new TextDecoder('windows-1252');
  return new Map(Array.from({ length: 256 }, (_, value) => [value, decoder.decode(Uint8Array.of(value))]));
}

/** A CMap's `bfchar` and `bfrange` lists (ISO 32000-1, 9.10.3). */
export function readToUnicode(bytes: Uint8Array): Map<number, string> {
  const map = new Map<number, string>();
  const source = Buffer.from(bytes).toString('latin1');
  const put = (at: number, text: string) => {
    if (map.size < MAX_CODES) map.set(at, text);
  };
  for (const body of blocks(source, 'bfchar')) {
    for (const [, from = '', to = ''] of body.matchAll(/<([\da-f\s]*)>\s*<([\da-f\s]*)>/gi)) {
      put(Number.parseInt(from, 16), utf16(to));
    }
  }
  for (const body of blocks(source, 'bfrange')) {
    for (const [, from = '', to = '', list, start = ''] of body.matchAll(
      /<([\da-f\s]*)>\s*<([\da-f\s]*)>\s*(?:\[([<>\da-f\s]*)\]|<([\da-f\s]*)>)/gi,
    )) {
      const low = Number.parseInt(from, 16);
      const size = Math.min(Number.parseInt(to, 16) - low + 1, MAX_CODES);
      const texts =
        list === undefined ? [] : Array.from(list.matchAll(/<([\da-f\s]*)>/gi), ([, hex = '']) => hex);
      const first = utf16(start);
      for (let i = 0; i < size; i += 1)
        put(low + i, list === undefined ? next(first, i) : utf16(texts[i] ?? ''));
    }
  }
  return map;
}

/** What stands between `begin…` and `end…`. */
const blocks = (source: string, name: string): string[] =>
  source
    .split(`begin${name}`)
    .slice(1)
    .map((rest) => rest.split(`end${name}`, 1)[0] ?? '');

/** Most of it is one letter of four digits, and a decoder for each takes longer than all the rest. */
const utf16 = (hex: string): string =>
  /^(?!d[89a-f])[\da-f]{4}$/i.test(hex)
    ? String.fromCharCode(Number.parseInt(hex, 16))
    : new TextDecoder('utf-16be').decode(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));

/** The start of a range, and what comes `step` after it: the last unit counts up. */
function next(text: string, step: number): string {
  const last = text.codePointAt(text.length - 1) ?? 0;
  return step === 0 ? text : `${text.slice(0, -1)}${String.fromCodePoint(Math.min(last + step, 0xffff))}`;
}
