import { expect, test } from 'vitest';
import { clip } from '../../src/source/clip.js';

test.each([
  ['', 4, ''],
  ['four', 4, 'four'],
  ['fives', 4, 'fiv…'],
  ['a much longer text', 4, 'a m…'],
])('%j in %i is %j', (text, most, clipped) => expect(clip(text, most)).toBe(clipped));
