import type { Operator } from './read-operators.js';
import { type Font, type Run, showRun } from './show-run.js';

// A page's operators as Chromium writes them → the same with the glyphs of a line in one string. Why: Chromium places
// glyphs one by one, each by the width it has anyway, and begins a line anew for every font in it. Programs that take a
// move for a space read “M otion” and “Ř eháková” there.

export type Widths = Font['widths'];

/** How far a move may lead, in font sizes, before pypdf 3 takes it for a space whatever was shown on the way. */
const STEP = 0.4;

/** `widthsOf` knows the fonts of the page by their names there, or not. Glyphs stay where they are. */
export function joinGlyphs(
  operators: readonly Operator[],
  widthsOf: (font: string) => Widths | undefined,
): readonly Operator[] {
  if (operators.some(({ name }) => SPACING.has(name))) return operators;
  const joined: Operator[] = [];
  let font: Font | undefined;
  let place: Place | undefined;
  for (let at = 0; at < operators.length; at += 1) {
    const operator = operators[at] as Operator;
    const { name, text } = operator;
    if (name === 'BT') font = undefined;
    if (name === 'Tf') font = fontOf(text, widthsOf);
    const placed = placeAt(operators, at);
    const run = font && name === 'Tj' ? showRun(operators, at, font) : undefined;
    if (font && run) {
      const moves = movesAfter(operators, run, font, place);
      if (moves) joined.push(run.shown, ...moves);
      else joined.push(...operators.slice(at, run.end + 1));
    } else joined.push(placed && placed.end > at ? placing(placed) : operator);
    // Any other string is shown from where the last one ended, and leads on from there.
    if (placed || run || name !== 'Tj') place = placed;
    at = placed?.end ?? run?.end ?? at;
  }
  return joined;
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
  run: Run,
  font: Font,
  place: Place | undefined,
): Operator[] | undefined {
  const { last, end, width } = run;
  // A move counts from where the last one led, and those inside the run are gone.
  const next = operators[nextAmong(PLACING, operators, end + 1)]?.name;
  const isLast = next === 'ET' || next === 'Tm';
  // What is shown next stands where the run ends, and what moves after that counts from inside the run.
  if (!isLast && next !== 'Td' && last !== 0) return undefined;
  const behind = place && { x: place.x + width, y: place.y };
  const endsText = operators[end + 1]?.name === 'ET';
  if (endsText && behind && isGlued(operators, end + 1, behind, font.size)) {
    return steps(width, font.size * STEP);
  }
  if (isLast || last === 0) return [];
  // Where letters are told by marks, the next stands in a mark of its own, often in the same word.
  return MARKS.has(operators[end + 1]?.name ?? '') ? steps(last, font.size * STEP) : [along(last)];
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
