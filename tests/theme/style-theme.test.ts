import { describe, expect, it } from 'vitest';
import { pressTheme } from '../../src/fit/press-theme.js';
import { idleStyle } from '../../src/theme/idle-style.js';
import { styleTheme } from '../../src/theme/style-theme.js';
import { resolveLook } from '../../src/theme/styles.js';
import type { Theme } from '../../src/theme/theme.js';
import { PLAIN } from '../page/plain-theme.js';

const THEME: Theme = {
  ...PLAIN,
  slack: { spacing: 0.6, margin: 36, size: 9 },
  styles: {
    Normal: { font: 'body', size: 10.5, line: 13.5, before: 3 },
    Title: { size: 24, line: 28.5, before: 0 },
    'Heading 1': { size: 13.5, before: 12.75 },
    Photo: { line: 'auto', before: 6 },
    Tight: { size: 12, line: 13.5 },
    'List Bullet': { before: 2.25, indent: 13.5, hanging: 9, marker: '•' },
  },
  characters: { Code: { font: 'mono', size: 9 }, Strong: { bold: true } },
};

describe('a theme in a person’s style', () => {
  it('is the theme itself where nothing is asked for', () => {
    expect(styleTheme(THEME)).toBe(THEME);
    expect(styleTheme(THEME, {})).toBe(THEME);
  });

  it('is the same, number for number, where what is asked for is what it has', () => {
    expect(styleTheme(THEME, { size: 10.5, density: 'normal', accent: '#1f3a5f', font: 'Caladea' })).toEqual(
      THEME,
    );
  });

  it('has another accent and keeps its other colours', () => {
    expect(styleTheme(THEME, { accent: '#075' }).colors).toEqual({ ...THEME.colors, accent: '#075' });
  });
});

describe('fonts', () => {
  it('are one family for all but code', () => {
    const theme = {
      ...THEME,
      fonts: { body: 'Tinos', headings: 'Gelasio', small: 'Arimo', mono: 'Cousine' },
    };
    expect(styleTheme(theme as Theme, { font: 'Carlito' }).fonts).toEqual({
      body: 'Carlito',
      headings: 'Carlito',
      small: 'Carlito',
      mono: 'Cousine',
    });
  });

  it('are one for each, the others as they were', () => {
    const theme: Theme = { ...THEME, fonts: { body: 'Tinos', headings: 'Gelasio', mono: 'Cousine' } };
    expect(styleTheme(theme, { font: { body: 'Arimo' } }).fonts).toEqual({
      body: 'Arimo',
      headings: 'Gelasio',
      mono: 'Cousine',
    });
    expect(styleTheme(theme, { font: { headings: 'Arimo', mono: 'Tinos' } }).fonts).toEqual({
      body: 'Tinos',
      headings: 'Arimo',
      mono: 'Tinos',
    });
    expect(styleTheme(theme, { font: { headings: 'Arimo' } }).styles).toEqual(theme.styles);
  });

  it('give name and section headings one of their own where the theme has none', () => {
    const { fonts, styles } = styleTheme(THEME, { font: { headings: 'Gelasio' } });
    expect(fonts).toEqual({ body: 'Caladea', headings: 'Gelasio', mono: 'Cousine' });
    expect(styles.Title).toEqual({ ...THEME.styles.Title, font: 'headings' });
    expect(styles['Heading 1']).toEqual({ ...THEME.styles['Heading 1'], font: 'headings' });
    expect(resolveLook('List Bullet', styles).font).toBe('body');
  });
});

