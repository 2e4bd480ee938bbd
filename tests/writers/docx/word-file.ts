import { strFromU8, unzipSync } from 'fflate';
import sax from 'sax';
import type { Block } from '../../../src/page/blocks.js';
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
    bare: '',
    fonts: [],
    blocks: [],
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
