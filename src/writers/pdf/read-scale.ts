import type { Operator } from './read-operators.js';

/** Points in a CSS px. */
const POINTS = 0.75;

const isMatrix = ({ name }: Operator): boolean => name === 'cm';

/**
 * How large a page is printed, in parts of how large it was meant: 1, or less, down to two thirds, where something is wider
 * than the page and Chromium makes everything smaller for it. The two first matrices of a page lead from its pixels to points.
 */
export function readScale(operators: readonly Operator[]): number {
  const outerAt = operators.findIndex(isMatrix);
  const innerAt = operators.findIndex((one, at) => at > outerAt && isMatrix(one));
  const [outer, inner] = [outerAt, innerAt].map((at) => operators[at]?.text.split(/\s+/));
  if (!outer || !inner || Number(inner[1]) !== 0 || Number(inner[2]) !== 0) return 1;
  return (Number(outer[0]) * Number(inner[0])) / POINTS;
}
