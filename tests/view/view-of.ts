import { readResume } from '../../src/resume/read.js';
import { buildView, type ViewOptions } from '../../src/view/build-view.js';
import type { Entry, Item, List, Pair, Prose, Section, Text, View } from '../../src/view/view.js';

/** The view of a résumé, given in YAML from its second line on. */
export function viewOf(text: string, options: ViewOptions = {}): View {
  const source = /^basics:/m.test(text) ? text : `basics: {name: Ada}\n${text}`;
  const { resume, diagnostics } = readResume(source, 'resume.yaml');
  if (!resume) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return buildView(resume, options);
}

/** The one section of a résumé that has only one. */
export function sectionOf(text: string): Section {
  const { sections } = viewOf(text);
  const [section] = sections;
  if (!section || sections.length > 1) throw new Error(`${sections.length} sections`);
  return section;
}

export function entriesOf(text: string): Entry[] {
  const section = sectionOf(text);
  if (section.kind !== 'entries' && section.kind !== 'records') throw new Error(section.kind);
  return section.entries;
}

/** An entry as a reader takes it in, one thing a line, without what it has not. */
export function told(entry: Entry): Record<string, unknown> {
  const {
    heading,
    title,
    subtitle,
    address,
    period,
    authors,
    details,
    about,
    prose,
    list,
    facts,
    keywords,
    parts,
  } = entry;
  const all = {
    heading,
    title: joined(title),
    subtitle: joined(subtitle),
    address: address?.plain,
    period: period?.plain,
    authors: joined(authors),
    details: joined(details),
    about: about.map(proseText),
    prose: prose.map(proseText),
    list: list && listText(list),
    facts: facts.map((line) => line.map(pairText).join(' · ')),
    keywords: joined(keywords),
    parts: parts.map(told),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined && value !== '' && !isEmpty(value)),
  );
}

const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
const joined = (texts: readonly Text[]) => texts.map(({ plain }) => plain).join(', ');

export const proseText = (part: Prose): unknown =>
  'paragraph' in part ? part.paragraph.plain : listText(part.list);

/** A list as nested arrays; an ordered one begins with its first number. */
export const listText = ({ ordered, start, items }: List): unknown[] => [
  ...(ordered ? [start] : []),
  ...items.flatMap(itemText),
];
const itemText = ({ text, lists }: Item): unknown[] => [text.plain, ...lists.map(listText)];

/** `Term (notes): value (notes), value`. */
function pairText({ term, notes, values }: Pair): string {
  const noted = (text: string, own: readonly Text[]) => (own.length > 0 ? `${text} (${joined(own)})` : text);
  const head = term ? noted(term.plain, notes) : '';
  const tail = values.map(({ text, notes: own }) => noted(text.plain, own)).join(', ');
  return head && tail ? `${head}: ${tail}` : head + tail;
}

export function pairsOf(text: string): string[] {
  const section = sectionOf(text);
  if (section.kind !== 'pairs') throw new Error(section.kind);
  return section.pairs.map(pairText);
}
