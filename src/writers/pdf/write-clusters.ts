import type { PDFDocument } from '@cantoo/pdf-lib';
import { onceFor } from '../../once.js';
import { RIGHT_TO_LEFT_LETTER } from '../../theme/scripts.js';
import { codesIn } from './codes-in.js';
import type { Content } from './finish-content.js';
import { hexOf, type OwnCodes, ownCodes } from './own-codes.js';
import type { Operator } from './read-operators.js';
import { shareText } from './share-text.js';
import { writeOperators } from './write-operators.js';

// A PDF in which several glyphs together stand for several letters, as in Devanagari or Thai → the same, where the texts of
// the glyphs, one after the other, are those letters. Why: Chromium tells the letters by a mark around the glyphs
// (ActualText, ISO 32000-1, 14.9.4), which pdf.js, pypdf and pdfminer do not read; the font's table has no letter for the
// glyphs, or one in the wrong place. Nothing that is painted changes.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** `contents`: all of the document, whose streams are not packed. */
export function writeClusters(lib: PdfLib, document: PDFDocument, contents: readonly Content[]): void {
  // Most documents tell nothing, or only letters of which nothing would change.
  if (
    !contents.some(({ told }) => [...new Set(told.values())].some((text) => text !== '' && !isSettled(text)))
  )
    return;
  const known = new Map<string, OwnCodes | undefined>();
  for (const { page, operators, told } of contents) {
    const fonts = page.node.Resources()?.lookupMaybe(lib.PDFName.of('Font'), lib.PDFDict);
    const codesOf = onceFor((name) => {
      const key = String(fonts?.get(lib.PDFName.of(name)));
      const font = fonts?.lookupMaybe(lib.PDFName.of(name), lib.PDFDict);
      if (!known.has(key)) known.set(key, font && ownCodes(lib, document, font));
      return known.get(key);
    });
    const rewritten = rewrite(operators, told, codesOf);
    const ref = page.node.get(lib.PDFName.of('Contents'));
    if (!rewritten || !(ref instanceof lib.PDFRef)) continue;
    document.context.assign(ref, document.context.stream(Buffer.from(writeOperators(rewritten), 'latin1')));
  }
  for (const codes of known.values()) codes?.write();
}

/** A glyph where it is painted. */
interface Painted {
  font: OwnCodes;
  code: number;
  /** Which operator, and where in its text the four digits stand. */
  operator: number;
  at: number;
}

/** The same operators with other codes; undefined where all may stay. */
function rewrite(
  operators: readonly Operator[],
  told: ReadonlyMap<number, string>,
  codesOf: (font: string) => OwnCodes | undefined,
): Operator[] | undefined {
  const marks: { told: string | undefined; glyphs: Painted[] }[] = [];
  let font: OwnCodes | undefined;
  /** Made at the end, the last first, so that places stay true. */
  const changes: { painted: Painted; hex: string }[] = [];
  const settle = (glyphs: readonly Painted[], told: string) => {
    for (const change of changesTo(glyphs, told)) changes.push(change);
  };
  for (const [index, { name, text }] of operators.entries()) {
    if (name === 'BMC' || name === 'BDC') marks.push({ told: told.get(index), glyphs: [] });
    else if (name === 'EMC') {
      const mark = marks.pop();
      if (mark?.told) settle(mark.glyphs, mark.told);
    } else if (name === 'Tf') font = codesOf(/^\/(\S+)/.exec(text)?.[1] ?? '');
    else if (name === 'Tj' || name === 'TJ') {
      const mark = marks.findLast(({ told }) => told);
      if (!font) {
        // What is not understood in part is left as it is.
        if (mark) mark.told = undefined;
        continue;
      }
      if (mark?.told && isSettled(mark.told)) continue;
      const own = font;
      codesIn(text, (code, at) => {
        const painted = { font: own, code, operator: index, at };
        if (mark) mark.glyphs.push(painted);
        // With no mark around it, a glyph that has a letter is right in all other scripts.
        else if (CLUSTERED.test(own.textOf(code))) settle([painted], own.textOf(code));
      });
    }
  }
  if (changes.length === 0) return undefined;
  const texts = operators.map(({ text }) => text);
  changes.sort((a, b) => b.painted.operator - a.painted.operator || b.painted.at - a.painted.at);
  for (const { painted, hex } of changes) {
    const text = texts[painted.operator] ?? '';
    texts[painted.operator] = text.slice(0, painted.at) + hex + text.slice(painted.at + 4);
  }
  return operators.map(({ name }, at) => ({ name, text: texts[at] ?? '' }));
}

function changesTo(glyphs: readonly Painted[], told: string): { painted: Painted; hex: string }[] {
  const font = glyphs[0]?.font;
  if (!font || told === '') return [];
  // The first glyph of a font is the box for what it lacks.
  if (glyphs.some(({ code }) => code === 0)) return [];
  if (!glyphs.every((glyph) => glyph.font === font) || isRight(glyphs, told) || !font.hasRoom()) return [];
  const shares = shareText(
    told,
    glyphs.map(({ code }) => font.isWide(code)),
  );
  return (shares ?? []).flatMap(({ text, behind }, index) => {
    const painted = glyphs[index];
    if (!painted) return [];
    const codes = [font.codeFor(painted.code, text), ...(behind ? [font.blankFor(behind)] : [])];
    return [{ painted, hex: codes.map(hexOf).join('') }];
  });
}

/** Where every glyph has a letter, only scripts are looked at in which glyphs change places. */
function isRight(glyphs: readonly Painted[], told: string): boolean {
  const texts = glyphs.map(({ font, code }) => font.textOf(code));
  if (!texts.every((text) => text !== '')) return false;
  if (!CLUSTERED.test(told)) return true;
  const spreads = glyphs.some(({ font, code }, at) => font.isWide(code) && /\p{Mn}/u.test(texts[at] ?? ''));
  return !spreads && texts.join('') === told;
}

/** From Devanagari to Thai, Lao and Tibetan, with Myanmar and Khmer: Unicode's blocks stand side by side. */
const CLUSTERED = /[\u0900-\u109f\u1780-\u17ff]/;

/** What runs from right to left: a page may be full of it. */
const isSettled = (told: string): boolean => RIGHT_TO_LEFT_LETTER.test(told);
