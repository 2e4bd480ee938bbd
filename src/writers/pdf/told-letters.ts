import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib';
import { onceFor } from '../../once.js';
import { mapCMap } from './cmap.js';
import { codesIn } from './codes-in.js';
import { decodeStream } from './decode-stream.js';
import type { Content } from './finish-content.js';
import { hexOf } from './own-codes.js';

// A PDF in which a glyph stands for one letter in the font's table and for another in the text → the same, where the
// table says what the text says. Why: fonts draw the cedilla of a Turkish ş and the comma of a Romanian ș alike, with one
// glyph. Chromium's table names one of the two, and a mark around the glyph tells the other (ActualText, ISO 32000-1,
// 14.9.4), which pdf.js and pypdf do not read.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** For each font: a glyph's code → the letter it is told to be. */
type Told = Map<PDFRef, Glyphs>;
type Glyphs = Map<number, string>;
/** In place of a letter: nothing is told, or not always the same. */
const SHOWN = 'shown';

/** `contents`: all of the document. */
export function writeToldLetters(lib: PdfLib, document: PDFDocument, contents: readonly Content[]): void {
  const { PDFName, PDFRawStream, PDFRef, PDFDict } = lib;
  // Most documents tell nothing, and which letters they show does not matter then.
  if (contents.every((content) => content.told.size === 0)) return;
  const told: Told = new Map();
  for (const content of contents) gather(lib, content, told);
  for (const [font, glyphs] of told) {
    const texts = new Map(
      [...glyphs].flatMap(([code, letter]) =>
        letter === SHOWN ? [] : [[hexOf(code), hexOf(letter.charCodeAt(0))]],
      ),
    );
    const dict = document.context.lookupMaybe(font, PDFDict);
    const ref = dict?.get(PDFName.of('ToUnicode'));
    const stream = dict?.lookup(PDFName.of('ToUnicode'));
    if (texts.size === 0 || !(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue;
    const cmap = decodeStream(lib, stream);
    const mapped = mapCMap(cmap, (code, text) => texts.get(code) ?? text);
    if (mapped !== cmap) document.context.assign(ref, document.context.stream(mapped));
  }
}

function gather(lib: PdfLib, { page, operators, told: texts }: Content, told: Told): void {
  const { PDFName, PDFDict, PDFRef } = lib;
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const letterOf = onceFor(letterIn);
  /** For each mark that is open, the innermost one that tells something: itself, or one around it. */
  const marks: (Mark | undefined)[] = [];
  const glyphsIn = onceFor((text): Glyphs => {
    const font = fonts?.get(PDFName.of(/^\/(\S+)/.exec(text)?.[1] ?? ''));
    if (!(font instanceof PDFRef)) return new Map();
    const known = told.get(font) ?? new Map();
    told.set(font, known);
    return known;
  });
  let glyphs: Glyphs = new Map();
  for (const [at, { name, text }] of operators.entries()) {
    if (name === 'BMC' || name === 'BDC') {
      const told = texts.get(at);
      marks.push(told === undefined ? marks.at(-1) : { letter: letterOf(told), shown: [] });
    } else if (name === 'EMC') {
      const mark = marks.pop();
      if (mark && mark !== marks.at(-1)) settle(mark);
    } else if (name === 'Tf') glyphs = glyphsIn(text);
    else if (name === 'Tj' || name === 'TJ') {
      const mark = marks.at(-1);
      codesIn(text, (code) => {
        if (mark) mark.shown.push({ glyphs, code });
        else note(glyphs, code, SHOWN);
      });
    }
  }
}

interface Mark {
  /** The one letter its text is told to be. */
  letter: string;
  shown: { glyphs: Glyphs; code: number }[];
}

/** Signs and several letters for one glyph stay as they are: who turns a line round turns them round too. */
const letterIn = (told: string): string => (told.length === 1 && /\p{L}/u.test(told) ? told : SHOWN);

/** A letter that took several glyphs, such as one with an accent of its own, is no letter of any of them. */
function settle(mark: Mark): void {
  const letter = mark.shown.length === 1 ? mark.letter : SHOWN;
  for (const { glyphs, code } of mark.shown) note(glyphs, code, letter);
}

function note(glyphs: Glyphs, code: number, letter: string): void {
  const known = glyphs.get(code);
  if (known !== letter) glyphs.set(code, known === undefined ? letter : SHOWN);
}
