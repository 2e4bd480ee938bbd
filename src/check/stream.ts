import type { Word } from './reading.js';
import { foldWord } from './words.js';

// In: words. Out: their letters without white space, and where a word began. Why: whether "Northwind, Lisbon"
// holds "Northwind", and whether "open-" at the end of a line and "source" on the next are one word, is
// decided letter by letter.

/** Between two letters: nothing, the end of a line that may stand inside a word, or a space. */
export const JOINED = 0;
export const LINE = 1;
export const SPACE = 2;
/** A page's end: inside a word as well as between two. */
export const PAGE = 3;

export interface Stream {
  /** Folded, without white space. */
  text: string;
  /** `breaks[i]` is what stands before `text[i]`; there is one more than letters. */
  breaks: Uint8Array;
}

export function buildStream(words: readonly Word[]): Stream {
  const folded = words.map((word) => foldWord(word.text));
  const text = folded.join('');
  const breaks = new Uint8Array(text.length + 1);
  breaks[0] = SPACE;
  let at = 0;
  folded.forEach((word, i) => {
    at += word.length;
    // A word that folds to nothing leaves no trace, but the space around it stays.
    if (word === '' && breaks[at] === SPACE) return;
    const { endsLine, endsPage } = words[i] ?? {};
    breaks[at] = endsPage ? PAGE : endsLine ? LINE : SPACE;
  });
  return { text, breaks };
}
