import type { PDFDocument } from '@cantoo/pdf-lib';
import { onceFor } from '../../once.js';
import { mapCMap } from './cmap.js';
import { decodeStream } from './decode-stream.js';
import type { Content } from './finish-content.js';
import type { Operator } from './read-operators.js';

// A PDF in which a glyph stands for one letter in the font's table and for another in the text → the same, where the
// table says what the text says. Why: fonts draw the cedilla of a Turkish ş and the comma of a Romanian ș alike, with one
// glyph. Chromium's table names one of the two, and a mark around the glyph tells the other (ActualText, ISO 32000-1,
// 14.9.4), which pdf.js and pypdf do not read.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** For each font, by its object number: a glyph's code → the texts it is told to be; `shown` where nothing is told. */
type Told = Map<string, Glyphs>;
const SHOWN = 'shown';

/** `contents`: all of the document. */
export function writeToldLetters(lib: PdfLib, document: PDFDocument, contents: readonly Content[]): void {
  const { PDFName, PDFRawStream, PDFRef, PDFDict } = lib;
  // Most documents tell nothing, and which letters they show does not matter then.
  if (!contents.some(({ operators }) => operators.some(tells))) return;
  const told: Told = new Map();
  const letterOf = onceFor(letterIn);
  for (const content of contents) gather(lib, content, letterOf, told);
  for (const [font, glyphs] of told) {
    const texts = new Map(
      [...glyphs].flatMap(([code, found]) =>
        found.size === 1 && !found.has(SHOWN) ? [[code, [...found][0] ?? '']] : [],
      ),
    );
    const [number = 0, generation = 0] = font.split(' ').map(Number);
    const dict = document.context.lookupMaybe(PDFRef.of(number, generation), PDFDict);
    const ref = dict?.get(PDFName.of('ToUnicode'));
    const stream = dict?.lookup(PDFName.of('ToUnicode'));
    if (texts.size === 0 || !(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const cmap = decodeStream(lib, stream);
    const mapped = mapCMap(cmap, (code, text) => texts.get(code) ?? text);
    if (mapped !== cmap) document.context.assign(ref, document.context.stream(mapped));
  }
}

const tells = ({ name, text }: Operator): boolean => name === 'BDC' && text.includes('/ActualText');

function gather(
  { PDFName, PDFDict }: PdfLib,
  { page, operators }: Content,
  letterOf: typeof letterIn,
  told: Told,
): void {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const marks: Mark[] = [];
  const glyphsIn = onceFor((text) => {
    return glyphsOf(fonts?.get(PDFName.of(/^\/(\S+)/.exec(text)?.[1] ?? '')), told);
  });
  let glyphs: Glyphs = new Map();
  for (const { name, text } of operators) {
    if (name === 'BMC' || name === 'BDC') marks.push({ letter: letterOf(text), shown: [] });
    else if (name === 'EMC') settle(marks.pop());
    else if (name === 'Tf') glyphs = glyphsIn(text);
    else if (name === 'Tj' || name === 'TJ') {
      const mark = marks.findLast(({ letter }) => letter !== undefined);
      for (const code of codesIn(text)) {
        if (mark) mark.shown.push({ glyphs, code });
        else note(glyphs, code, SHOWN);
      }
    }
  }
}

type Glyphs = Map<string, Set<string>>;
interface Mark {
  /** The one letter its text is told to be, in UTF-16BE; undefined for marks that tell nothing. */
  letter: string | undefined;
  shown: { glyphs: Glyphs; code: string }[];
}

/** Signs and several letters for one glyph stay as they are: who turns a line round turns them round too. */
function letterIn(mark: string): string | undefined {
  if (!mark.includes('/ActualText')) return undefined;
  const told = /\/ActualText\s*<feff([0-9a-f]*)>/i.exec(mark)?.[1]?.toUpperCase();
  if (told === undefined) return undefined;
  return told.length === 4 && /\p{L}/u.test(String.fromCharCode(Number.parseInt(told, 16))) ? told : SHOWN;
}

/** A letter that took several glyphs, such as one with an accent of its own, is no letter of any of them. */
function settle(mark: Mark | undefined): void {
  if (mark?.letter === undefined) return;
  const letter = mark.shown.length === 1 ? mark.letter : SHOWN;
  for (const { glyphs, code } of mark.shown) note(glyphs, code, letter);
}

function note(glyphs: Glyphs, code: string, letter: string): void {
  const known = glyphs.get(code);
  if (known) known.add(letter);
  else glyphs.set(code, new Set([letter]));
}

/** Four digits a glyph, in all strings of one operator; Chromium writes them in capitals. */
function codesIn(text: string): string[] {
  const codes: string[] = [];
  for (let open = text.indexOf('<'); open >= 0; open = text.indexOf('<', open + 1)) {
    const close = text.indexOf('>', open);
    for (let at = open + 1; at + 4 <= close; at += 4) codes.push(text.slice(at, at + 4));
  }
  return codes;
}

function glyphsOf(font: unknown, told: Told): Glyphs {
  // References print as `12 0 R`.
  const key = String(font).replace(/ R$/, '');
  const known: Glyphs = told.get(key) ?? new Map();
  if (/^\d+ \d+$/.test(key)) told.set(key, known);
  return known;
}
