import type { Operator } from './read-operators.js';

/** A content stream of these operators, one on each line; one character a byte. */
export const writeOperators = (operators: readonly Operator[]): string =>
  operators.map(({ text }) => text).join('\n');
