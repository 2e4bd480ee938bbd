import { onceFor } from '../../once.js';
import { type Operator, readOperators } from './read-operators.js';
import { decimal, type Place, readPlace } from './read-place.js';
import { type Font, type Run, showRun } from './show-run.js';

// A page's content stream as Chromium writes it → its operators with the glyphs of a line in one string. Why: Chromium places
// glyphs one by one, each by the width it has anyway, and begins a line anew for every font in it. Programs that take a
// move for a space read “M otion” and “Ř eháková” there.

export type Widths = Font['widths'];

/** How far a move may lead, in font sizes, before pypdf 3 takes it for a space whatever was shown on the way. */
const STEP = 0.4;

/** An operator, or the one that several become which place text or show a run of glyphs. */
type Piece = Operator | Place | Run;

/**
 * `widthsOf` knows the fonts of the page by their names there, or not. Glyphs stay where they are. `undefined` for what is
 * damaged, as of `readOperators`.
 */
export function joinGlyphs(
  content: string,
  widthsOf: (font: string) => Widths | undefined,
): readonly Operator[] | undefined {
  const pieces = readPieces(content, widthsOf);
  if (!pieces || pieces.some(({ name }) => SPACING.has(name))) return readOperators(content);
  const joined: Operator[] = [];
  let place: Place | undefined;
  for (const [at, piece] of pieces.entries()) {
    if ('last' in piece) {
      const moves = movesAfter(pieces, at, piece, place);
      if (moves) joined.push(piece);
      for (const one of moves ?? readOperators(content.slice(piece.start, piece.end)) ?? []) joined.push(one);
    } else joined.push(piece);
    // Any other string is shown from where the last one ended, and leads on from there.
    if ('last' in piece || piece.name !== 'Tj') place = 'x' in piece ? piece : undefined;
  }
  return joined;
}

/** Glyphs are most of a page: a run of them is read at once, before its parts become operators. */
function readPieces(content: string, widthsOf: (font: string) => Widths | undefined): Piece[] | undefined {
  const fontIn = onceFor((text) => fontOf(text, widthsOf));
  let font: Font | undefined;
  return readOperators(content, ({ name, text }, start) => {
    if (name === 'BT') font = undefined;
    if (name === 'Tf') font = fontIn(text);
    if (name === 'Tm') return readPlace(content, start);
    return font && name === 'Tj' ? showRun(content, start, font) : undefined;
  });
}

/** Each changes how far a glyph moves the next one. */
const SPACING = new Set(['Tc', 'Tw', 'Tz']);

/** Each says where the next glyph stands, or shows one where the last ended. */
const PLACING = new Set(['ET', 'Tm', 'Td', 'TD', 'T*', 'Tj', 'TJ', "'", '"']);

const MARKS = new Set(['BMC', 'BDC', 'EMC']);

const STATE = new Set(['Tm', 'Tj', 'TJ', 'Td', 'q', 'Q', 'cm']);

function fontOf(text: string, widthsOf: (font: string) => Widths | undefined): Font | undefined {
  const [, name = '', size = ''] = /^\/(\S+)\s+(\S+)\s+Tf$/.exec(text) ?? [];
  const widths = widthsOf(name);
  return widths && Number(size) > 0 ? { size: Number(size), widths } : undefined;
}

/** What leads on from a run that became one string; `undefined` where it has to stay as it was. */
function movesAfter(
  operators: readonly Piece[],
  at: number,
  { last, width, size }: Run,
  place: Place | undefined,
): Operator[] | undefined {
  const endsText = operators[at + 1]?.name === 'ET';
  // Most glyphs that have a mark of their own.
  if (last === 0 && !endsText) return [];
  // A move counts from where the last one led, and those inside the run are gone.
  const next = operators[nextAmong(PLACING, operators, at + 1)]?.name;
  const isLast = next === 'ET' || next === 'Tm';
  // What is shown next stands where the run ends, and what moves after that counts from inside the run.
  if (!isLast && next !== 'Td' && last !== 0) return undefined;
  const behind = place && { x: place.x + width, y: place.y };
  if (endsText && behind && isGlued(operators, at + 1, behind, size)) {
    return steps(width, size * STEP);
  }
  if (isLast || last === 0) return [];
  // Where letters are told by marks, the next stands in a mark of its own, often in the same word.
  return MARKS.has(operators[at + 1]?.name ?? '') ? steps(last, size * STEP) : [along(last)];
}

/** Where the next operator with one of these names stands; behind the last where there is none. */
function nextAmong(names: ReadonlySet<string>, operators: readonly Piece[], from: number): number {
  let at = from;
  while (at < operators.length && !names.has(operators[at]?.name ?? '')) at += 1;
  return at;
}

/** Whether the next text begins where this one ends: in the same word, or with a space of its own. */
function isGlued(
  operators: readonly Piece[],
  from: number,
  end: Pick<Place, 'x' | 'y'>,
  size: number,
): boolean {
  const place = operators[nextAmong(STATE, operators, from)];
  return place !== undefined && 'x' in place && place.y === end.y && Math.abs(place.x - end.x) < size / 5;
}

function steps(length: number, step: number): Operator[] {
  const count = Math.ceil(length / step);
  return new Array<Operator>(count).fill(along(length / count));
}

const along = (move: number): Operator => ({ name: 'Td', text: `${decimal(move)} 0 Td` });
