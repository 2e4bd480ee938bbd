import { readNumber } from './read-number.js';
import type { Operator } from './read-operators.js';

// A string that is shown, and all behind it that only moves along the line and shows more → one string, or several with the
// offsets between them (ISO 32000-1, 9.4.3). It looks at every glyph of a document, so it goes by the codes of characters.

export interface Font {
  size: number;
  /** The width of a glyph, by its two-byte code, in thousandths of the font's size. */
  widths: (code: number) => number;
}

export interface Run {
  shown: Operator;
  /** How far it leads. */
  width: number;
  /** Where its last string began, from the beginning of the run. */
  last: number;
  /** The place of its last operator. */
  end: number;
}

/**
 * Offsets are written with three digits, in thousandths of the font's size, and what is less is left out. It sounds like
 * too much: but readers round to quarters of a pixel, many glyphs stand just there, and with two digits some of them move.
 */
const NOISE = 0.0005;

/** `undefined` where the operator at `start` shows no string of two-byte codes, or none in hexadecimal digits. */
export function showRun(operators: readonly Operator[], start: number, font: Font): Run | undefined {
  const { size, widths } = font;
  const run = { width: 0, last: 0, end: -1 };
  let text = '';
  let isList = false;
  let x = 0;
  for (let at = start; ; at += 2) {
    const codes = codesIn(operators[at]);
    const advance = codes === undefined ? undefined : advanceOf(codes, widths);
    if (advance === undefined) break;
    const offset = ((run.width - x) * 1000) / size;
    if (Math.abs(offset) > NOISE) {
      const rounded = Math.round(offset * 1000) / 1000;
      text += `> ${rounded} <`;
      run.width -= (rounded * size) / 1000;
      isList = true;
    }
    text += codes;
    run.width += (advance * size) / 1000;
    run.last = x;
    run.end = at;
    const move = moveAlong(operators[at + 1]);
    if (move === undefined) break;
    x += move;
  }
  if (run.end < 0) return undefined;
  const shown = isList ? { name: 'TJ', text: `[<${text}>] TJ` } : { name: 'Tj', text: `<${text}> Tj` };
  return { shown, ...run };
}

const [LESS, GREATER, SPACE] = ['<', '>', ' '].map((sign) => sign.charCodeAt(0)) as [number, number, number];

/** Four digits a glyph, as in `<00010002> Tj`. */
function codesIn(operator: Operator | undefined): string | undefined {
  if (operator?.name !== 'Tj') return undefined;
  const { text } = operator;
  const end = text.length - 4;
  const isHexadecimal = text.charCodeAt(0) === LESS && text.charCodeAt(end) === GREATER;
  return isHexadecimal && end > 1 && (end - 1) % 4 === 0 ? text.slice(1, end) : undefined;
}

/** The value of a hexadecimal digit, by its code; NaN for anything else. */
const DIGITS = Float64Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[\dA-F]/i.test(character) ? Number.parseInt(character, 16) : Number.NaN;
});

function advanceOf(codes: string, widths: Font['widths']): number | undefined {
  const digit = (at: number) => DIGITS[codes.charCodeAt(at)] as number;
  let advance = 0;
  for (let at = 0; at < codes.length; at += 4) {
    advance += widths(digit(at) * 4096 + digit(at + 1) * 256 + digit(at + 2) * 16 + digit(at + 3));
  }
  return Number.isNaN(advance) ? undefined : advance;
}

/** Of `5 0 Td`; undefined for what leads off the line. */
function moveAlong(operator: Operator | undefined): number | undefined {
  if (operator?.name !== 'Td') return undefined;
  const { text } = operator;
  let space = 0;
  while (space < text.length && text.charCodeAt(space) !== SPACE) space += 1;
  const move = readNumber(text, 0, space);
  return readNumber(text, space + 1, text.length - 3) === 0 && !Number.isNaN(move) ? move : undefined;
}
