import { describe, expect, it } from 'vitest';
import { characterLook, type ParagraphLook, paragraphLook } from '../../src/theme/schema.js';
import { type Palette, rem, resolveLook, toCss, toWord, twips } from '../../src/theme/styles.js';

const palette: Palette = {
  fonts: { body: 'Caladea', mono: 'Cousine' },
  colors: { ink: '#1D1d1f', line: '#abc' },
};
/** One font for all scripts, but for those that run from right to left, which Cambria lacks. */
const word = (name: string, cs = name) => ({ font: { ascii: name, hAnsi: name, cs, eastAsia: name } });

type Row = { look: ParagraphLook; css: object; run?: object; paragraph?: object };

// Each property once or more: what the page gets, and beside it what Word gets.
const TABLE: { [K in keyof ParagraphLook]-?: Row[] } = {
  font: [
    {
      look: { font: 'body' },
      css: { 'font-family': '"Caladea", "Tinos", serif' },
      run: word('Cambria', 'Times New Roman'),
    },
    { look: { font: 'mono' }, css: { 'font-family': '"Cousine", monospace' }, run: word('Courier New') },
    {
      look: { font: 'unheard' },
      css: { 'font-family': '"Caladea", "Tinos", serif' },
      run: word('Cambria', 'Times New Roman'),
    },
  ],
  size: [
    { look: { size: 10.5 }, css: { 'font-size': '0.875rem' }, run: { size: 21 } },
    { look: { size: 13.5 }, css: { 'font-size': '1.125rem' }, run: { size: 27 } },
  ],
  bold: [
    { look: { bold: true }, css: { 'font-weight': '700' }, run: { bold: true } },
    { look: { bold: false }, css: { 'font-weight': '400' }, run: { bold: false } },
  ],
  italic: [
    { look: { italic: true }, css: { 'font-style': 'italic' }, run: { italics: true } },
    { look: { italic: false }, css: { 'font-style': 'normal' }, run: { italics: false } },
  ],
  underline: [
    {
      look: { underline: true },
      css: { 'text-decoration-line': 'underline' },
      run: { underline: { type: 'single' } },
    },
    {
      look: { underline: false },
      css: { 'text-decoration-line': 'none' },
      run: { underline: { type: 'none' } },
    },
    {
      look: { underline: 'line' },
      css: { 'text-decoration-line': 'underline', 'text-decoration-color': '#abc' },
      run: { underline: { type: 'single', color: 'AABBCC' } },
    },
  ],
  uppercase: [
    { look: { uppercase: true }, css: { 'text-transform': 'uppercase' }, run: { allCaps: true } },
    { look: { uppercase: false }, css: { 'text-transform': 'none' }, run: { allCaps: false } },
  ],
  tracking: [
    {
      look: { tracking: 0.05, size: 12 },
      css: { 'letter-spacing': '0.05em', 'font-size': '1rem' },
      run: { characterSpacing: 12, size: 24 },
    },
    { look: { tracking: 0.02 }, css: { 'letter-spacing': '0.02em' }, run: { characterSpacing: 4 } },
  ],
  color: [
    { look: { color: 'ink' }, css: { color: '#1D1d1f' }, run: { color: '1D1D1F' } },
    { look: { color: 'line' }, css: { color: '#abc' }, run: { color: 'AABBCC' } },
    { look: { color: '#0f08AA' }, css: { color: '#0f08AA' }, run: { color: '0F08AA' } },
  ],
  // Not a property of its own: the base's properties come first.
  base: [{ look: { base: 'Normal' }, css: {} }],
  line: [
    {
      look: { line: 13.5 },
      css: { 'line-height': '1.125rem' },
      paragraph: { spacing: { line: 270, lineRule: 'exact' } },
    },
    {
      look: { line: 'auto' },
      css: { 'line-height': 'normal' },
      paragraph: { spacing: { line: 240, lineRule: 'auto' } },
    },
  ],
  before: [
    { look: { before: 4.5 }, css: { 'margin-top': '0.375rem' }, paragraph: { spacing: { before: 90 } } },
    { look: { before: 0 }, css: { 'margin-top': '0rem' }, paragraph: { spacing: { before: 0 } } },
  ],
  align: [
    { look: { align: 'start' }, css: { 'text-align': 'start' }, paragraph: { alignment: 'start' } },
    { look: { align: 'center' }, css: { 'text-align': 'center' }, paragraph: { alignment: 'center' } },
    { look: { align: 'end' }, css: { 'text-align': 'end' }, paragraph: { alignment: 'end' } },
  ],
  indent: [
    {
      look: { indent: 13.5 },
      css: { 'padding-inline-start': '1.125rem' },
      paragraph: { indent: { start: 270, hanging: 0 } },
    },
  ],
  hanging: [
    {
      look: { indent: 13.5, hanging: 9 },
      css: { 'padding-inline-start': '1.125rem' },
      paragraph: { indent: { start: 270, hanging: 180 } },
    },
  ],
  // Made by the page’s list rules and by Word’s numbering.
  marker: [
    { look: { marker: '•' }, css: {} },
    { look: { marker: 'number' }, css: {} },
  ],
  rule: [
    {
      look: { rule: { width: 0.75, color: 'line', gap: 2 } },
      css: { 'border-bottom': '0.0625rem solid #abc', 'padding-bottom': '0.16667rem' },
      paragraph: { border: { bottom: { style: 'single', size: 6, space: 2, color: 'AABBCC' } } },
    },
    {
      look: { rule: { width: 1.5, color: 'line', gap: 6, side: 'above' } },
      css: { 'border-top': '0.125rem solid #abc', 'padding-top': '0.5rem' },
      paragraph: { border: { top: { style: 'single', size: 12, space: 6, color: 'AABBCC' } } },
    },
  ],
  keepNext: [
    { look: { keepNext: true }, css: { 'break-after': 'avoid' }, paragraph: { keepNext: true } },
    { look: { keepNext: false }, css: { 'break-after': 'auto' }, paragraph: { keepNext: false } },
  ],
  keepLines: [
    { look: { keepLines: true }, css: { 'break-inside': 'avoid' }, paragraph: { keepLines: true } },
    { look: { keepLines: false }, css: { 'break-inside': 'auto' }, paragraph: { keepLines: false } },
  ],
};

