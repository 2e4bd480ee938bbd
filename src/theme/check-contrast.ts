import type { Diagnostic } from '../source/diagnostic.js';
import { channels, contrastRatio } from './contrast-ratio.js';
import type { Theme } from './theme.js';

// Colours of text too pale to be read on paper. (Rules and other ornament may be as pale as they like.)

/** What WCAG 2.2 asks of text at level AA: https://www.w3.org/TR/WCAG22/#contrast-minimum */
const ENOUGH = 4.5;
const PAPER = '#ffffff';

/**
 * A warning for each colour that some style gives to text and that has too little contrast to white. `own` says which
 * are not the theme's: their names, with the file and path where each was chosen.
 */
export function checkContrast(
  theme: Theme,
  own: Readonly<Record<string, { file: string; path: string }>> = {},
): Diagnostic[] {
  return [...coloured(theme)].flatMap(([name, styles]): Diagnostic[] => {
    const colour = theme.colors[name] ?? name;
    const ratio = contrastRatio(colour, PAPER);
    if (ratio >= ENOUGH) return [];
    const where = own[name] ?? {
      file: `theme ${theme.name}`,
      path: name === colour ? '' : `colors.${name}`,
    };
    return [
      {
        severity: 'warning',
        rule: 'contrast',
        ...where,
        message: `${name === colour ? colour : `\`${name}\`, ${colour},`} has a contrast of ${rounded(ratio)}:1 to white, and text needs ${ENOUGH}:1 to be read with ease (${listed(styles)})`,
        suggestion: `take a darker colour, such as ${darkened(colour)}`,
      },
    ];
  });
}

/** The colours that text has, by the theme's name for them, each with the styles that ask for it. */
function coloured({ styles, characters }: Theme): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [style, { color }] of [...Object.entries(styles), ...Object.entries(characters)]) {
    if (color !== undefined) found.set(color, [...(found.get(color) ?? []), style]);
  }
  return found;
}

/** Rounded down, so that 4.49 is not told as what would be enough. */
const rounded = (ratio: number): number => Math.floor(ratio * 10) / 10;

const MOST_NAMES = 4;
const listed = (names: readonly string[]): string =>
  [...names.slice(0, MOST_NAMES), ...(names.length > MOST_NAMES ? ['…'] : [])].join(', ');

/** The lightest shade of a colour that is dark enough. */
function darkened(colour: string): string {
  const own = channels(colour);
  for (let share = 99; share > 0; share--) {
    const shade = `#${own.map((channel) => hex(Math.floor((channel * share) / 100))).join('')}`;
    if (contrastRatio(shade, PAPER) >= ENOUGH) return shade;
  }
  return '#000000';
}
const hex = (channel: number): string => channel.toString(16).padStart(2, '0');
