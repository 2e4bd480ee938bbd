import type { Block, Run } from '../page/blocks.js';
import { columnsOf } from './columns.js';
import { hasWords } from './has-words.js';
import { type Place, placeItems } from './place-items.js';
import { spellLinks } from './spell-links.js';
import { wrap } from './wrap.js';

// Blocks → plain text that survives a web form, which knows no columns: one thing a line, lists with dashes, sections
// underlined, addresses in full, nothing that only a monospaced font would hold together.

const WIDTH = 72;

/** UTF-8, LF, at most 72 columns but for longer words, a newline at the end. */
export async function writeTxt(blocks: readonly Block[]): Promise<Uint8Array> {
  const shown = blocks.filter(hasWords);
  const places = placeItems(shown);
  const lines = shown.flatMap((block, index) => [
    ...(needsGap(shown[index - 1], block) ? [''] : []),
    ...paragraph(block, places[index]),
  ]);
  return Buffer.from(`${lines.join('\n')}\n`, 'utf8');
}

const OPENS = /^(Heading \d|Record|Part)$/;

/** An empty line before each section and entry, and between paragraphs, which no indent tells apart. */
function needsGap(before: Block | undefined, { style, item }: Block): boolean {
  if (!before || (before.style === 'Heading 1' && style !== 'Heading 1')) return false;
  if (OPENS.test(style)) return true;
  return style === 'Normal' && !item && (before.style === 'Normal' || before.item !== undefined);
}

function paragraph(block: Block, place: Place | undefined): string[] {
  const lines = (block.style === 'Contact' ? block.cells.flatMap(partContacts) : block.cells)
    .map(spellLinks)
    .flatMap((text) => text.split('\n'));
  if (block.style === 'Heading 1') return underlined(lines.join(' '));
  const indent = ' '.repeat(place?.indent ?? 0);
  const rest = indent + ' '.repeat(place?.marker?.length ?? 0);
  return lines.flatMap((line, index) =>
    wrap(line, WIDTH, { first: index === 0 ? indent + (place?.marker ?? '') : rest, rest }),
  );
}

const underlined = (title: string): string[] => [title, '-'.repeat(Math.min(columnsOf(title), WIDTH))];

/** The line of contacts is one for the eye; a form has a field for each. What stands between them is a run by itself. */
function partContacts(runs: readonly Run[]): Run[][] {
  const parts: Run[][] = [[]];
  for (const run of runs) {
    if (run.type === 'text' && /^\s*[·|•]\s*$/.test(run.text)) parts.push([]);
    else parts.at(-1)?.push(run);
  }
  return parts.filter((part) => part.length > 0);
}
