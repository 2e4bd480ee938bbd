import { onceEach } from '../once.js';
import { buildStream, type Stream } from './stream.js';
import { splitWords } from './words.js';

// What is looked for in a finished file, and what is said about it when it is not found.

/** One visible string and where in the résumé it came from, in the order the page prints them. */
export interface Leaf {
  path: string;
  text: string;
}

/** A word that a format lost, or that stands in another place there; at most one for each leaf, the first. */
export interface Loss {
  path: string;
  text: string;
  /** As the leaf has it. */
  word: string;
  kind: 'lost' | 'moved';
}

/** A leaf, ready to be looked for. */
export interface Sought {
  leaf: Leaf;
  words: string[];
  needle: Stream;
}

/** What is looked for in each format of a document is made ready for the first of them. */
export const seekAll = onceEach((leaves: readonly Leaf[]): readonly Sought[] =>
  // Those that have words.
  leaves.map(seek).filter(({ words }) => words.length > 0),
);

export function seek(leaf: Leaf): Sought {
  const words = splitWords(leaf.text);
  return { leaf, words, needle: buildStream(words.map((text) => ({ text }))) };
}
