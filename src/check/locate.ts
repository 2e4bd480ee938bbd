import { chain, type Span } from './chain.js';
import type { Sought } from './leaf.js';
import { findOccurrences } from './occurrences.js';
import type { Stream } from './stream.js';

// In: the leaves and what was read. Out: where each leaf could stand, and where it does, if the most leaves
// are to fit. Why: what does not fit then is what really is amiss.

export interface Located {
  /** For each leaf, in ascending order. Leaves with the same words share one list. */
  candidates: readonly (readonly Span[])[];
  places: readonly (Span | undefined)[];
}

/**
 * The word "Go" inside "We use Go daily" is worth next to nothing as long as that sentence is there itself.
 */
export const OWN = 1000;
const BORROWED = 1;

export function locate(sought: readonly Sought[], stream: Stream): Located {
  const lists = new Map<string, Span[]>();
  for (const { needle } of sought) {
    const key = `${needle.text} ${needle.breaks.join('')}`;
    if (!lists.has(key)) lists.set(key, findOccurrences(stream, needle));
  }
  weigh([...lists.values()].flat());
  const candidates = sought.map(({ needle }) => lists.get(`${needle.text} ${needle.breaks.join('')}`) ?? []);
  return { candidates, places: chain(candidates) };
}

/** Spans within the span of a longer leaf are borrowed from it. */
function weigh(spans: Span[]): void {
  let reach = Number.NEGATIVE_INFINITY;
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    span.weight = span.end <= reach ? BORROWED : OWN;
    reach = Math.max(reach, span.end);
  }
}
