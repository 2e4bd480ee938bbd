import { describe, expect, it } from 'vitest';
import { fontFile } from '../../src/page/font-file.js';
import { styleSheet } from '../../src/page/style-sheet.js';
import type { Theme } from '../../src/theme/theme.js';

const THEME: Theme = {
  name: 'small',
  title: 'Small',
  description: '',
  page: { paper: 'a4', margin: { top: 48, right: 60, bottom: 36, left: 54 } },
  slack: {},
  fonts: { body: 'Caladea', mono: 'Cousine' },
  colors: { ink: '#111111' },
  styles: {
    Normal: { font: 'body', size: 10.5, line: 13.5, before: 3, color: 'ink' },
    Title: { size: 24, before: 0, align: 'center' },
    'Heading 1': { size: 12, bold: true, uppercase: true, tracking: 0.03, keepNext: true },
    'Key Fact': { base: 'Title', before: 6 },
    'List Bullet': { indent: 12, hanging: 9, marker: '•' },
    'List Bullet 2': { base: 'List Bullet', indent: 27, marker: '–' },
    'List Number': { indent: 18, hanging: 15 },
    Footer: { size: 9, before: 0, align: 'center' },
  },
  characters: { Strong: { bold: true }, Code: { font: 'mono' }, 'Entry Title': { bold: true } },
  order: [],
  aside: [],
  titles: {},
  templates: {},
  baseCss: '/* base */',
  css: '/* own */',
};

const FONT = fontFile({
  family: 'Tinos',
  weight: 400,
  style: 'normal',
  range: 'U+0000',
  source: 'url(data:,)',
});

const sheet = (change: Partial<Theme> = {}, paper: 'a4' | 'letter' = 'a4', name = 'Ada') =>
  styleSheet({ ...THEME, ...change }, paper, name, { files: [FONT], scripts: [] }).split('\n');

const withFooter = (footer: string) => sheet({ page: { ...THEME.page, footer } });

describe('the style sheet', () => {
  it('goes from the general to the theme’s own', () => {
    const lines = sheet();
    const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
    const order = ['@font-face', '@page', ':root', '/* base */', 'body, p', 'strong', '/* own */'].map(at);
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(lines.at(-1)).toBe('/* own */');
  });

  it('has no empty parts', () => {
    expect(styleSheet({ ...THEME, css: '  \n' }, 'a4', 'Ada', { files: [], scripts: [] })).not.toMatch(
      /^\n|\n\n|\n$/,
    );
  });
});

describe('paper', () => {
  it('is A4 with the theme’s margins in points, and as large on a screen', () => {
    expect(sheet()).toContain('@page { size: A4; margin: 48pt 60pt 36pt 54pt; }');
    // One rem is 12 pt: 595.3 pt, without both margins 481.3 pt, and 48, 60, 36, 54 pt.
    expect(sheet()).toContain(
      ':root { --paper-width: 49.60833rem; --text-width: 40.10833rem; --margin: 4rem 5rem 3rem 4.5rem; }',
    );
  });

  it('is Letter when asked for', () => {
    expect(sheet({}, 'letter')).toContain('@page { size: letter; margin: 48pt 60pt 36pt 54pt; }');
    expect(sheet({}, 'letter')).toContain(
      ':root { --paper-width: 51rem; --text-width: 41.5rem; --margin: 4rem 5rem 3rem 4.5rem; }',
    );
  });
});

describe('the footer', () => {
  it('is absent without page.footer', () => {
    expect(sheet().join('\n')).not.toContain('@bottom');
  });

  it('stands below every page but the first, in the style Footer', () => {
    const lines = withFooter('{name} · {page} / {pages}');
    expect(lines).toContain(
      '@page { size: A4; margin: 48pt 60pt 36pt 54pt; @bottom-center { ' +
        'content: "Ada" " · " counter(page) " / " counter(pages); ' +
        'font-family: "Caladea", "Tinos", serif; font-size: 0.75rem; line-height: 1.125rem; ' +
        'color: #111111; text-align: center; } }',
    );
    expect(lines).toContain('@page :first { @bottom-center { content: none; } }');
  });

  it('prints words it does not know as they are', () => {
    expect(withFooter('{title}').join('\n')).toContain('content: "\\7b title\\7d ";');
  });

  it('needs no placeholder at all', () => {
    expect(withFooter('Confidential').join('\n')).toContain('content: "Confidential";');
  });
});

describe('the style table', () => {
  it.each([
    [
      'Normal is the body and every paragraph',
      'body, p { font-family: "Caladea", "Tinos", serif; font-size: 0.875rem; line-height: 1.125rem; ' +
        'color: #111111; }',
    ],
    ['what stands around a paragraph is not around the page as well', 'p { margin-top: 0.25rem; }'],
    [
      'Title is h1, with all that it has from Normal',
      'h1 { font-family: "Caladea", "Tinos", serif; font-size: 2rem; line-height: 1.125rem; margin-top: 0rem; ' +
        'color: #111111; text-align: center; }',
    ],
    [
      'Heading 1 is h2',
      'h2 { font-family: "Caladea", "Tinos", serif; font-size: 1rem; line-height: 1.125rem; margin-top: 0.25rem; ' +
        'color: #111111; font-weight: 700; text-transform: uppercase; letter-spacing: 0.03em; ' +
        'break-after: avoid; }',
    ],
    [
      'a style of the theme’s own is a class, stronger than the paragraph it stands on',
      'p.key-fact, .key-fact { font-family: "Caladea", "Tinos", serif; font-size: 2rem; line-height: 1.125rem; ' +
        'margin-top: 0.5rem; color: #111111; text-align: center; }',
    ],
    ['a character style of HTML is its element', 'strong { font-weight: 700; }'],
    ['a font brings its fallbacks', 'code { font-family: "Cousine", monospace; }'],
    ['a character style of the theme’s own is a class', '.entry-title { font-weight: 700; }'],
  ])('%s', (_, rule) => {
    expect(sheet()).toContain(rule);
  });
});

describe('lists', () => {
  it('stand at the indent of their style, counted from the item around them', () => {
    const lines = sheet();
    expect(lines).toContain(
      'ul > li { padding-inline-start: 0; margin-inline-start: 1rem; list-style-type: "•  "; }',
    );
    // 27 pt from the edge, 15 pt from the item around it.
    expect(lines).toContain(
      ':is(ul, ol) ul > li { padding-inline-start: 0; margin-inline-start: 1.25rem; list-style-type: "–  "; }',
    );
    expect(lines).toContain(
      'ol > li { padding-inline-start: 0; margin-inline-start: 1.5rem; list-style-type: decimal; }',
    );
  });

  it('have a rule for three levels, the deeper one last so that it wins', () => {
    const rules = sheet().filter((line) => line.includes('list-style-type'));
    expect(rules.map((line) => line.split(' {', 1)[0])).toEqual([
      'ul > li',
      ':is(ul, ol) ul > li',
      ':is(ul, ol) :is(ul, ol) ul > li',
      'ol > li',
      ':is(ul, ol) ol > li',
      ':is(ul, ol) :is(ul, ol) ol > li',
    ]);
  });
});
