import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';
import type { Direction } from '../resume/locales.js';
import { mirror } from './mirror.js';
import { type Piece, readMarked } from './pieces.js';
import type { Structure } from './structure.js';

// In: a page of a PDF on which something runs from right to left. Out: its pieces in the order of reading. Why: Chromium
// paints each line from left to right, whichever way it is read. Which node of the page comes after which stands in the
// structure tree; inside a node, each line is turned round again. That is exact because the page sets Latin words apart
// as nodes of their own (src/page/isolate.ts): what is left in a node are letters of one direction, numbers and signs.

interface Line {
  text: string;
  y: number;
  /** The edges, in points. */
  left: number;
  right: number;
  size: number;
}

export function logicalPieces(
  items: readonly (TextItem | TextMarkedContent)[],
  structure: Structure,
  direction: Direction,
): Piece[] {
  const painted = new Map<string, TextItem[]>();
  for (const { item, id } of readMarked(items)) {
    // Where a vowel point stands above its letter, pdf.js sees a space of no width.
    if (id === undefined || (item.str.trim() === '' && item.width < 0.01)) continue;
    painted.set(id, [...(painted.get(id) ?? []), item]);
  }
  const pieces: Piece[] = [];
  let before: Line | undefined;
  for (const id of structure.contents) {
    for (const line of linesOf(painted.get(id) ?? [], direction)) {
      if (before) pieces.push({ text: between(before, line), id });
      pieces.push({ text: line.text, id });
      before = line;
    }
  }
  return pieces;
}

/** What stands between two pieces that follow each other: a line's end, a gap, or nothing. */
function between(before: Line, after: Line): string {
  if (Math.abs(before.y - after.y) > before.size / 2) return '\n';
  const gap = Math.max(after.left - before.right, before.left - after.right);
  return gap > before.size * 0.15 ? ' ' : '';
}

function linesOf(items: readonly TextItem[], direction: Direction): Line[] {
  const lines: TextItem[][] = [];
  for (const item of items) {
    const [first] = lines.at(-1) ?? [];
    if (first && Math.abs(top(first) - top(item)) <= sizeOf(first) / 2) lines.at(-1)?.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => {
    const inked = line.filter(({ str }) => str.trim() !== '');
    const [first] = line;
    return {
      text: turned(
        pointed(line).toSorted((a, b) => left(a) - left(b)),
        direction,
      ),
      y: first ? top(first) : 0,
      left: Math.min(...inked.map(left)),
      right: Math.max(...inked.map((item) => left(item) + item.width)),
      size: first ? sizeOf(first) : 0,
    };
  });
}

const left = ({ transform }: TextItem): number => transform[4];
const top = ({ transform }: TextItem): number => transform[5];
const sizeOf = ({ transform }: TextItem): number => Math.hypot(transform[2], transform[3]);

/** Vowel points are painted by themselves, above and below: each goes back to the letter it is nearest to. */
function pointed(line: readonly TextItem[]): TextItem[] {
  const isPoint = ({ str }: TextItem) => /^\s*\p{M}+\s*$/u.test(str);
  const letters = line.filter((item) => item.dir === 'rtl' && !isPoint(item));
  const points = line.filter((item) => letters.length > 0 && isPoint(item));
  const homes = points.map((point) => {
    const distances = letters.map((letter) =>
      Math.max(left(letter) - left(point), left(point) - left(letter) - letter.width),
    );
    return letters[distances.indexOf(Math.min(...distances))];
  });
  return line
    .filter((item) => !points.includes(item))
    .map((item) => ({
      ...item,
      str: item.str + points.flatMap(({ str }, at) => (homes[at] === item ? str.trim() : [])).join(''),
    }));
}

/** What is turned round as a whole: letters of either direction, a number with its signs, any other sign. */
interface Unit {
  text: string;
  kind: 'right' | 'left' | 'number' | 'sign';
}

const NUMBER = /[#$%€£°]*\d+(?:[.,:/]\d+)*[#$%€£°]*/y;
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*/uy;
const SIGN = /./suy;

function unitsOf({ str, dir }: TextItem): Unit[] {
  if (dir === 'rtl') return [{ text: str, kind: 'right' }];
  const units: Unit[] = [];
  for (let at = 0; at < str.length; ) {
    const found = ([NUMBER, WORD, SIGN] as const).flatMap((pattern) => {
      pattern.lastIndex = at;
      return pattern.exec(str)?.[0] ?? [];
    });
    const [text = ''] = found;
    const kind = found.length === 3 || /\d/.test(text) ? 'number' : /^\p{L}/u.test(text) ? 'left' : 'sign';
    units.push({ text, kind });
    at += text.length;
  }
  return units;
}

/** Numbers in the direction of the page: years, or what closes a sentence at its left end. */
const PAGEWARD = /\d\s+[–—]\s+\d|^\s*[.,:;!?…)]/;

/** A line as it was painted, from left to right → as it is read: https://www.unicode.org/reports/tr9/, backwards. */
function turned(items: readonly TextItem[], direction: Direction): string {
  const text = items.map(({ str }) => str).join('');
  const units = items.flatMap(unitsOf);
  const [right, left] = (['right', 'left'] as const).map((kind) => units.some((unit) => unit.kind === kind));
  // The gap that was painted before a line is read before it or after it, as the page runs.
  const gap = text.slice(0, text.length - text.trimStart().length);
  if (direction === 'rtl') {
    const island = !right && (left || (/\d/.test(text) && !PAGEWARD.test(text)));
    return island ? text.trimStart() + gap : fromRight(units);
  }
  if (!right) return text;
  // An island from right to left, or else what no page of ours has: both directions in one node.
  return left ? together(units, 'right').map(readStretch).join('') : gap + fromRight(units).trimEnd();
}

const fromRight = (units: readonly Unit[]): string =>
  together(units, 'left')
    .toReversed()
    .map((stretch) => (stretch.length > 1 ? textOf(stretch) : mirrored(stretch)))
    .join('');

/** Units by themselves, but all from one of a kind to the next together, unless letters of the other kind part them. */
function together(units: readonly Unit[], kind: 'left' | 'right'): Unit[][] {
  const other = kind === 'left' ? 'right' : 'left';
  const stretches: Unit[][] = [];
  for (let at = 0; at < units.length; ) {
    const rest = units.slice(at);
    const end = rest.findIndex((unit) => unit.kind === other);
    const last = (end < 0 ? rest : rest.slice(0, end)).findLastIndex((unit) => unit.kind === kind);
    const length = rest[0]?.kind === kind ? last + 1 : 1;
    stretches.push(rest.slice(0, length));
    at += length;
  }
  return stretches;
}

const textOf = (units: readonly Unit[]): string => units.map(({ text }) => text).join('');

/** A stretch inside a line that runs from left to right. */
const readStretch = (stretch: readonly Unit[]): string =>
  stretch.length > 1 ? mirrored(stretch.toReversed()) : textOf(stretch);

/** Right-to-left brackets are painted as their mirror images. */
const mirrored = (units: readonly Unit[]): string =>
  units.map(({ text, kind }) => (kind === 'sign' ? mirror(text) : text)).join('');
