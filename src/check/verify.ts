import { diagnose } from './diagnose.js';
import { type Leaf, type Loss, type Sought, seekAll } from './leaf.js';
import { locate } from './locate.js';
import { nextOccurrence, occurrenceAt } from './occurrences.js';
import type { Reading } from './reading.js';
import { buildStream, type Stream } from './stream.js';

export type { Leaf, Loss };

// In: every visible string of the résumé in the order of the page, and what a reader found in a finished
// file. Out: the words that got lost or moved. Why: a file is right when it gives back what the résumé said.

/**
 * Every leaf has to stand in the reading as a whole, and the leaves in their order; anything may stand
 * between them. Where that fails, the fewest leaves are named that have to be put right for the others to
 * fit.
 */
export function findLosses(leaves: readonly Leaf[], reading: Reading): Loss[] {
  const stream = buildStream(reading.words);
  const sought = seekAll(leaves);
  if (fits(sought, stream)) return [];
  return diagnose(sought, locate(sought, stream), stream);
}

/**
 * If the leaves fit at all they fit when each takes the first place there is: the plain case, and a fast one.
 */
function fits(sought: readonly Sought[], stream: Stream): boolean {
  let from = 0;
  return sought.every(({ needle }) => {
    const span = occurrenceAt(stream, needle, from) ?? nextOccurrence(stream, needle, from);
    from = span?.end ?? from;
    return span !== undefined;
  });
}
