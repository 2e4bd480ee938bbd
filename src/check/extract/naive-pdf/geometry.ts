import type { Operand } from './tokens.js';

// Matrices and colours as a content stream writes them (ISO 32000-1, 8.3.3 and 8.6.4).

export type Matrix = readonly [a: number, b: number, c: number, d: number, x: number, y: number];
/** Red, green, blue, from 0 to 1. */
export type Colour = readonly [number, number, number];
export interface Box {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
export const WHITE: Colour = [1, 1, 1];
export const BLACK: Colour = [0, 0, 0];

export const number = (operand: Operand | undefined): number => (typeof operand === 'number' ? operand : 0);

export function matrixOf(operands: readonly Operand[]): Matrix {
  const [a, b, c, d, x, y] = operands.map(number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, x ?? 0, y ?? 0];
}

/** First `one`, then `two`. */
export function multiply(one: Matrix, two: Matrix): Matrix {
  return [
    one[0] * two[0] + one[1] * two[2],
    one[0] * two[1] + one[1] * two[3],
    one[2] * two[0] + one[3] * two[2],
    one[2] * two[1] + one[3] * two[3],
    one[4] * two[0] + one[5] * two[2] + two[4],
    one[4] * two[1] + one[5] * two[3] + two[5],
  ];
}

/** The box around the unit square under a matrix. */
export function boxOf([a, b, c, d, x, y]: Matrix): Box {
  return {
    left: x + Math.min(0, a, c, a + c),
    right: x + Math.max(0, a, c, a + c),
    bottom: y + Math.min(0, b, d, b + d),
    top: y + Math.max(0, b, d, b + d),
  };
}

export const EVERYWHERE: Box = {
  left: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.NEGATIVE_INFINITY,
  top: Number.POSITIVE_INFINITY,
};
export const NOWHERE: Box = {
  left: Number.POSITIVE_INFINITY,
  right: Number.NEGATIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
};

/** The box, made as large as it takes to hold the points as well: pairs of numbers under a matrix. */
export function around(box: Box, points: readonly Operand[], matrix: Matrix): Box {
  let { left, right, bottom, top } = box;
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [, , , , x, y] = multiply([1, 0, 0, 1, number(points[at]), number(points[at + 1])], matrix);
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return { left, right, bottom, top };
}

/** One number is grey, three are RGB, four CMYK; a pattern has none. */
export function colourOf(operands: readonly Operand[]): Colour | undefined {
  const values = operands.filter((operand) => typeof operand === 'number');
  const [a = 0, b = 0, c = 0, d = 0] = values;
  if (values.length === 1) return [a, a, a];
  if (values.length === 3) return [a, b, c];
  if (values.length === 4) return [(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)];
  return undefined;
}
