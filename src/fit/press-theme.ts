import type { ParagraphLook } from '../theme/schema.js';
import { resolveLook } from '../theme/styles.js';
import type { Theme } from '../theme/theme.js';

// A theme and how hard to press it → the same theme with smaller numbers. Nothing goes below the floors of its `slack`,
// and every number stays one that CSS and Word print alike: lengths in whole CSS pixels, sizes in steps of 1.5 pt.

export interface Pressure {
  /** From 0, the theme's own space above, to 1, the least its slack allows. */
  spacing: number;
  /** The same of the margins. */
  margin: number;
  /** Points taken off the size of `Normal`; all other sizes shrink in proportion. */
  size: number;
}

/** 0.75 pt is a CSS pixel and 15 twips. */
const PIXEL = 0.75;
/** See docs/adr/0009: the sizes that both can print. */
const SIZE_STEP = 1.5;

/** Pure; a pressure of nothing gives the theme back, number for number. */
export function pressTheme(theme: Theme, pressure: Pressure): Theme {
  const { slack, styles, characters, page } = theme;
  const { size: body } = resolveLook('Normal', styles);
  const sizeShare = body === undefined ? 1 : (body - pressure.size) / body;
  const spaceShare = 1 - pressure.spacing * (1 - (slack.spacing ?? 1));
  const smallest = slack.size ?? Number.POSITIVE_INFINITY;

  const pressSize = (size: number) => Math.min(size, Math.max(smallest, toStep(size * sizeShare, SIZE_STEP)));
  const pressSide = (side: number) => {
    const least = Math.min(side, slack.margin ?? side);
    return Math.max(least, shrink(side, 1 - pressure.margin * (1 - least / Math.max(side, PIXEL))));
  };
  const pressLook = (name: string, look: ParagraphLook): ParagraphLook => {
    const { size } = resolveLook(name, styles);
    // A line keeps its height in proportion to its type.
    const lineShare = size === undefined ? 1 : pressSize(size) / size;
    return {
      ...look,
      ...(look.before !== undefined && { before: shrink(look.before, spaceShare) }),
      ...(look.size !== undefined && { size: pressSize(look.size) }),
      ...(typeof look.line === 'number' && { line: shrink(look.line, lineShare) }),
    };
  };
  const { top, right, bottom, left } = page.margin;
  return {
    ...theme,
    page: {
      ...page,
      margin: {
        top: pressSide(top),
        right: pressSide(right),
        bottom: pressSide(bottom),
        left: pressSide(left),
      },
    },
    styles: Object.fromEntries(Object.entries(styles).map(([name, look]) => [name, pressLook(name, look)])),
    characters: Object.fromEntries(
      Object.entries(characters).map(([name, look]) => [
        name,
        { ...look, ...(look.size !== undefined && { size: pressSize(look.size) }) },
      ]),
    ),
  };
}

const shrink = (length: number, share: number): number =>
  share === 1 ? length : Math.min(length, toStep(length * share, PIXEL));

const toStep = (length: number, step: number): number => Math.round(length / step) * step;
