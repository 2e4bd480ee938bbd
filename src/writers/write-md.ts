import type { Block, Run } from '../page/blocks.js';
import type { Theme } from '../theme/theme.js';
import { hasWords } from './has-words.js';
import { guardStart, markdownLines, plainLines } from './markdown-line.js';
import { type Place, placeItems } from './place-items.js';

// Blocks → Markdown as GitHub shows it: headings, nested lists, links. A paragraph is one line, however long. Pictures
// are left out, for GitHub shows none that come inside a file.

/** UTF-8, LF, a newline at the end. */
export async function writeMd(
  blocks: readonly Block[],
  { characters }: Pick<Theme, 'characters'>,
): Promise<Uint8Array> {
  const shown = blocks.filter(hasWords);
  const places = placeItems(shown);
  const text = shown.map((block, index) => {
    const before = shown[index - 1];
    const place = places[index];
    const words = place ? item(block, place, characters) : paragraph(block, characters);
    return (before ? joint(before, places[index - 1], block, place) : '') + words;
  });
  return Buffer.from(`${text.join('')}\n`, 'utf8');
}

const LEVELS: Record<string, number> = { Title: 1, 'Heading 1': 2, 'Heading 2': 3, 'Heading 3': 4 };
const PARAGRAPH = '\n\n';
const LINE = '\\\n';

function paragraph(block: Block, characters: Theme['characters']): string {
  const level = LEVELS[block.style];
  return level === undefined
    ? markdownLines(inOneLine(block), characters).map(guardStart).join(LINE)
    : heading(level, block.cells, characters);
}

/** What stands at the right edge, mostly dates, is no part of the heading: it opens the line below. */
function heading(level: number, [title = [], ...more]: Block['cells'], characters: Theme['characters']) {
  // A heading is one line; a number sign at its end would close it.
  const words = plainLines(title)
    .join('<br>')
    .replace(/(?<=\s)(?=#+$)/, '\\');
  const aside = markdownLines(joined(more.map((runs) => runs.map(emphasized))), characters);
  return `${'#'.repeat(level)} ${words}${more.length > 0 ? PARAGRAPH + aside.map(guardStart).join(LINE) : ''}`;
}

function item(block: Block, { indent, marker = '', twin }: Place, characters: Theme['characters']): string {
  // Two lists that touch would be one, were their markers the same.
  const own = twin ? marker.replace('-', '*').replace('.', ')') : marker;
  const inner = ' '.repeat(indent + own.length);
  const lines = markdownLines(inOneLine(block), characters).map(guardStart);
  return ' '.repeat(indent) + own + lines.join(LINE + inner);
}

/** How a block follows the one before: as a paragraph, as a line of the same paragraph, or as the next item. */
function joint(before: Block, place: Place | undefined, block: Block, own: Place | undefined): string {
  if (own) {
    // Only a list that counts from one may begin right below a paragraph's words.
    const tight =
      place && own.marker !== undefined && !(own.opens && /^\d/.test(own.marker) && own.marker !== '1. ');
    return tight ? '\n' : PARAGRAPH;
  }
  if (place) return PARAGRAPH;
  const dated = before.style.startsWith('Heading ') && before.cells.length > 1;
  const goesOn: Record<string, boolean> = {
    Where: dated || before.style === 'Part',
    'Where Alone': dated || before.style === 'Part',
    Detail: before.style === 'Record' || before.style === 'Record Title',
    Pair: before.style === 'Pair',
    Contact: before.style === 'Contact',
  };
  return goesOn[block.style] ? LINE : PARAGRAPH;
}

const inOneLine = ({ cells }: Block): Run[] => joined(cells);

function joined(cells: Block['cells']): Run[] {
  return cells.flatMap((runs, index): Run[] =>
    index > 0 ? [{ type: 'text', text: ' · ', styles: [] }, ...runs] : runs,
  );
}

const emphasized = (run: Run): Run =>
  run.type === 'text' ? { ...run, styles: [...run.styles, 'Emphasis'] } : run;
