import { RIGHT_TO_LEFT_LETTER } from '../theme/scripts.js';
import type { Leaf, Loss } from './leaf.js';
import type { Reading } from './reading.js';
import { findLosses } from './verify.js';
import { foldWord, splitWords } from './words.js';

// In: what seems lost from a PDF. Out: the same without what only stands in another order there. Why: a PDF says where
// letters were painted. Where both directions meet in a line, two orders of reading may paint the same picture (3 after
// Go, or Go after 3), so that the order of such a text cannot always be proven; that its words are there, can.

const RUNS = new RegExp(`(?:${RIGHT_TO_LEFT_LETTER.source}|\\p{M})+|\\p{N}+|\\p{L}+`, 'gu');

/** A text's words and numbers without the signs around them, which belong to either direction. */
const runsOf = (text: string): string[] =>
  splitWords(text).flatMap((word) => foldWord(word).match(RUNS) ?? []);

/**
 * Keeps a loss of a text with letters from right to left unless the file has every word and number of it at least as
 * often as the whole résumé has. The other texts are looked for again without those, whole and in order as ever.
 */
export function forgiveOrder(losses: readonly Loss[], leaves: readonly Leaf[], reading: Reading): Loss[] {
  const foreign = ({ text }: { text: string }) => RIGHT_TO_LEFT_LETTER.test(text);
  if (!losses.some(foreign)) return [...losses];
  const wanted = count(leaves.flatMap(({ text }) => runsOf(text)));
  const found = count(reading.words.flatMap(({ text }) => runsOf(text)));
  const isLess = (run: string) => (found.get(run) ?? 0) < (wanted.get(run) ?? 0);
  return [
    ...losses.filter((loss) => foreign(loss) && runsOf(loss.text).some(isLess)),
    ...findLosses(
      leaves.filter((leaf) => !foreign(leaf)),
      reading,
    ),
  ];
}

function count(runs: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(run, (counts.get(run) ?? 0) + 1);
  return counts;
}
