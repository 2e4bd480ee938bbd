import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import {
  attribute,
  classes,
  type Element,
  findElement,
  isElement,
  isTextNode,
  type Node,
  parseHtml,
} from '../../../src/page/dom.js';
import { linearize } from '../../../src/page/linearize.js';
import type { Page } from '../../../src/page/page.js';
import { readTheme } from '../../../src/theme/read.js';
import type { Theme } from '../../../src/theme/theme.js';
import { writeDocx } from '../../../src/writers/docx/write-docx.js';
import { fullView, pageOf, pageOfView, readSample, resumeOf, SAMPLES } from '../../page/samples.js';
import { fold, type Outline, outlineOf } from './outline.js';
import { openDocx } from './word-file.js';

// Two readers of Word files: mammoth, which knows nothing of us and turns them back into HTML, and one that goes by the
// standard. Both must find what our page says.

let theme: Theme;
beforeAll(async () => {
  theme = await readTheme('classic');
});

const STYLE_MAP = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Heading 1'] => h2:fresh",
  "p[style-name='Heading 2'] => h3:fresh",
  "p[style-name='Heading 3'] => h4:fresh",
];

const INLINE = new Set(['a', 'strong', 'em', 'code', 'span', 'time', 'sub', 'sup', 'b', 'i', 'bdi']);

function outline(html: string): Outline {
  const body = findElement(parseHtml(html).childNodes as Node[], 'body');
  const found: Outline = { words: [], headings: [], items: [], links: [] };
  const text = (nodes: readonly Node[], skip: (node: Element) => boolean = () => false): string =>
    nodes
      .map((node) => {
        // Marks of direction are no words.
        if (isTextNode(node)) return node.value.replaceAll(/[\u200e\u200f]/g, '');
        if (!isElement(node) || skip(node)) return '';
        const parent = node.parentNode;
        const cell = parent && 'tagName' in parent && classes(parent).includes('row');
        const gap = cell || !INLINE.has(node.tagName) ? ' ' : '';
        return `${gap}${text(node.childNodes, skip)}${gap}`;
      })
      .join('');
  const visit = (node: Node, lists: readonly string[]): void => {
    if (!isElement(node)) return;
    const { tagName, childNodes } = node;
    if (/^h\d$/.test(tagName)) found.headings.push(`${tagName} ${fold(text(childNodes))}`);
    if (tagName === 'a') found.links.push(`${fold(text(childNodes))} → ${attribute(node, 'href')}`);
    if (tagName === 'li') {
      const own = text(childNodes, (inner) => ['ul', 'ol'].includes(inner.tagName));
      found.items.push(`${lists.join(' ')} ${fold(own)}`);
    }
    const inner = ['ul', 'ol'].includes(tagName) ? [...lists, tagName] : lists;
    for (const child of childNodes) visit(child, inner);
  };
  for (const node of body?.childNodes ?? []) visit(node, []);
  found.words = fold(text(body?.childNodes ?? [])).split(' ');
  return found;
}

async function byMammoth(bytes: Uint8Array): Promise<Outline> {
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { styleMap: [...STYLE_MAP, "r[style-name='Code'] => code"] },
  );
  // It says so of each style that has no HTML of its own; anything else would be a fault.
  expect(messages.filter(({ message }) => !message.startsWith('Unrecognised '))).toEqual([]);
  return outline(`<body>${value.replaceAll('\t', ' ')}</body>`);
}

const READERS = {
  mammoth: byMammoth,
  'a reader by the standard': async (bytes: Uint8Array) => outlineOf(openDocx(bytes)),
};
const STARTERS = join(packageRoot(), 'templates', 'starters');
const RESUMES = [
  ...SAMPLES.map((name) => [name, () => readSample(name)] as const),
  ...readdirSync(STARTERS).map(
    (name) => [`the starter ${name}`, () => resumeOf(readFileSync(join(STARTERS, name), 'utf8'))] as const,
  ),
];

describe.each(Object.entries(READERS))('%s recovers', (_, read) => {
  const returned = async (page: Page) => read(await writeDocx(page, linearize(page.html, page.theme)));

  it.each(RESUMES)('all words, headings, lists and links of %s, in their order', async (_name, resume) => {
    const page = pageOf(resume(), theme);
    const expected = outline(page.html);
    expect(expected.words.join('').length).toBeGreaterThan(400);
    expect(expected.headings.length).toBeGreaterThan(2);
    expect(await returned(page)).toEqual(expected);
  });

  it('those of every field of every section', async () => {
    const page = pageOfView(fullView(), theme);
    const expected = outline(page.html);
    expect(expected.items).toEqual(['ol Third', 'ul Outer', 'ul ul Inner', 'ul Quietly']);
    expect(expected.headings).toEqual([
      'h1 Ada Example',
      'h2 Summary',
      'h2 Experience',
      'h3 Lead · acme.example 2020 – Present',
      'h4 Assistant 2019',
      'h2 Skills',
      'h2 Publications',
      'h2 How I work',
    ]);
    expect(await returned(page)).toEqual(expected);
  });
});

describe('mammoth reads', () => {
  it('the plain text, a paragraph a line', async () => {
    const page = pageOfView(fullView(), theme);
    const bytes = await writeDocx(page, linearize(page.html, theme));
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(value.split('\n\n').slice(0, 9)).toEqual([
      'Ada Example',
      'Engineer',
      'ada@example.com',
      'GitHub: ada',
      'Summary',
      'One sentence.',
      'Experience',
      'Lead · acme.example\t2020 – Present',
      'Acme, Paris',
    ]);
  });
});
