import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../../src/package-root.js';
import { readTheme } from '../../../src/theme/read.js';
import type { Theme } from '../../../src/theme/theme.js';
import { block, run } from '../../page/block-samples.js';
import { PLAIN } from '../../page/plain-theme.js';
import { all, child, kids, stylesOf, val, wordOf, type Xml } from './word-file.js';

describe('the classic theme in Word', () => {
  /** As its author wrote it. */
  const written = parse(readFileSync(join(packageRoot(), 'themes/classic/theme.yaml'), 'utf8')) as {
    colors: Record<string, string>;
    styles: Record<string, Record<string, unknown>>;
  };
  const stated = (key: string) =>
    Object.entries(written.styles).flatMap(([name, look]) =>
      look[key] === undefined ? [] : [[name.replaceAll(' ', ''), look[key]] as const],
    );
  let own: Map<string, Xml>;
  beforeAll(async () => {
    own = stylesOf(await wordOf(await readTheme('classic'), []));
  });

  it('has the theme’s sizes, in the half points Word counts in', () => {
    // 12.75 pt is 25.5 of them; Word's is the next smaller size.
    const sizes = stated('size')
      .map(([id, size]) => [id, String(Math.floor(Number(size) * 2))])
      // Who says again what Normal says would no longer change with it.
      .filter(([, size], index, [normal]) => index === 0 || size !== normal?.[1]);
    expect(sizes.length).toBeGreaterThan(4);
    expect(sizes.map(([id = '']) => [id, val(child(own.get(id), 'w:rPr', 'w:sz'))])).toEqual(sizes);
    expect(sizes.map(([id = '']) => [id, val(child(own.get(id), 'w:rPr', 'w:szCs'))])).toEqual(sizes);
  });

  it('has the theme’s colours', () => {
    const colours = stated('color').map(([id, name]) => [
      id,
      written.colors[String(name)]?.slice(1).toUpperCase(),
    ]);
    expect(colours.length).toBeGreaterThan(3);
    expect(colours.map(([id = '']) => [id, val(child(own.get(id), 'w:rPr', 'w:color'))])).toEqual(colours);
  });

  it('keeps together what the theme keeps together', () => {
    const stays = stated('keepNext')
      .filter(([, on]) => on)
      .map(([id]) => id);
    expect(stays).toContain('Heading1');
    expect(
      [...own]
        .filter(([, one]) => {
          const flag = child(one, 'w:pPr', 'w:keepNext');
          return flag && val(flag) !== 'false';
        })
        .map(([id]) => id)
        .sort(),
    ).toEqual(stays.sort());
  });
});

