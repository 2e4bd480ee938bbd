import {
  all,
  child,
  isXml,
  kids,
  numberOf,
  styleOf,
  stylesOf,
  val,
  type WordFile,
  type Xml,
} from './word-file.js';

// A Word file → what it says, read from its XML by the rules of the standard and by no library: the second reader that the
// Word files are held against. It goes by the names of styles, as python-docx does, and by numbering.xml, as Word does.

/** What a reader makes of a document, in its order. */
export interface Outline {
  words: string[];
  /** `h2 Experience`. */
  headings: string[];
  /** Each item's own words, after the kinds of the lists around it. */
  items: string[];
  /** `text → address`. */
  links: string[];
}

const HEADINGS: Record<string, string> = {
  Title: 'h1',
  'Heading 1': 'h2',
  'Heading 2': 'h3',
  'Heading 3': 'h4',
};

export const fold = (raw: string): string => raw.replaceAll(/\s+/g, ' ').trim();

export function outlineOf(file: WordFile): Outline {
  const names = new Map([...stylesOf(file)].map(([id, style]) => [id, val(child(style, 'w:name')) ?? '']));
  const targets = new Map(
    all(file.part('word/_rels/document.xml.rels'), 'Relationship').map(({ attrs }) => [
      attrs.Id,
      attrs.Target,
    ]),
  );
  const kinds = kindsOf(file);
  const found: Outline = { words: [], headings: [], items: [], links: [] };
  const open: string[] = [];
  for (const paragraph of all(file.part('word/document.xml'), 'w:p')) {
    const text = fold(shown(paragraph));
    found.words.push(...text.split(' ').filter((word) => word !== ''));
    const heading = HEADINGS[names.get(styleOf(paragraph) ?? '') ?? ''];
    if (heading) found.headings.push(`${heading} ${text}`);
    const numbering = child(paragraph, 'w:pPr', 'w:numPr');
    const levels = kinds.get(val(child(numbering, 'w:numId')) ?? '');
    if (levels) {
      const level = numberOf(child(numbering, 'w:ilvl'));
      open.length = Math.min(open.length, level);
      open[level] = levels[level] ?? '';
      found.items.push(`${open.join(' ')} ${text}`);
    }
    for (const link of all(paragraph, 'w:hyperlink')) {
      const anchor = link.attrs['w:anchor'] === undefined ? '' : `#${link.attrs['w:anchor']}`;
      found.links.push(`${fold(shown(link))} → ${targets.get(link.attrs['r:id'])}${anchor}`);
    }
  }
  return found;
}

/** By `numId`: what each level of the list is. */
function kindsOf(file: WordFile): Map<string, string[]> {
  const part = file.part('word/numbering.xml');
  const kind = (level: Xml) => (val(child(level, 'w:numFmt')) === 'bullet' ? 'ul' : 'ol');
  const definitions = new Map(
    all(part, 'w:abstractNum').map((one) => [one.attrs['w:abstractNumId'], all(one, 'w:lvl').map(kind)]),
  );
  return new Map(
    all(part, 'w:num').map((num) => [
      num.attrs['w:numId'] ?? '',
      definitions.get(val(child(num, 'w:abstractNumId'))) ?? [],
    ]),
  );
}

/** The text of an element, a space for a tab or a break, without marks of direction, which are no words. */
function shown(node: Xml): string {
  if (node.name === 'w:t')
    return node.children.map((one) => (isXml(one) ? '' : one.replaceAll(/[\u200e\u200f]/g, ''))).join('');
  if (node.name === 'w:tab' || node.name === 'w:br') return ' ';
  return node.name === 'w:pPr' ? '' : kids(node).map(shown).join('');
}
