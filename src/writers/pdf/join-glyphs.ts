import { onceFor } from '../../once.js';
import { type Operator, readOperators } from './read-operators.js';
import { type Font, type Run, showRun } from './show-run.js';

// A page's content stream as Chromium writes it → its operators with the glyphs of a line in one string. Why: Chromium places
// glyphs one by one, each by the width it has anyway, and begins a line anew for every font in it. Programs that take a
// move for a space read “M otion” and “Ř eháková” there.

export type Widths = Font['widths'];

/** How far a move may lead, in font sizes, before pypdf 3 takes it for a space whatever was shown on the way. */
const STEP = 0.4;

/** One operator, or all that show a run of glyphs. */
interface Piece extends Operator {
  run?: Run;
}

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
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at] as Piece;
    const { name, run } = piece;
    const placed = placeAt(pieces, at);
    if (run) {
      const moves = movesAfter(pieces, at, run, place);
      if (moves) joined.push(run.shown, ...moves);
      else joined.push(...(readOperators(piece.text) ?? []));
    } else joined.push(placed && placed.end > at ? placing(placed) : piece);
    // Any other string is shown from where the last one ended, and leads on from there.
    if (placed || run || name !== 'Tj') place = placed;
    at = placed?.end ?? at;
  }
  return joined;
}

/** Glyphs are most of a page: a run of them is read at once, before its parts become operators. */
function readPieces(content: string, widthsOf: (font: string) => Widths | undefined): Piece[] | undefined {
  const fontIn = onceFor((text) => fontOf(text, widthsOf));
  let font: Font | undefined;
  return readOperators<Piece>(content, ({ name, text }, start) => {
    if (name === 'BT') font = undefined;
    if (name === 'Tf') font = fontIn(text);
    const run = font && name === 'Tj' ? showRun(content, start, font) : undefined;
    return run && { operator: { name, text: content.slice(start, run.end), run }, end: run.end };
  });
}

/** Each changes how far a glyph moves the next one. */
const SPACING = new Set(['Tc', 'Tw', 'Tz']);

/** Each says where the next glyph stands, or shows one where the last ended. */
const PLACING = new Set(['ET', 'Tm', 'Td', 'TD', 'T*', 'Tj', 'TJ', "'", '"']);

const MARKS = new Set(['BMC', 'BDC', 'EMC']);

const STATE = new Set(['Tm', 'Tj', 'TJ', 'Td', 'q', 'Q', 'cm']);

interface Place {
  x: number;
  y: number;
}

function fontOf(text: string, widthsOf: (font: string) => Widths | undefined): Font | undefined {
  const [, name = '', size = ''] = /^\/(\S+)\s+(\S+)\s+Tf$/.exec(text) ?? [];
  const widths = widthsOf(name);
  return widths && Number(size) > 0 ? { size: Number(size), widths } : undefined;
}

/** Where text is upright, unscaled and placed by a matrix, and perhaps a move after it; `end` is the last of them. */
function placeAt(operators: readonly Operator[], at: number): (Place & { end: number }) | undefined {
  const operator = operators[at];
  if (operator?.name !== 'Tm') return undefined;
  const [, x, y] = /^1 0 0 -1 (\S+) (\S+) Tm$/.exec(operator.text) ?? [];
  if (x === undefined) return undefined;
  const next = operators[at + 1];
  const [, along, down] = (next?.name === 'Td' && /^(\S+) (\S+) Td$/.exec(next.text)) || [];
  if (along === undefined) return { x: Number(x), y: Number(y), end: at };
  return { x: Number(x) + Number(along), y: Number(y) - Number(down), end: at + 1 };
}

const placing = ({ x, y }: Place): Operator => ({
  name: 'Tm',
  text: `1 0 0 -1 ${decimal(x)} ${decimal(y)} Tm`,
});

/** What leads on from a run that became one string; `undefined` where it has to stay as it was. */
function movesAfter(
  operators: readonly Operator[],
  at: number,
  { last, width, size }: Run,
  place: Place | undefined,
): Operator[] | undefined {
  // A move counts from where the last one led, and those inside the run are gone.
  const next = operators[nextAmong(PLACING, operators, at + 1)]?.name;
  const isLast = next === 'ET' || next === 'Tm';
  // What is shown next stands where the run ends, and what moves after that counts from inside the run.
  if (!isLast && next !== 'Td' && last !== 0) return undefined;
  const behind = place && { x: place.x + width, y: place.y };
  const endsText = operators[at + 1]?.name === 'ET';
  if (endsText && behind && isGlued(operators, at + 1, behind, size)) {
    return steps(width, size * STEP);
  }
  if (isLast || last === 0) return [];
  // Where letters are told by marks, the next stands in a mark of its own, often in the same word.
  return MARKS.has(operators[at + 1]?.name ?? '') ? steps(last, size * STEP) : [along(last)];
}

/** Where the next operator with one of these names stands; behind the last where there is none. */
function nextAmong(names: ReadonlySet<string>, operators: readonly Operator[], from: number): number {
  let at = from;
  while (at < operators.length && !names.has(operators[at]?.name ?? '')) at += 1;
  return at;
}

/** Whether the next text begins where this one ends: in the same word, or with a space of its own. */
function isGlued(operators: readonly Operator[], from: number, end: Place, size: number): boolean {
  const place = placeAt(operators, nextAmong(STATE, operators, from));
  return place !== undefined && place.y === end.y && Math.abs(place.x - end.x) < size / 5;
}

function steps(length: number, step: number): Operator[] {
  const count = Math.ceil(length / step);
  return new Array<Operator>(count).fill(along(length / count));
}

const along = (move: number): Operator => ({ name: 'Td', text: `${decimal(move)} 0 Td` });

const decimal = (value: number): string => String(Math.round(value * 1e6) / 1e6);
