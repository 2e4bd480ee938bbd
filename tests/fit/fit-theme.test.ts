import { expect, test } from 'vitest';
import { fitTheme } from '../../src/fit/fit-theme.js';
import type { Theme } from '../../src/theme/theme.js';
import { PLAIN } from '../page/plain-theme.js';

const THEME: Theme = { ...PLAIN, slack: { spacing: 0.5, margin: 36, size: 7.5 } };

/** About as high as a document is that is pressed so. */
const height = ({ page, styles }: Theme) =>
  (styles.Normal?.size ?? 0) * 30 + (styles['Heading 1']?.before ?? 0) + page.margin.top + page.margin.left;

async function pressed(theme: Theme, room: number) {
  const asked: Theme[] = [];
  const found = await fitTheme(theme, async (trial) => {
    asked.push(trial);
    return height(trial) <= room;
  });
  return { ...found, asked };
}

test('a theme that fits as it is comes back untouched, after one question', async () => {
  const { theme, fits, asked } = await pressed(THEME, height(THEME));
  expect([theme === THEME, fits, asked.length]).toEqual([true, true, 1]);
});

test('for every room there is, the type is as large as can be, and six questions are enough', async () => {
  const tightest = (await pressed(THEME, 0)).theme;
  for (let room = Math.ceil(height(tightest)); room < height(THEME); room += 1) {
    const { theme, fits, asked } = await pressed(THEME, room);
    expect(fits, String(room)).toBe(true);
    expect(height(theme)).toBeLessThanOrEqual(room);
    expect(asked.length).toBeLessThanOrEqual(6);
    const size = theme.styles.Normal?.size ?? 0;
    const tightestAt = (larger: number) => larger * 30 + 6.75 + 36 + 36;
    if (size < 10.5) expect(tightestAt(size + 1.5)).toBeGreaterThan(room);
  }
});

test('spacing gives way before margins, and margins before size', async () => {
  const little = await pressed(THEME, height(THEME) - 2);
  expect(little.theme.page).toEqual(THEME.page);
  const more = await pressed(THEME, height(THEME) - 20);
  expect(more.theme.page.margin.top).toBeLessThan(48);
  expect(more.theme.styles.Normal?.size).toBe(10.5);
  const much = await pressed(THEME, height(THEME) - 45);
  expect(much.theme.styles.Normal?.size).toBe(9);
  // Smaller type made room again.
  expect(much.theme.page).toEqual(THEME.page);
});

test('where nothing fits, the tightest there is comes back', async () => {
  const { theme, fits } = await pressed(THEME, 0);
  expect(fits).toBe(false);
  expect(theme.styles.Normal?.size).toBe(7.5);
  expect(theme.page.margin).toEqual({ top: 36, right: 36, bottom: 36, left: 36 });
});

test('a theme without slack is never pressed', async () => {
  const { theme, fits, asked } = await pressed(PLAIN, 0);
  expect([theme === PLAIN, fits, asked.length]).toEqual([true, false, 1]);
});
