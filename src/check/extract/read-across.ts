import type { Direction } from '../../resume/locales.js';
import { mirror } from '../mirror.js';

// In: the pieces of one line of a PDF. Out: its text in the order of reading. Why: Chromium paints Arabic and Hebrew from
// left to right like all else, so that a line comes back with its last letter first. This turns it round again, roughly
// as https://www.unicode.org/reports/tr9/ has it backwards: letters of other scripts and numbers keep their own order.

/** Something that was painted in one go; pt from the left edge of the page. */
export interface Piece {
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
  /** White space came before it. */
  spaced: boolean;
  id: string | undefined;
}

type Between = (before: Piece, piece: Piece) => string;

const LEFTWARD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const RIGHTWARD = /(?![\p{Script=Arabic}\p{Script=Hebrew}])[\p{L}\p{N}]/u;

export const runsLeft = (text: string): boolean => LEFTWARD.test(text);

/** The way most of the letters run. */
export function directionOf(pieces: readonly Piece[]): Direction {
  const text = pieces.map((piece) => piece.text).join('');
  const count = (pattern: RegExp) => text.match(new RegExp(pattern, 'gu'))?.length ?? 0;
  return count(LEFTWARD) > count(/\p{L}/u) / 2 ? 'rtl' : 'ltr';
}

/** `direction` is that of the page: on one that runs to the left, a line without such letters does so as well. */
export function readAcross(pieces: readonly Piece[], direction: Direction, between: Between): string {
  if (direction === 'ltr' && !pieces.some(({ text }) => runsLeft(text))) return join(pieces, between);
  const painted = pieces.toSorted((a, b) => a.x - b.x);
  if (direction === 'rtl') return turned(painted, between);
  return islands(painted)
    .map((island, index, all) => {
      const [first] = island;
      const before = all[index - 1]?.at(-1);
      const text = first && runsLeft(first.text) ? turned(island, between) : join(island, between);
      return (before && first ? between(before, first) : '') + text;
    })
    .join('');
}

function turned(painted: readonly Piece[], between: Between): string {
  return together(painted, between)
    .toReversed()
    .map((stretch, index, reversed) => {
      const after = reversed[index - 1]?.[0];
      const last = stretch.at(-1);
      return (after && last ? between(last, after) : '') + read(stretch, between);
    })
    .join('');
}

/** In a line that runs to the right: what runs to the left, from its first letter to its last, and what is around it. */
function islands(painted: readonly Piece[]): Piece[][] {
  const all: Piece[][] = [];
  for (let at = 0; at < painted.length; ) {
    const rest = painted.slice(at);
    const left = runsLeft(rest[0]?.text ?? '');
    const end = rest.findIndex(({ text }) => (left ? RIGHTWARD.test(text) : runsLeft(text)));
    const until = end < 0 ? rest : rest.slice(0, end);
    const length = left ? until.findLastIndex(({ text }) => runsLeft(text)) + 1 : until.length;
    all.push(rest.slice(0, length));
    at += length;
  }
  return all;
}

const join = (pieces: readonly Piece[], between: Between): string =>
  pieces
    .map((piece, index) => {
      const before = pieces[index - 1];
      return before ? between(before, piece) + piece.text : piece.text;
    })
    .join('');

/** What is marked by itself, and what stands in another cell, has its own place in the order. */
const parts = (before: Piece, piece: Piece, between: Between): boolean =>
  runsLeft(piece.text) || piece.id !== before.id || between(before, piece) === '\t';

/** Letters and numbers that run to the right, with the signs between them; everything else by itself. */
function together(painted: readonly Piece[], between: Between): Piece[][] {
  const stretches: Piece[][] = [];
  for (let at = 0; at < painted.length; ) {
    const rest = painted.slice(at);
    const end = rest.findIndex(
      (piece, index) => index > 0 && parts(rest[index - 1] as Piece, piece, between),
    );
    const island = end < 0 ? rest : rest.slice(0, end);
    const last = island.findLastIndex(({ text }) => RIGHTWARD.test(text));
    const length = RIGHTWARD.test(rest[0]?.text ?? '') ? Math.max(last + 1, 1) : 1;
    stretches.push(rest.slice(0, length));
    at += length;
  }
  return stretches;
}

/** Years stand the way the line runs: `2014 – 2012` on paper is from 2012 to 2014. */
const YEARS = /^(\d{4})(\s+[–—]\s+)(\d{4})$/u;

function read(stretch: readonly Piece[], between: Between): string {
  const text = join(stretch, between);
  if (stretch.length === 1 && !RIGHTWARD.test(text)) return [...text].map(mirror).join('');
  return text.replace(YEARS, '$3$2$1');
}
