import { beforeAll, describe, expect, it } from 'vitest';
import { linearize } from '../../../src/page/linearize.js';
import { readTheme } from '../../../src/theme/read.js';
import type { Theme } from '../../../src/theme/theme.js';
import { writeDocx } from '../../../src/writers/docx/write-docx.js';
import { BREAK, block, JPEG, link, PNG, row, run, TORTURE } from '../../page/block-samples.js';
import { PLAIN } from '../../page/plain-theme.js';
import { pageOf, readSample, SAMPLES } from '../../page/samples.js';
import {
  all,
  child,
  isXml,
  kids,
  openDocx,
  paragraphs,
  runsOf,
  shownText,
  styleOf,
  stylesOf,
  textOf,
  val,
  type WordFile,
  wordOf,
} from './word-file.js';

let theme: Theme;
const files: Record<string, WordFile> = {};
beforeAll(async () => {
  theme = await readTheme('classic');
  for (const name of SAMPLES) {
    const page = pageOf(readSample(name), theme);
    files[name] = openDocx(await writeDocx(page, linearize(page.html, theme)));
  }
  files['torture blocks'] = await wordOf(PLAIN, TORTURE);
});

const PARTS = ['word/document.xml', 'word/footer1.xml'];

describe('a block', () => {
  it('is a paragraph with its style and its runs with theirs', async () => {
    const file = await wordOf(PLAIN, [
      block('Title', 'Ada'),
      block('Normal', 'a ', run('b', 'Strong'), ' c'),
      block('Contact', run('d', 'Period')),
    ]);
    expect(paragraphs(file).map((paragraph) => [styleOf(paragraph), ...runsOf(paragraph)])).toEqual([
      ['Title', 'Ada'],
      ['Normal', 'a ', 'Strong: b', ' c'],
      ['Contact', 'Period: d'],
    ]);
  });

  it('is of whole runs, whatever pieces the page was made of', async () => {
    const file = await wordOf(PLAIN, [
      block(
        'Contact',
        link('https://a.example/', 'a'),
        ' · ',
        'b',
        ', ',
        run('c', 'Strong'),
        run('d', 'Strong'),
      ),
      block('Normal', link('https://a.example/', 'a'), link('https://b.example/', 'b'), 'c', 'עברית', 'd'),
    ]);
    expect(paragraphs(file).map(runsOf)).toEqual([
      ['a', ' · b, ', 'Strong: cd'],
      ['a', 'b', 'c', 'עברית', 'd'],
    ]);
  });

  it('keeps the spaces at the ends of its runs', async () => {
    const file = await wordOf(PLAIN, [block('Normal', 'a ', run(' ', 'Strong'), '\u00a0b')]);
    expect(
      all(file.part('word/document.xml'), 'w:t').map(({ attrs, children }) => [attrs['xml:space'], children]),
    ).toEqual([
      ['preserve', ['a ']],
      ['preserve', [' ']],
      ['preserve', ['\u00a0b']],
    ]);
  });

  it('keeps every letter XML can hold', async () => {
    const hostile = `</w:t> & &amp; " ' \u2028 \u{1F600} <![CDATA[ ]]> é`;
    expect(shownText(paragraphs(await wordOf(PLAIN, [block('Normal', hostile)]))[0] ?? never())).toBe(
      hostile,
    );
  });

  it('with a break has a break element, not a newline', async () => {
    const [paragraph = never()] = paragraphs(await wordOf(PLAIN, [block('Normal', 'a', BREAK, 'b')]));
    expect(shownText(paragraph)).toBe('a⏎b');
  });

  it('without a style of the theme still has one that is defined', async () => {
    const bare: Theme = { ...PLAIN, styles: { Normal: {} } };
    const blocks = [block('Title', 'a'), block('Heading 3', 'b'), block('List Bullet 3', 'c')];
    const file = await wordOf(bare, blocks);
    const ids = paragraphs(file).map((paragraph) => styleOf(paragraph) ?? '');
    expect(ids).toEqual(['Title', 'Heading3', 'ListBullet3']);
    expect(ids.filter((id) => !stylesOf(file).has(id))).toEqual([]);
  });
});

describe('a row', () => {
  it('is one paragraph with a tab between its cells', async () => {
    const [paragraph = never()] = paragraphs(
      await wordOf(PLAIN, [row('Heading 2', ['a ', run('b', 'Strong')], [run('c', 'Period')])]),
    );
    expect(runsOf(paragraph)).toEqual(['a ', 'Strong: b', '⇥', 'Period: c']);
    expect(child(paragraph, 'w:pPr', 'w:tabs')).toBeUndefined();
  });

  it('of one cell has no tab', async () => {
    const [paragraph = never()] = paragraphs(await wordOf(PLAIN, [row('Part', ['a'])]));
    expect(shownText(paragraph)).toBe('a');
  });

  it('of three cells has a stop in the middle for the second, on A4 and on Letter', async () => {
    for (const [paper, middle] of [
      ['a4', '4813'],
      ['letter', '4980'],
    ] as const) {
      const [paragraph = never()] = paragraphs(
        await wordOf(PLAIN, [row('Part', ['a'], ['b'], ['c'])], { paper }),
      );
      expect(shownText(paragraph)).toBe('a⇥b⇥c');
      expect(kids(child(paragraph, 'w:pPr', 'w:tabs') ?? never()).map(({ attrs }) => attrs)).toEqual([
        { 'w:val': 'center', 'w:pos': middle },
      ]);
    }
  });
});

