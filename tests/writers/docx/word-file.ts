import { strFromU8, unzipSync } from 'fflate';
import sax from 'sax';
import type { Block, ListItem, Run } from '../../../src/page/blocks.js';
import type { Page } from '../../../src/page/page.js';
import type { Theme } from '../../../src/theme/theme.js';
import { writeDocx } from '../../../src/writers/docx/write-docx.js';

// A Word file as a tree of XML, read without the library that wrote it, and the few words to ask it things.

export interface Xml {
  name: string;
  attrs: Record<string, string>;
  children: (Xml | string)[];
}

export function readXml(source: string): Xml {
  const root: Xml = { name: '', attrs: {}, children: [] };
  const open = [root];
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => {
    const element: Xml = { name, attrs: attributes as Record<string, string>, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => open.pop();
  parser.ontext = (text) => open.at(-1)?.children.push(text);
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(source).close();
  const [top] = root.children.filter((child) => typeof child !== 'string');
  if (!top) throw new Error('no XML');
  return top;
}

export const isXml = (node: Xml | string): node is Xml => typeof node !== 'string';
export const kids = (node: Xml): Xml[] => node.children.filter(isXml);
/** All elements of a name, in document order. */
export const all = (node: Xml, name: string): Xml[] =>
  kids(node).flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
/** The child of a name. */
export const child = (node: Xml | undefined, ...path: string[]): Xml | undefined =>
  path.reduce<Xml | undefined>((at, name) => at && kids(at).find((one) => one.name === name), node);
export const val = (node: Xml | undefined): string | undefined => node?.attrs['w:val'];
export const textOf = (node: Xml): string =>
  node.children.map((one) => (isXml(one) ? textOf(one) : one)).join('');

export interface WordFile {
  names: string[];
  source(part: string): string;
  part(name: string): Xml;
}

export function openDocx(bytes: Uint8Array): WordFile {
  const parts = unzipSync(bytes);
  const source = (name: string) => {
    const data = parts[name];
    if (!data) throw new Error(`no part ${name}: ${Object.keys(parts).join(', ')}`);
    return strFromU8(data);
  };
  return { names: Object.keys(parts), source, part: (name) => readXml(source(name)) };
}

/** A page of which only what a Word file takes from it is there. */
export function bare(theme: Theme, change: Partial<Page> = {}): Page {
  return {
    html: '',
    printed: [],
    theme,
    paper: 'a4',
    meta: { title: 'T', author: 'A', lang: 'en', keywords: [], date: new Date('2024-05-01T12:00:00Z') },
    ...change,
  };
}

export async function wordOf(theme: Theme, blocks: Block[], change?: Partial<Page>): Promise<WordFile> {
  return openDocx(await writeDocx(bare(theme, change), blocks));
}

export const paragraphs = (file: WordFile): Xml[] => all(file.part('word/document.xml'), 'w:p');

/** What a paragraph shows, `⇥` for a tab and `⏎` for a break, without marks of direction, which nobody sees. */
export function shownText(paragraph: Xml): string {
  return kids(paragraph)
    .map((node) => {
      if (node.name === 'w:t') return textOf(node).replaceAll(/[\u200e\u200f]/g, '');
      if (node.name === 'w:tab') return '⇥';
      if (node.name === 'w:br') return '⏎';
      return node.name === 'w:pPr' || node.name === 'w:drawing' ? '' : shownText(node);
    })
    .join('');
}

export const styleOf = (paragraph: Xml): string | undefined => val(child(paragraph, 'w:pPr', 'w:pStyle'));

/** The paragraph's runs as `text`, or `style: text`. */
export const runsOf = (paragraph: Xml): string[] =>
  all(paragraph, 'w:r').map((run) => {
    const style = val(child(run, 'w:rPr', 'w:rStyle'));
    return style === undefined ? shownText(run) : `${style}: ${shownText(run)}`;
  });

/** Styles by id. */
export function stylesOf(file: WordFile): Map<string, Xml> {
  return new Map(
    all(file.part('word/styles.xml'), 'w:style').map((style) => [style.attrs['w:styleId'] ?? '', style]),
  );
}

export interface Level {
  format: string | undefined;
  text: string | undefined;
  start: number;
  left: number;
  hanging: number;
  style: string | undefined;
}

export const numberOf = (node: Xml | undefined, attribute = 'w:val') => Number(node?.attrs[attribute]);

/** The definition of each list, by `numId`, as Word resolves it. */
export function listsOf(file: WordFile): Map<string, { definition: string; levels: Level[] }> {
  const part = file.part('word/numbering.xml');
  const definitions = new Map(
    all(part, 'w:abstractNum').map((one) => [one.attrs['w:abstractNumId'] ?? '', one]),
  );
  return new Map(
    all(part, 'w:num').map((num) => {
      const definition = val(child(num, 'w:abstractNumId')) ?? '';
      const starts = new Map(
        all(num, 'w:lvlOverride').map((one) => [
          one.attrs['w:ilvl'],
          numberOf(child(one, 'w:startOverride')),
        ]),
      );
      const levels = all(definitions.get(definition) ?? num, 'w:lvl').map((level) => ({
        format: val(child(level, 'w:numFmt')),
        text: val(child(level, 'w:lvlText')),
        start: starts.get(level.attrs['w:ilvl']) ?? numberOf(child(level, 'w:start')),
        left: numberOf(child(level, 'w:pPr', 'w:ind'), 'w:left'),
        hanging: numberOf(child(level, 'w:pPr', 'w:ind'), 'w:hanging'),
        style: val(child(level, 'w:pStyle')),
      }));
      return [num.attrs['w:numId'] ?? '', { definition, levels }];
    }),
  );
}

export const run = (text: string, ...styles: string[]): Run => ({ type: 'text', text, styles });
export const link = (href: string, text: string, ...styles: string[]): Run => ({
  type: 'text',
  text,
  styles,
  href,
});
export const BREAK: Run = { type: 'break' };
export const block = (style: string, ...runs: (Run | string)[]): Block => ({
  style,
  cells: [runs.map((one) => (typeof one === 'string' ? run(one) : one))],
});
export const row = (style: string, ...cells: (Run | string)[][]): Block => ({
  style,
  cells: cells.map((runs) => runs.map((one) => (typeof one === 'string' ? run(one) : one))),
});
export const item = (style: string, text: string, at: Partial<ListItem> = {}): Block => ({
  ...block(style, text),
  item: { ordered: style.startsWith('List Number'), level: 0, list: 1, start: 1, ...at },
});

// A red point, and the same as a JPEG would begin: pictures are only packed, not looked at.
export const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
export const JPEG =
  'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==';

/** All that a page can ask of a Word file, at once. */
export const TORTURE: Block[] = [
  block('Title', 'N & <M> "O" \u2028 \u{1F600}\u0301'),
  block('Photo', { type: 'image', src: PNG, alt: 'A "B" <C>', width: 96, height: 120 }),
  block(
    'Photo',
    { type: 'image', src: JPEG, alt: '', width: 1, height: 1 },
    { type: 'image', src: 'data:image/gif;base64,AA==', alt: 'x', width: 1, height: 1 },
  ),
  block(
    'Contact',
    link('mailto:a@b.example?subject=a&body="b"', 'mail', 'Hyperlink'),
    ' · ',
    link('https://x.example/?a=1&b=2#c', 'web', 'Hyperlink'),
  ),
  block('Heading 1', 'One ', run('strong', 'Strong'), ' ', run('slanted', 'Emphasis')),
  row('Heading 2', [run('a', 'Entry Title')], [run('2020', 'Period')]),
  row('Heading 3', [run('a', 'Emphasis', 'Entry Title')], ['b'], ['c']),
  block(
    'Normal',
    'a',
    BREAK,
    BREAK,
    run('b', 'Strong', 'Emphasis', 'Code'),
    link('https://x.example/', 'c', 'Strong', 'Hyperlink'),
    link('https://x.example/', 'd', 'Emphasis', 'Hyperlink'),
  ),
  item('List Bullet', 'a'),
  item('List Bullet 2', 'b', { level: 1 }),
  item('List Bullet 3', 'c', { level: 2 }),
  item('List Bullet 3', 'd', { level: 5 }),
  block('List Bullet', 'goes on'),
  item('List Number', 'a', { list: 2, start: 7 }),
  item('List Number 2', 'b', { list: 3, level: 1, start: 3 }),
  item('List Number', 'c', { list: 4 }),
  item('List Number', 'zero', { list: 5, start: 0 }),
  row('Record', [run('a', 'Entry Title'), ', b'], [run('2020', 'Period')]),
  block('Pair', run('Term:', 'Term'), ' v ', run('(n)', 'Note')),
  ...['Headline', 'Part'].map((style) => block(style, style)),
];
