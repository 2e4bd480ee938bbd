import { scaled, scaleTheme } from '../theme/scale-theme.js';
import { resolveLook } from '../theme/styles.js';
import type { Theme } from '../theme/theme.js';

// A theme and how hard to press it → the same theme with smaller numbers. Nothing goes below the floors of its `slack`,
// and every number stays one that CSS and Word print alike.

export interface Pressure {
  /** From 0, the theme's own space above, to 1, the least its slack allows. */
  spacing: number;
  /** The same of the margins. */
  margin: number;
  /** Points taken off the size of `Normal`; all other sizes shrink in proportion. */
  size: number;
}

/** Pure; a pressure of nothing gives the theme back, number for number. */
export function pressTheme(theme: Theme, pressure: Pressure): Theme {
  const { slack, styles, page } = theme;
  const { size: body } = resolveLook('Normal', styles);
  const type = body === undefined ? 1 : (body - pressure.size) / body;
  const space = 1 - pressure.spacing * (1 - (slack.spacing ?? 1));
  const pressSide = (side: number) => {
    const least = Math.min(side, slack.margin ?? side);
    // A margin of nothing has no share of it to keep.
    const share = side > 0 ? 1 - pressure.margin * (1 - least / side) : 1;
    return Math.max(least, scaled(side, share));
  };
  const { top, right, bottom, left } = page.margin;
  return {
    ...scaleTheme(theme, { type, space, line: 1 }, slack.size ?? Number.POSITIVE_INFINITY),
    page: {
      ...page,
      margin: {
        top: pressSide(top),
        right: pressSide(right),
        bottom: pressSide(bottom),
        left: pressSide(left),
      },
    },
  };
}
