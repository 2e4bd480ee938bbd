import { ENDS_WORD, HEX_VALUE, LESS } from '../../check/pdf-characters.js';
import { readNumber } from './read-number.js';
import type { Joined } from './read-operators.js';
import { endOfSpace } from './token-ends.js';

// A string that is shown, and all behind it that only moves along the line and shows more → one string, or several with the
// offsets between them (ISO 32000-1, 9.4.3). It looks at every glyph of a document, so it goes by the codes of characters.

export interface Font {
  size: number;
  /** The width of a glyph, by its two-byte code, in thousandths of the font's size. */
  widths: (code: number) => number;
}

export interface Run extends Joined {
  /** Where its first operator begins. */
  start: number;
  /** Of its font. */
  size: number;
  /** How far it leads. */
  width: number;
  /** Where its last string began, from the beginning of the run. */
  last: number;
}

/**
 * Offsets are written with three digits, in thousandths of the font's size, and what is less is left out. It sounds like
 * too much: but readers round to quarters of a pixel, many glyphs stand just there, and with two digits some of them move.
 */
const NOISE = 0.0005;

const between = (thousandths: number): string => `> ${thousandths / 1000} <`;

/** Most that there are, in fonts whose widths are no whole thousandths: half of all glyphs of a page have one before them. */
const SMALL = Array.from({ length: 20 }, (_, thousandths) => between(thousandths));

/** `undefined` where the operator at `start` shows no string of two-byte codes, or none in hexadecimal digits. */
export function showRun(content: string, start: number, { size, widths }: Font): Run | undefined {
  let width = 0;
  let last = 0;
  let end = -1;
  let text = '';
  let isList = false;
  let x = 0;
  for (let at = start; ; ) {
    const close = endOfCodes(content, at);
    const advance = close === undefined ? undefined : advanceOf(content, at + 1, close, widths);
    if (close === undefined || advance === undefined) break;
    const offset = ((width - x) * 1000) / size;
    if (Math.abs(offset) > NOISE) {
      const thousandths = Math.round(offset * 1000);
      text += (thousandths > 0 && SMALL[thousandths]) || between(thousandths);
      width -= ((thousandths / 1000) * size) / 1000;
      isList = true;
    }
    text += content.slice(at + 1, close);
    width += (advance * size) / 1000;
    last = x;
    end = close + SHOW.length;
    // To the next string there leads a move along the line, or the run is at its end.
    const from = endOfSpace(content, end);
    const space = content.indexOf(' ', from);
    if (space < 0 || !isWhole(content, MOVE, space)) break;
    const move = readNumber(content, from, space);
    if (Number.isNaN(move)) break;
    x += move;
    at = endOfSpace(content, space + MOVE.length);
  }
  if (end < 0) return undefined;
  const name = isList ? 'TJ' : 'Tj';
  return { name, text: isList ? `[<${text}>] TJ` : `<${text}> Tj`, start, size, width, last, end };
}

const SHOW = '> Tj';
const MOVE = ' 0 Td';

const isWhole = (content: string, word: string, at: number): boolean =>
  content.startsWith(word, at) && (at + word.length >= content.length || isEnd(content, at + word.length));

const isEnd = (content: string, at: number): boolean => ENDS_WORD[content.charCodeAt(at)] === 1;

/** Where the codes end whose string begins at `start`, four digits a glyph, as in `<00010002> Tj`. */
function endOfCodes(content: string, start: number): number | undefined {
  if (content.charCodeAt(start) !== LESS) return undefined;
  const end = content.indexOf('>', start);
  const count = end - start - 1;
  return count > 0 && count % 4 === 0 && isWhole(content, SHOW, end) ? end : undefined;
}

function advanceOf(content: string, start: number, end: number, widths: Font['widths']): number | undefined {
  const digit = (at: number) => HEX_VALUE[content.charCodeAt(at)] as number;
  let advance = 0;
  for (let at = start; at < end; at += 4) {
    // Of what is no digit it has the sign.
    const code = (digit(at) << 12) | (digit(at + 1) << 8) | (digit(at + 2) << 4) | digit(at + 3);
    if (code < 0) return undefined;
    advance += widths(code);
  }
  return advance;
}