describe('size', () => {
  it('takes all sizes and lines with it, and what a list’s marker hangs in', () => {
    const { styles, characters } = styleTheme(THEME, { size: 13.5 });
    expect(styles.Normal).toEqual({ font: 'body', size: 13.5, line: 17.25, before: 3 });
    expect(styles.Title).toEqual({ size: 31.5, line: 37.5, before: 0 });
    expect(styles['Heading 1']).toEqual({ size: 18, before: 12.75 });
    expect(styles.Photo).toEqual({ line: 'auto', before: 6 });
    expect(styles['List Bullet']).toMatchObject({ indent: 17.25, hanging: 11.25 });
    expect(characters).toEqual({ Code: { font: 'mono', size: 12 }, Strong: { bold: true } });
  });

  it('may be smaller, down to what a theme can say', () => {
    const { styles, characters } = styleTheme(THEME, { size: 7.5 });
    expect(styles.Normal).toMatchObject({ size: 7.5, line: 9.75 });
    expect(styles['List Bullet']).toMatchObject({ indent: 13.5, hanging: 9 });
    expect(characters.Code?.size).toBe(6);
  });

  it('is never larger than a theme can say', () => {
    expect(
      styleTheme({ ...THEME, styles: { ...THEME.styles, Title: { size: 36 } } }, { size: 18 }).styles.Title,
    ).toEqual({ size: 48 });
  });

  it.each([7.5, 9, 10.5, 12, 13.5, 15, 16.5, 18])(
    'of %d says nothing that CSS and Word print differently',
    (size) => {
      for (const density of ['compact', 'normal', 'airy'] as const) {
        const { styles } = styleTheme(THEME, { size, density });
        expect(styles.Normal?.size).toBe(size);
        for (const name of Object.keys(styles)) {
          const look = resolveLook(name, styles);
          expect((look.size ?? 0) / 1.5, name).toSatisfy(Number.isInteger);
          for (const length of [look.before, look.line, look.indent, look.hanging]) {
            if (typeof length === 'number') expect(length / 0.75, name).toSatisfy(Number.isInteger);
          }
        }
      }
    },
  );
});

describe('density', () => {
  it('compact draws paragraphs and lines together, but no line below 1.2 of its type', () => {
    const { styles, page } = styleTheme(THEME, { density: 'compact' });
    expect(styles.Normal).toMatchObject({ size: 10.5, line: 12.75, before: 1.5 });
    expect(styles['Heading 1']?.before).toBe(7.5);
    expect(styles.Tight?.line).toBe(13.5);
    expect(page).toEqual(THEME.page);
  });

  it('airy draws them apart', () => {
    expect(styleTheme(THEME, { density: 'airy' }).styles.Normal).toMatchObject({ line: 15, before: 4.5 });
  });

  it('leaves a page budget no more than the theme’s own space allows', () => {
    const pressed = (density: 'compact' | 'normal' | 'airy') =>
      pressTheme(styleTheme(THEME, { density }), { spacing: 1, margin: 0, size: 0 }).styles['Heading 1']
        ?.before;
    expect([pressed('compact'), pressed('normal'), pressed('airy')]).toEqual([7.5, 7.5, 7.5]);
  });
});

describe('what a theme has nothing for', () => {
  const told = (theme: Theme, style: Parameters<typeof idleStyle>[1]) =>
    idleStyle(theme, style, 'cv.yaml').map(({ rule, path, message }) => `${rule} <${path}> ${message}`);

  it('is told', () => {
    const bare = { ...THEME, colors: { ink: '#000' }, fonts: { text: 'Tinos' as const } };
    expect(told(bare, { accent: '#075', font: 'Arimo' })).toEqual([
      'idle-style <meta.style.accent> the theme plain has no colour `accent`, so this changes nothing',
      'idle-style <meta.style.font> the theme plain has no font `body`, so this changes nothing',
    ]);
    expect(told(bare, { font: { body: 'Arimo', headings: 'Arimo', mono: 'Arimo' } })).toEqual([
      'idle-style <meta.style.font.body> the theme plain has no font `body`, so this changes nothing',
      'idle-style <meta.style.font.mono> the theme plain has no font `mono`, so this changes nothing',
    ]);
  });

  it('is nothing where it has what is asked for', () => {
    expect(
      told(THEME, { accent: '#075', font: { body: 'Arimo', headings: 'Arimo', mono: 'Arimo' }, size: 9 }),
    ).toEqual([]);
    expect(told(THEME, undefined)).toEqual([]);
  });
});
