import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';
import type { Block, Blocks } from './pdf-blocks.js';
import { directionOf, type Piece, readAcross, runsLeft } from './read-across.js';

// In: what pdf.js found on a page, in the order of the content stream. Out: its lines, each with its place and the block it
// belongs to. Why: pdf.js hands out pieces; where a line ends and how wide a gap is, the places tell.

export interface PdfLine {
  text: string;
  /** pt from the lower left corner; `size` is the type size. */
  x: number;
  right: number;
  y: number;
  size: number;
  block?: Block | undefined;
  /** Begins with the label of a list item, which is not in its text. */
  labelled: boolean;
  /** Outside the structure tree of a tagged document: page numbers and decoration. */
  furniture: boolean;
}

/** In ems: wider is a gap between columns, narrower no space at all. */
const GAP = 1.5;
const SPACE = 0.1;
/** The share of the type size by which the foot of a letter may move and still be on the same line. */
const SAME_LINE = 0.5;

export function readLines(items: readonly (TextItem | TextMarkedContent)[], blocks: Blocks): PdfLine[] {
  const tagged = blocks.of.size > 0;
  const lines: (Omit<PdfLine, 'text'> & { pieces: Piece[] })[] = [];
  let before: Piece | undefined;
  const all = [...readPieces(items)];
  const direction = directionOf(all);
  for (const piece of all) {
    const block = blocks.of.get(piece.id ?? '');
    const isLabel = blocks.labels.has(piece.id ?? '');
    const line = lines.at(-1);
    const level =
      before !== undefined && Math.abs(piece.y - before.y) < SAME_LINE * Math.min(piece.size, before.size);
    // In a script that runs to the left the next piece may stand before the last.
    const goesOn =
      level && line && (tagged ? block === line.block : piece.x > line.x - 1 || runsLeft(piece.text));
    if (goesOn) {
      if (!isLabel) line.pieces.push(piece);
      line.size = isLabel ? line.size : Math.max(line.size, piece.size);
      line.x = Math.min(line.x, piece.x);
      line.right = Math.max(line.right, piece.right);
    } else {
      const { x, right, y, size } = piece;
      const furniture = tagged && !blocks.of.has(piece.id ?? '');
      lines.push({ pieces: isLabel ? [] : [piece], x, right, y, size, block, labelled: isLabel, furniture });
    }
    before = piece;
  }
  return lines
    .map(({ pieces, ...line }) => ({ ...line, text: readAcross(pieces, direction, between).trim() }))
    .filter(({ text }) => text !== '');
}

function between(before: Piece, piece: Piece): string {
  const gap = Math.max(piece.x - before.right, before.x - piece.right) / Math.max(piece.size, 1);
  if (gap > GAP) return '\t';
  const spaced = piece.spaced || gap > SPACE || /^\s/.test(piece.text) || /\s$/.test(before.text);
  return spaced ? ' ' : '';
}

/** Pieces that show something, each knowing whether white space came before it. */
function* readPieces(items: readonly (TextItem | TextMarkedContent)[]): Generator<Piece> {
  const marks: (string | undefined)[] = [];
  let spaced = false;
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop();
      // A mark without an id belongs to what is around it.
      else marks.push(item.id ?? marks.at(-1));
      continue;
    }
    const text = item.str.trim();
    if (text !== '') {
      const [, , c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      const size = Math.hypot(c, d);
      const lead = item.str.length - item.str.trimStart().length > 0;
      yield { text, x, right: x + item.width, y, size, spaced: spaced || lead, id: marks.at(-1) };
    }
    spaced = text === '' ? spaced || item.str !== '' : /\s$/.test(item.str);
  }
}
