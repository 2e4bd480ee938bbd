import { SIZE_STEP } from '../theme/scale-theme.js';
import { resolveLook } from '../theme/styles.js';
import type { Theme } from '../theme/theme.js';
import type { Pressure } from './press-theme.js';

// What a theme's slack allows, in the order in which it is used: spacing first, then margins, then size.

/** Few enough that three prints find the loosest that fits, many enough that a page is not pressed much too hard. */
const SPACING_STEPS = 4;
const MARGIN_STEPS = 3;

/**
 * One ladder for each size of type, the theme's own first; each from loose to tight. The first ladder begins one rung
 * above the theme as it is; a ladder may be empty.
 */
export function ladders({ slack, styles }: Theme): Pressure[][] {
  const spacing = slack.spacing === undefined ? [] : steps(SPACING_STEPS);
  const margins = slack.margin === undefined ? [] : steps(MARGIN_STEPS);
  const tightest = spacing.at(-1) ?? 0;
  const rungs = [
    ...spacing.map((share) => ({ spacing: share, margin: 0 })),
    ...margins.map((share) => ({ spacing: tightest, margin: share })),
  ];
  const { size: body = 0 } = resolveLook('Normal', styles);
  const sizes = Math.max(0, Math.floor((body - (slack.size ?? body)) / SIZE_STEP));
  const smaller = Array.from({ length: sizes }, (_, index) => (index + 1) * SIZE_STEP);
  return [
    rungs.map((rung) => ({ ...rung, size: 0 })),
    ...smaller.map((size) => [{ spacing: 0, margin: 0 }, ...rungs].map((rung) => ({ ...rung, size }))),
  ];
}

const steps = (count: number): number[] => Array.from({ length: count }, (_, index) => (index + 1) / count);
