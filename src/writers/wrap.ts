import { columnsOf, isWide } from './columns.js';

// One line of text → lines of at most so many columns, for a reader, a form and a parser alike: no word or address is
// broken, and no line begins with what would pass for a bullet.

interface Indent {
  first: string;
  rest: string;
}

/** `width` counts the indent. A word longer than a line stands on a line of its own, whole. */
export function wrap(text: string, width: number, { first, rest }: Indent): string[] {
  const lines: string[] = [];
  let line = first;
  let filled = false;
  for (const { gap, text: piece } of pieces(text)) {
    if (filled && columnsOf(line + gap + piece) > width) {
      lines.push(line);
      line = rest;
      filled = false;
    }
    line += filled ? gap + piece : piece;
    filled = true;
  }
  return [...lines, line.trimEnd()];
}

interface Piece {
  /** What stands before it unless a line begins with it: a space, or nothing inside a run of Chinese or Japanese. */
  gap: string;
  text: string;
}

/** An address may have wide letters too. */
const ADDRESS = /^[\p{L}\p{N}.-]+\.[a-z]{2,}(\/\S*)?$|@/u;
const BULLET_LIKE = /^([-–—•*+·#>|]+|\d{1,9}[.)])$/;

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  for (const word of text.split(' ').filter((part) => part !== '')) {
    const last = found.at(-1);
    if (last && BULLET_LIKE.test(word)) last.text += ` ${word}`;
    else {
      const parts = isWide(word) && !ADDRESS.test(word) ? splitWide(word) : [word];
      found.push(...parts.map((part, index) => ({ gap: index === 0 ? ' ' : '', text: part })));
    }
  }
  return found;
}

// What no line begins or ends with in Chinese and Japanese (https://www.w3.org/TR/jlreq/#line_breaking_rules).
const NOT_FIRST =
  /^[\p{Pe}\p{Pf}、。，．・：；？！ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ～…‥%％!?.,:;]/u;
const NOT_LAST = /[\p{Ps}\p{Pi}¥￥$＄£]$/u;

/** Chinese and Japanese know no spaces: a line may end after nearly any character. Korean has them and needs no cuts. */
function splitWide(word: string): string[] {
  const parts: string[] = [];
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const last = parts.at(-1);
    if (last !== undefined && !canBreak(last, segment)) parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
}

const isCuttable = (letter: string): boolean => isWide(letter) && !/\p{Script=Hangul}/u.test(letter);

function canBreak(before: string, after: string): boolean {
  const last = [...before].at(-1) ?? '';
  const first = [...after][0] ?? '';
  return (isCuttable(last) || isCuttable(first)) && !NOT_LAST.test(last) && !NOT_FIRST.test(first);
}
