import { foldWord, squeeze } from '../words.js';

// Some fonts have one glyph for the Turkish s with a cedilla and the Romanian one with a comma, and a PDF made with them
// gives back the wrong one of the two.
const oneCedilla = (text: string): string => text.replaceAll('ș', 'ş').replaceAll('ț', 'ţ');

/** A word in the form in which it is looked up. */
export const foldTerm = (word: string): string => oneCedilla(foldWord(word));

/** A line without white space, in the form in which it is looked up. */
export const foldLine = (line: string): string => oneCedilla(squeeze(line));
