import { describe, expect, it } from 'vitest';
import { forgiveOrder } from '../../src/check/forgive-order.js';
import type { Reading } from '../../src/check/reading.js';
import { findLosses } from '../../src/check/verify.js';

const read = (text: string): Reading => ({
  words: text.split(' ').map((word) => ({ text: word })),
  headings: [],
  links: [],
});

/** The paths of what is still lost. */
function lost(texts: readonly string[], printed: string): string[] {
  const leaves = texts.map((text, index) => ({ path: String(index), text }));
  const reading = read(printed);
  return forgiveOrder(findLosses(leaves, reading), leaves, reading).map(({ path }) => path);
}

describe('an order that cannot be proven', () => {
  it('is forgiven where a text runs from right to left and all its words are there', () => {
    expect(lost(['כותבת Go 3 שנים', 'סוף'], 'כותבת 3 Go שנים סוף')).toEqual([]);
    expect(lost(['זמן (ירד) ב-80%.'], 'זמן )ירד( ב- .80%')).toEqual([]);
  });

  it('is not where a word, a letter or a number is missing', () => {
    expect(lost(['כותבת Go 3 שנים'], 'כותבת 3 שנים')).toEqual(['0']);
    expect(lost(['כותבת Go 3 שנים'], 'כותב 3 Go שנים')).toEqual(['0']);
    expect(lost(['כותבת Go 3 שנים'], 'כותבת 4 Go שנים')).toEqual(['0']);
  });

  it('is not where the word that is there belongs to another text', () => {
    expect(lost(['כותבת Go 3 שנים', 'Go'], 'כותבת 3 שנים Go')).toContain('0');
  });

  it('is never forgiven where all runs from left to right', () => {
    expect(lost(['one two three'], 'one three two')).toEqual(['0']);
  });
});
