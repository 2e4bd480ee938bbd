import { contrastRatio } from './contrast-ratio.js';
import { resolveLook } from './styles.js';
import type { Theme } from './theme.js';

export interface Contrast {
  style: string;
  /** As the theme names it. */
  color: string;
  /** `#rgb` or `#rrggbb`. */
  value: string;
  /** To white paper, rounded down, so that 4.49 is not told as enough. */
  ratio: number;
}

/** What WCAG 2.2 asks of text at level AA: https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const ENOUGH_CONTRAST = 4.5;

/** The contrast of the text of each style that has a colour, the palest first. Ornament such as rules is not text. */
export function measureContrast({ styles, characters, colors }: Theme): Contrast[] {
  const looks = [
    ...Object.keys(styles).map((style) => [style, resolveLook(style, styles).color] as const),
    ...Object.entries(characters).map(([style, { color }]) => [style, color] as const),
  ];
  return looks
    .flatMap(([style, color]): Contrast[] => {
      if (color === undefined) return [];
      const value = colors[color] ?? color;
      return [{ style, color, value, ratio: Math.floor(contrastRatio(value, '#ffffff') * 10) / 10 }];
    })
    .sort((one, other) => one.ratio - other.ratio);
}