describe('the style table', () => {
  const rows = Object.entries(TABLE).flatMap(([name, cases]) => cases.map((row) => ({ name, ...row })));

  it.each(rows)(
    'says $name to the page and to Word alike: $look',
    ({ look, css, run = {}, paragraph = {} }) => {
      expect(toCss(look, palette)).toEqual(css);
      expect(toWord(look, palette)).toEqual({ run, paragraph });
    },
  );

  it('has both projections of every property that a theme may set', () => {
    expect(Object.keys(TABLE).sort()).toEqual(Object.keys(paragraphLook.shape).sort());
    const silent = Object.keys(characterLook.shape).filter((name) => {
      const [row] = TABLE[name as keyof ParagraphLook];
      return !row || Object.keys(row.css).length === 0 || Object.keys(row.run ?? {}).length === 0;
    });
    expect(silent).toEqual([]);
  });

  it('lets a theme set each of them', () => {
    for (const { name, look } of rows) {
      expect(paragraphLook.safeParse(look).success, name).toBe(true);
      expect(characterLook.safeParse(look).success, name).toBe(
        Object.keys(look).every((key) => key in characterLook.shape),
      );
    }
  });

  it('joins what Word keeps together: line height and space above', () => {
    const look: ParagraphLook = { before: 3, line: 13.5, align: 'end', bold: true };
    expect(toWord(look, palette)).toEqual({
      run: { bold: true },
      paragraph: { alignment: 'end', spacing: { before: 60, line: 270, lineRule: 'exact' } },
    });
  });

  it('spaces no letters where they join', () => {
    expect(toWord({ tracking: 0.05 }, { ...palette, wordFonts: { cs: 'Times New Roman' } }).run).toEqual({});
    expect(toWord({ tracking: 0.05 }, palette).run).not.toEqual({});
  });

  it('says nothing where nothing is set', () => {
    expect(toCss({}, palette)).toEqual({});
    expect(toCss({ bold: undefined }, palette)).toEqual({});
    expect(toWord({}, palette)).toEqual({ run: {}, paragraph: {} });
  });
});

describe('lengths', () => {
  it.each([
    [12, '1rem', 240],
    [10.5, '0.875rem', 210],
    [0.75, '0.0625rem', 15],
    [2, '0.16667rem', 40],
    [0, '0rem', 0],
  ])('of %d pt are rem on the page and twips in Word', (points, css, word) => {
    expect(rem(points)).toBe(css);
    expect(twips(points)).toBe(word);
  });
});

describe('a style as it looks in the end', () => {
  const styles: Record<string, ParagraphLook> = {
    Normal: { font: 'body', size: 10.5, before: 3 },
    List: { before: 2, indent: 12 },
    'List 2': { base: 'List', indent: 24 },
  };

  it('has its base’s properties and Normal’s under its own', () => {
    expect(resolveLook('List 2', styles)).toEqual({ font: 'body', size: 10.5, before: 2, indent: 24 });
  });

  it('starts from Normal where it names no base, or is not in the theme', () => {
    expect(resolveLook('List', styles)).toEqual({ font: 'body', size: 10.5, before: 2, indent: 12 });
    expect(resolveLook('Other', styles)).toEqual({ font: 'body', size: 10.5, before: 3 });
    expect(resolveLook('Normal', styles)).toEqual({ font: 'body', size: 10.5, before: 3 });
  });
});
