import type { Operator } from './read-operators.js';

// An operator → whether it begins a mark that only tells how letters are read: what they say (ActualText) or that they
// stand in reverse (ISO 32000-1, 14.9.4 and 14.8.2.3.3). Such a mark says nothing of whose letters they are: it stands inside
// an element's own mark, and around the letters of a footer it stands alone.

export const isReadingMark = ({ name, text }: Operator): boolean =>
  (name === 'BMC' && READING.test(text)) ||
  (name === 'BDC' && READING.test(text) && INLINE.test(text) && !text.includes('/MCID'));

const READING = /^\/(?:ReversedChars|Span)(?![^\s<])/;

/** Not the name of a list among the page's resources, which might hold a number. */
const INLINE = /^\/\w+\s*<</;
