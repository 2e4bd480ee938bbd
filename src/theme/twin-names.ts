import { spelling } from '../source/suggest.js';
import { FAMILIES } from './families.js';

/** What stands for a font that only Word has, for suggestions: `calibri` is `Carlito` here. */
export const TWIN_NAMES: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(FAMILIES).map(([name, { word }]) => [spelling(word), [name]]),
);