describe('the style table in Word', () => {
  const own: Theme = {
    name: 'own',
    title: '',
    description: '',
    page: { paper: 'a4', margin: { top: 50, right: 45.3, bottom: 50, left: 50 } },
    slack: {},
    fonts: { body: 'Tinos', mono: 'Cousine' },
    colors: { ink: '#abc', line: '#102030' },
    styles: {
      Normal: { font: 'body', size: 10.5, line: 13.5, before: 3, color: 'ink', align: 'start' },
      Title: { size: 24, line: 28.5, align: 'center', bold: true, uppercase: true, tracking: 0.05 },
      'Heading 1': {
        italic: true,
        underline: true,
        rule: { width: 0.75, color: 'line', gap: 2 },
        keepLines: true,
      },
      Photo: { line: 'auto', align: 'end' },
      Big: { base: 'Title', tracking: 0.025, indent: 9 },
      'List Bullet': { indent: 13.5, hanging: 9 },
      'List Bullet 2': { base: 'List Bullet', indent: 27 },
    },
    characters: { Code: { font: 'mono', size: 9 }, Term: { bold: true, color: 'line', tracking: 0.02 } },
    order: [],
    aside: [],
    titles: {},
    templates: {},
    baseCss: '',
    css: '',
  };

  let styles: Map<string, Xml>;
  beforeAll(async () => {
    styles = stylesOf(await wordOf(own, [block('Normal', run('x', 'Term'))]));
  });
  /** A style's properties as `name: value`, in their order. */
  const properties = (id: string, kind: 'w:pPr' | 'w:rPr') => {
    const found = child(styles.get(id), kind);
    return found ? kids(found).map(({ name, attrs }) => [name, ...Object.values(attrs)].join(' ')) : [];
  };

  it.each([
    [
      'Normal',
      ['w:widowControl', 'w:tabs', 'w:spacing 60 270 exact', 'w:jc left'],
      [
        'w:rFonts Times New Roman Times New Roman Times New Roman Times New Roman',
        'w:color AABBCC',
        'w:sz 21',
        'w:szCs 21',
      ],
    ],
    [
      'Title',
      ['w:spacing 570 exact', 'w:jc center'],
      ['w:b', 'w:bCs', 'w:caps', 'w:spacing 24', 'w:sz 48', 'w:szCs 48'],
    ],
    ['Heading1', ['w:keepLines', 'w:pBdr', 'w:outlineLvl 0'], ['w:i', 'w:iCs', 'w:u single']],
    ['Photo', ['w:spacing 240 auto', 'w:jc right'], []],
    // Its letter-spacing is a part of the size it has from Title.
    ['Big', ['w:ind 180 0'], ['w:spacing 12', 'w:sz 48', 'w:szCs 48']],
    ['ListBullet2', ['w:numPr', 'w:ind 540 180'], []],
    ['Code', [], ['w:rFonts Courier New Courier New Courier New Courier New', 'w:sz 18', 'w:szCs 18']],
  ])('%s', (id, paragraph, runs) => {
    expect(properties(id, 'w:pPr')).toEqual(paragraph);
    expect(properties(id, 'w:rPr')).toEqual(runs);
  });

  it('draws a rule below a paragraph, its width in eighths of a point', () => {
    const border = child(styles.get('Heading1'), 'w:pPr', 'w:pBdr', 'w:bottom');
    expect(border?.attrs).toEqual({ 'w:val': 'single', 'w:color': '102030', 'w:sz': '6', 'w:space': '2' });
  });
});

describe('the right edge', () => {
  it.each([
    // 595.3 − 57 − 57 and 612 − 57 − 57 points, in twentieths.
    ['a4', '9626'],
    ['letter', '9960'],
  ] as const)(
    'of the text on %s is the tab stop of Normal, which all have from it',
    async (paper, position) => {
      const found = stylesOf(await wordOf(PLAIN, [block('Normal', 'a')], { paper }));
      const tabs = [...found].filter(([, one]) => child(one, 'w:pPr', 'w:tabs')).map(([id]) => id);
      expect(tabs).toEqual(['Normal']);
      const [stop] = kids(
        child(found.get('Normal'), 'w:pPr', 'w:tabs') ?? { name: '', attrs: {}, children: [] },
      );
      expect(stop?.attrs).toEqual({ 'w:val': 'right', 'w:pos': position });
    },
  );
});

describe('the defaults', () => {
  it('are the body’s font, size and colour, and the language', async () => {
    const found = await wordOf(PLAIN, [], {
      meta: { title: '', author: '', lang: 'de-AT', keywords: [], date: new Date(0) },
    });
    const defaults = child(found.part('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr');
    expect(
      kids(defaults ?? { name: '', attrs: {}, children: [] }).map(({ name, attrs }) =>
        [name, ...Object.values(attrs)].join(' '),
      ),
    ).toEqual([
      'w:rFonts Cambria Times New Roman Cambria Cambria',
      'w:color 1D1D1F',
      'w:sz 21',
      'w:szCs 21',
      'w:lang de-AT',
    ]);
  });

  it('have no bold or italic, which no style could switch off again', async () => {
    const bold: Theme = {
      ...PLAIN,
      styles: { ...PLAIN.styles, Normal: { ...PLAIN.styles.Normal, bold: true } },
    };
    const found = await wordOf(bold, []);
    const [defaults] = all(found.part('word/styles.xml'), 'w:docDefaults');
    expect(defaults && all(defaults, 'w:b')).toEqual([]);
    expect(child(stylesOf(found).get('Normal'), 'w:rPr', 'w:b')).toBeDefined();
  });
});
