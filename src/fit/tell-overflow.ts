import { counted } from '../source/counted.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { listed } from '../source/listed.js';
import type { Text } from '../view/view.js';
import type { Overflow } from './read-overflow.js';

// What stands on the pages that are too many → the error that says by how much, and which entries stand last.

/** Who asked for so few pages: the résumé, or the command line. */
export interface Budget {
  pages: number;
  from: 'résumé' | 'option';
}

/** Entries named at most. */
const NAMED = 3;

export function tellOverflow(
  { lines, points, pages: needed }: Overflow,
  printed: readonly Text[],
  budget: Budget,
  file: string,
): Diagnostic {
  const { pages, from } = budget;
  const last = lastEntries(lines, printed).slice(-NAMED);
  const size = `${counted(lines.length, 'line')} (${points} pt) too long`;
  const names = last.map(({ path, name }) => `“${name}” (${path})`);
  const which = names.length > 0 ? `; last ${names.length > 1 ? 'stand' : 'stands'} ${listed(names)}` : '';
  return {
    severity: 'error',
    rule: 'does-not-fit',
    file,
    path: from === 'résumé' ? 'meta.pages' : '',
    message: `does not fit ${counted(pages, 'page')}: pressed as far as its theme allows, it is ${size}${which}`,
    suggestion: `shorten or leave out what matters least, or allow ${counted(needed, 'page')}`,
  };
}

interface EntryName {
  /** Such as `work[2]`. */
  path: string;
  name: string;
}

/** The entries that have text on those pages, in the order of the document. */
function lastEntries(lines: readonly string[], printed: readonly Text[]): EntryName[] {
  const over = squeeze(lines.join(''));
  const found = new Set<string>();
  let end = over.length;
  // From the end of the document backwards, as long as what was printed is there; of a text that began a page earlier only
  // its end is.
  for (const { path, plain } of [...printed].reverse()) {
    const tail = squeeze(plain).slice(-TAIL);
    const at = tail === '' ? end : over.lastIndexOf(tail, end - tail.length);
    // What stands elsewhere on the page than in the templates is passed over, until the first that is there.
    if (at < 0 && end < over.length) break;
    if (at < 0) continue;
    end = at;
    const entry = ENTRY.exec(path)?.[0];
    if (entry !== undefined) found.add(entry);
  }
  return [...found].reverse().map((path) => ({ path, name: nameOf(path, printed) }));
}

/** Letters enough to know a text by. */
const TAIL = 12;

/** An entry's own part of a path, such as `work[2]` or `sections[0].entries[1]`; a section's heading is none. */
const ENTRY = /^(?!sections\[\d+\]\.title$)(?:sections\[\d+\]\.\w+|\w+)\[\d+\]/;

/** An entry is known by the first thing that it prints. */
function nameOf(entry: string, printed: readonly Text[]): string {
  const first = printed.find(({ path }) => path === entry || path.startsWith(`${entry}.`));
  const name = first?.plain ?? entry;
  return name.length > LONG ? `${name.slice(0, LONG - 1).trimEnd()}…` : name;
}

const LONG = 40;

const squeeze = (text: string): string => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
