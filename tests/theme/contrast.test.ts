import { describe, expect, it } from 'vitest';
import { checkContrast } from '../../src/theme/check-contrast.js';
import { contrastRatio } from '../../src/theme/contrast-ratio.js';
import { listThemes, readTheme } from '../../src/theme/read.js';
import { PLAIN } from '../page/plain-theme.js';

describe('the contrast of two colours', () => {
  // The greys that are told apart everywhere: #767676 is the lightest that passes on white, #777777 just does not.
  it.each([
    ['#000000', '#ffffff', 21],
    ['#fff', '#000', 21],
    ['#0a5', '#0a5', 1],
    ['#00AA55', '#0a5', 1],
    ['#767676', '#ffffff', 4.54],
    ['#777777', '#ffffff', 4.48],
    ['#ff0000', '#ffffff', 4.0],
    ['#0000ff', '#ffffff', 8.59],
    ['#ffff00', '#ffffff', 1.07],
    ['#ff0000', '#0000ff', 2.15],
  ])('%s on %s is %d', (foreground, background, ratio) => {
    expect(contrastRatio(foreground, background)).toBeCloseTo(ratio, 2);
  });
});

describe('a theme’s text', () => {
  it('is told of where it is too pale, with the styles that have it', () => {
    const theme = { ...PLAIN, colors: { ...PLAIN.colors, quiet: '#777777' } };
    expect(checkContrast(theme)).toEqual([
      {
        severity: 'warning',
        rule: 'contrast',
        file: 'theme plain',
        path: 'colors.quiet',
        message:
          '`quiet`, #777777, has a contrast of 4.4:1 to white, and text needs 4.5:1 to be read with ease (Headline, Footer, Period, Note)',
        suggestion: 'take a darker colour, such as #757575',
      },
    ]);
  });

  it('may have a colour without a name', () => {
    const theme = { ...PLAIN, characters: { ...PLAIN.characters, Note: { color: '#fc0' } } };
    expect(checkContrast(theme)).toMatchObject([
      { path: '', message: expect.stringMatching(/^#fc0 has a contrast of 1.5:1 .* \(Note\)$/) },
    ]);
  });

  it('is judged where the résumé chose it, too', () => {
    const theme = { ...PLAIN, colors: { ...PLAIN.colors, accent: '#fc0' } };
    const own = { accent: { file: 'cv.yaml', path: 'meta.style.accent' } };
    expect(checkContrast(theme, own)).toMatchObject([{ file: 'cv.yaml', path: 'meta.style.accent' }]);
  });

  it('is told a colour that is dark enough', () => {
    for (const accent of ['#fc0', '#ffffff', '#ff0000', '#0a5', '#777']) {
      const [warning] = checkContrast({ ...PLAIN, colors: { ...PLAIN.colors, accent } });
      const [shade = '#fff'] = warning?.suggestion?.match(/#\w+$/) ?? [];
      expect(contrastRatio(shade, '#ffffff'), accent).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('is dark enough in every theme that ships', async () => {
    const themes = await Promise.all((await listThemes()).map((name) => readTheme(name)));
    expect(themes.flatMap((theme) => checkContrast(theme))).toEqual([]);
  });
});

it('lines may be as pale as they like', () => {
  expect(checkContrast({ ...PLAIN, colors: { ...PLAIN.colors, line: '#eee' } })).toEqual([]);
});
