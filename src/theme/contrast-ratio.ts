import { sixDigits } from './six-digits.js';

/**
 * How far two colours, `#rgb` or `#rrggbb`, are apart in lightness: from 1, the same, to 21, black on white. The contrast
 * ratio of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrastRatio(foreground: string, background: string): number {
  const [darker = 0, lighter = 0] = [foreground, background].map(luminance).sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance, from 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue from 0 to 255. */
export const channels = (colour: string): number[] =>
  (sixDigits(colour).match(/../g) ?? []).map((digits) => Number.parseInt(digits, 16));
