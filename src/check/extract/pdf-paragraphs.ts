import type { Paragraph } from './extraction.js';
import type { PdfLine } from './pdf-lines.js';

// In: the lines of a PDF's pages. Out: its paragraphs. Why: a wrapped line is no line of its own. A tagged file says which
// lines belong together; in another, a line goes on in the next where the next word had no room on it.

const TYPED_BULLET = /^[•◦▪‣●○■*–—-]\s+(?=\S)/u;

export function joinLines(pages: readonly (readonly PdfLine[])[]): Paragraph[] {
  const paragraphs: (Paragraph & { last: PdfLine })[] = [];
  for (const [index, page] of pages.entries()) {
    const edge = page.reduce((most, { right }) => Math.max(most, right), 0);
    for (const [at, line] of page.filter(({ furniture }) => !furniture).entries()) {
      const open = paragraphs.at(-1);
      const newPage = at === 0 && index > 0;
      if (open && belongs(open, line, newPage, edge)) {
        // What stands higher than the line before it stands beside it: a date after a title on two lines.
        const gap = !newPage && line.y > open.last.y + 1 ? '\t' : joint(open.text);
        open.text = `${open.text}${gap}${line.text}`;
        open.lines.push(line.text);
        open.last = line;
      } else paragraphs.push({ ...begin(line), last: line });
    }
  }
  return paragraphs.map(({ last, ...paragraph }) => paragraph);
}

function begin(line: PdfLine): Paragraph {
  const typed = TYPED_BULLET.exec(line.text)?.[0];
  const text = typed ? line.text.slice(typed.length) : line.text;
  return {
    text,
    lines: [line.text],
    ...(line.block?.level !== undefined && { level: line.block.level }),
    ...((typed || line.labelled) && { bullet: true }),
  };
}

function belongs(
  open: Paragraph & { last: PdfLine },
  line: PdfLine,
  newPage: boolean,
  edge: number,
): boolean {
  const { last } = open;
  if (line.labelled || TYPED_BULLET.test(line.text)) return false;
  if (newPage) {
    // pdf.js shows a page only its own part of the tree: a sentence that has not ended goes on.
    const same = line.block?.role === last.block?.role && /^(P|LI|undefined)$/.test(`${line.block?.role}`);
    const unended = !/[.!?:;。]$/u.test(open.text) && /^[\p{Ll}\p{N}]/u.test(line.text);
    return same && unended && isFull(last, line, edge);
  }
  if (line.block || last.block) return line.block === last.block;
  if (line.y > last.y + 1 && line.y - last.y < 4 * line.size && line.x > last.right) return true;
  const drop = last.y - line.y;
  // Centred lines begin anywhere; they are no one paragraph.
  const near = drop > 0 && drop < 1.8 * line.size && Math.abs(line.x - last.x) < 1.5 * line.size;
  return (
    isFull(last, line, edge) && near && Math.abs(last.size - line.size) < 0.5 && !last.text.includes('\t')
  );
}

/** Whether the next line's first word had no room at the end of the last. */
function isFull(last: PdfLine, line: PdfLine, edge: number): boolean {
  const word = line.text.split(/\s/)[0] ?? '';
  const average = (line.right - line.x) / Math.max(line.text.length, 1);
  return last.right + (word.length + 1) * average > edge - 1;
}

/** A line that ends in a hyphen or slash inside a word goes on without a space. */
const joint = (text: string): string => (/[\p{L}\p{N}][-/‐]$/u.test(text) ? '' : ' ');
