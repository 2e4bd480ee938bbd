import { describe, expect, it } from 'vitest';
import { ladders } from '../../src/fit/ladders.js';
import { pressTheme } from '../../src/fit/press-theme.js';
import { resolveLook } from '../../src/theme/styles.js';
import type { Theme } from '../../src/theme/theme.js';
import { PLAIN } from '../page/plain-theme.js';

const THEME: Theme = {
  ...PLAIN,
  slack: { spacing: 0.5, margin: 36, size: 9 },
  page: { ...PLAIN.page, margin: { top: 48, right: 57, bottom: 40.1, left: 30 } },
  styles: {
    Normal: { font: 'body', size: 12, line: 15, before: 3 },
    Title: { size: 24, line: 28.5, before: 0 },
    'Heading 1': { size: 15, before: 12.75, rule: { width: 0.75, color: 'line', gap: 2 } },
    Photo: { line: 'auto', before: 6 },
    Tiny: { size: 7.5, line: 9, before: 0.1 },
    Quiet: { color: 'quiet' },
  },
  characters: { Code: { font: 'mono', size: 10.5 }, Strong: { bold: true } },
};

const lengths = ({ page, styles }: Theme) => [
  ...Object.values(page.margin),
  ...Object.values(styles).flatMap(({ before = 0, line, size = 0 }) => [
    before,
    size,
    typeof line === 'number' ? line : 0,
  ]),
];

describe('a theme under pressure', () => {
  it('is the same when there is none', () => {
    expect(pressTheme(THEME, { spacing: 0, margin: 0, size: 0 })).toEqual(THEME);
  });

  it('gives up space above first, and keeps the share that must stay', () => {
    const { styles, page } = pressTheme(THEME, { spacing: 1, margin: 0, size: 0 });
    expect(page).toEqual(THEME.page);
    expect(styles.Normal).toEqual({ ...THEME.styles.Normal, before: 1.5 });
    expect(styles['Heading 1']?.before).toBe(6.75);
    expect(styles.Quiet).toEqual({ color: 'quiet' });
  });

  it('has no margin below the floor, and leaves alone one that is', () => {
    const { page } = pressTheme(THEME, { spacing: 0, margin: 1, size: 0 });
    expect(page.margin).toEqual({ top: 36, right: 36, bottom: 36, left: 30 });
    const half = pressTheme(THEME, { spacing: 0, margin: 0.5, size: 0 });
    expect(half.page.margin).toEqual({ top: 42, right: 46.5, bottom: 38.25, left: 30 });
  });

  it('has smaller type in proportion, never below the floor, with lines in proportion', () => {
    const { styles, characters } = pressTheme(THEME, { spacing: 0, margin: 0, size: 3 });
    expect(styles.Normal).toMatchObject({ size: 9, line: 11.25 });
    expect(styles.Title).toMatchObject({ size: 18, line: 21.75 });
    expect(styles['Heading 1']?.size).toBe(12);
    expect(styles.Tiny).toMatchObject({ size: 7.5, line: 9 });
    expect(styles.Photo?.line).toBe('auto');
    expect(characters).toEqual({ Code: { font: 'mono', size: 9 }, Strong: { bold: true } });
  });

  it('says nothing that CSS and Word would print differently', () => {
    for (const pressure of ladders(THEME).flat()) {
      const pressed = pressTheme(THEME, pressure);
      const own = lengths(THEME);
      const changed = lengths(pressed).filter((length, index) => length !== own[index]);
      // What is not its own any more is whole CSS pixels, or the floor itself.
      expect(changed.filter((length) => !Number.isInteger(length / 0.75))).toEqual([]);
      for (const name of Object.keys(pressed.styles)) {
        expect((resolveLook(name, pressed.styles).size ?? 0) / 1.5, name).toSatisfy(Number.isInteger);
      }
    }
  });
});

describe('the ladders of a theme', () => {
  const told = (slack: Theme['slack']) =>
    ladders({ ...THEME, slack }).map((ladder) =>
      ladder.map(({ spacing, margin, size }) => `${spacing} ${margin.toFixed(2)} ${size}`),
    );

  it('use spacing first, then margins, then size', () => {
    const rungs = ['0.25 0.00', '0.5 0.00', '0.75 0.00', '1 0.00', '1 0.33', '1 0.67', '1 1.00'];
    expect(told({ spacing: 0.5, margin: 36, size: 9 })).toEqual([
      rungs.map((rung) => `${rung} 0`),
      ['0 0.00', ...rungs].map((rung) => `${rung} 1.5`),
      ['0 0.00', ...rungs].map((rung) => `${rung} 3`),
    ]);
  });

  it('have nothing that the theme’s slack does not name', () => {
    expect(told({})).toEqual([[]]);
    expect(told({ size: 10.5 })).toEqual([[], ['0 0.00 1.5']]);
    expect(told({ size: 13.5 })).toEqual([[]]);
    expect(told({ margin: 36 })).toEqual([['0 0.33 0', '0 0.67 0', '0 1.00 0']]);
  });

  it('grow tighter with every rung', () => {
    for (const ladder of ladders(THEME)) {
      const all = ladder.map((pressure) => lengths(pressTheme(THEME, pressure)));
      for (const [at, looser] of all.slice(0, -1).entries()) {
        expect(all[at + 1]?.every((length, index) => length <= (looser[index] ?? 0))).toBe(true);
      }
    }
  });
});
