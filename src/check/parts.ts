import type { Reading } from './reading.js';
import type { Sheet } from './sheet.js';
import type { Part } from './structure.js';
import { splitWords, squeeze } from './words.js';

// In: the pages of a PDF. Out: its headings and links, each once. Why: a link over two lines is two
// annotations, and over two pages it is two elements, for pdf.js shows a page only its own part of the tree
// and gives elements no name.

interface Found {
  role: string;
  lineage: string;
  text: string;
  /** Where a link leads. */
  target: string | undefined;
}

/** @param titles the outline's titles, squeezed: they tell one heading over two pages from two headings. */
export function readParts(
  sheets: readonly Sheet[],
  titles: ReadonlySet<string>,
): Pick<Reading, 'headings' | 'links'> {
  const found: Found[] = [];
  /** What reaches the end of the page before, and may go on. */
  let open: Found[] = [];
  for (const sheet of sheets) {
    const { parts, contents } = sheet.structure;
    const stillOpen: Found[] = [];
    for (const part of parts) {
      const here = describe(part, sheet);
      const goesOn = part.contents.length > 0 && part.contents[0] === contents[0];
      const begun = goesOn ? open.find((before) => isSame(before, here, titles)) : undefined;
      if (begun) begun.text += here.text;
      else found.push(here);
      if (part.contents.length > 0 && part.contents.at(-1) === contents.at(-1)) stillOpen.push(begun ?? here);
    }
    open = stillOpen;
  }
  return {
    headings: found
      .filter(({ role }) => role !== 'Link')
      .map(({ role, text }) => ({ level: Number(role.slice(1)), text: onOneLine(text) })),
    links: found.flatMap(({ target }) => target ?? []),
  };
}

function describe({ role, lineage, contents, objects }: Part, { pieces, targets }: Sheet): Found {
  const inside = new Set(contents);
  const text = pieces.flatMap((piece) => (inside.has(piece.id ?? '') ? piece.text : [])).join('');
  const target = objects.map((id) => targets.get(id)).find((one) => one !== undefined);
  return { role, lineage, text: `${text}\n`, target };
}

function isSame(before: Found, here: Found, titles: ReadonlySet<string>): boolean {
  if (before.lineage !== here.lineage) return false;
  return here.role === 'Link' ? before.target === here.target : titles.has(squeeze(before.text + here.text));
}

/** Where a line ends after a hyphen or a slash within a word, the word goes on. */
function onOneLine(text: string): string {
  return splitWords(text.replace(/(?<=[\p{L}\p{N}][-/\u2010–—])\n/gu, '')).join(' ');
}