describe('a picture', () => {
  const image = (src: string, alt = 'Ada "A" <E>') =>
    block('Photo', { type: 'image' as const, src, alt, width: 96, height: 120 });

  it.each([
    ['PNG', PNG, /^word\/media\/.*\.png$/],
    ['JPEG', JPEG, /^word\/media\/.*\.jpe?g$/],
  ])('as %s is packed as it is, in its size and with its text', async (_, src, name) => {
    const file = await wordOf(PLAIN, [image(src)]);
    const media = file.names.filter((part) => part.startsWith('word/media/'));
    expect(media).toEqual([expect.stringMatching(name)]);
    const drawing = all(file.part('word/document.xml'), 'w:drawing')[0] ?? never();
    // 9,525 of Word's units are a pixel.
    expect(all(drawing, 'wp:extent')[0]?.attrs).toEqual({ cx: '914400', cy: '1143000' });
    expect(all(drawing, 'wp:docPr')[0]?.attrs).toMatchObject({ id: '1', descr: 'Ada "A" <E>' });
    expect(all(drawing, 'wp:inline')).toHaveLength(1);
  });

  it('of another kind is left out rather than broken', async () => {
    const file = await wordOf(PLAIN, [
      image('data:image/svg+xml;base64,AA=='),
      image('x.png'),
      image('data:image/png;base64,'),
    ]);
    expect(all(file.part('word/document.xml'), 'w:drawing')).toEqual([]);
    expect(file.names.filter((part) => part.includes('media'))).toEqual([]);
  });

  it('has a number of its own within the document', async () => {
    const file = await wordOf(PLAIN, [image(PNG), image(JPEG), image(PNG)]);
    expect(all(file.part('word/document.xml'), 'wp:docPr').map(({ attrs }) => attrs.id)).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
});

describe.each([...SAMPLES, 'torture blocks'])('%s', (name) => {
  const file = () => files[name] ?? never();

  it('has a defined style on every paragraph and run', () => {
    const styles = stylesOf(file());
    for (const part of PARTS) {
      const document = file().part(part);
      for (const paragraph of all(document, 'w:p')) {
        expect(styles.get(styleOf(paragraph) ?? '')?.attrs['w:type'], shownText(paragraph)).toBe('paragraph');
      }
      for (const style of all(document, 'w:rStyle')) {
        expect(styles.get(val(style) ?? '')?.attrs['w:type'], val(style)).toBe('character');
      }
    }
  });

  it('carries style names and nothing else', () => {
    const document = file().part('word/document.xml');
    const inRuns = new Set(
      all(document, 'w:rPr')
        .flatMap(kids)
        .map((property) => property.name),
    );
    // The direction of a run is the one thing that no style can say.
    expect([...inRuns].sort()).toEqual(name === 'arabic.yaml' ? ['w:rStyle', 'w:rtl'] : ['w:rStyle']);
    const inParagraphs = new Set(
      all(document, 'w:pPr')
        .flatMap(kids)
        .map((property) => property.name),
    );
    // The torture blocks have a row of three and an item that goes on, which no style can say.
    expect([...inParagraphs].sort()).toEqual(
      name === 'torture blocks'
        ? ['w:ind', 'w:numPr', 'w:pStyle', 'w:tabs']
        : [...(all(document, 'w:numPr').length > 0 ? ['w:numPr'] : []), 'w:pStyle'],
    );
  });

  it('has no tables, boxes, frames or columns', () => {
    for (const part of PARTS) {
      const source = file().source(part);
      expect(source).not.toMatch(/<(w:tbl|w:framePr|w:txbxContent|mc:AlternateContent|v:|wps:|w:pict)\b/);
    }
    expect(
      all(file().part('word/document.xml'), 'w:cols').filter(({ attrs }) => attrs['w:num'] !== '1'),
    ).toEqual([]);
    expect(all(file().part('word/document.xml'), 'w:sectPr')).toHaveLength(1);
  });

  it('has no tab, newline or control character in its text', () => {
    const texts = all(file().part('word/document.xml'), 'w:t');
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.map(textOf).filter((text) => /[\p{Cc}]/u.test(text))).toEqual([]);
    // sax folds nothing, so what is between elements is not text either.
    const stray = all(file().part('word/document.xml'), 'w:p').filter((paragraph) =>
      paragraph.children.some((one) => !isXml(one)),
    );
    expect(stray).toEqual([]);
  });

  it('has no empty paragraphs', () => {
    const empty = paragraphs(file()).filter(
      (paragraph) => shownText(paragraph).trim() === '' && all(paragraph, 'w:drawing').length === 0,
    );
    expect(empty).toEqual([]);
  });

  it('resolves every relationship, and has none too many', () => {
    const rels = all(file().part('word/_rels/document.xml.rels'), 'Relationship');
    const ids = rels.map(({ attrs }) => attrs.Id);
    expect(ids).toEqual([...new Set(ids)]);
    const used = [
      ...file()
        .source('word/document.xml')
        .matchAll(/ r:(?:id|embed|link)="([^"]+)"/g),
    ].map(([, id]) => id);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
    const links = rels.filter(({ attrs }) => /\/(hyperlink|image)$/.test(attrs.Type ?? ''));
    expect(links.filter(({ attrs }) => !used.includes(attrs.Id))).toEqual([]);
    const parts = rels
      .filter(({ attrs }) => attrs.TargetMode !== 'External')
      .map(({ attrs }) => `word/${attrs.Target}`);
    expect(parts.filter((part) => !file().names.includes(part))).toEqual([]);
  });
});

function never(): never {
  throw new Error('missing');
}
