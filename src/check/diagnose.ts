import { chain, type Span } from './chain.js';
import type { Loss, Sought } from './leaf.js';
import { type Located, OWN } from './locate.js';
import { findOccurrences } from './occurrences.js';
import { buildStream, type Stream } from './stream.js';

// In: the leaves, and the places of those that fit. Out: for each of the others what is wrong with it.
// Why: "a word is missing here" is a finding one can act on, "the files differ" is not.

export function diagnose(sought: readonly Sought[], located: Located, stream: Stream): Loss[] {
  const { places, candidates } = located;
  const limits = latestStarts(located, stream);
  const claimed = new Uint8Array(stream.text.length);
  for (const place of places) if (place) claimed.fill(1, place.start, place.end);
  /** Where the leaves that are whole stand, also those that are out of place. */
  const spans = [...places];
  const losses: (Loss | undefined)[] = places.map(() => undefined);

  let from = 0;
  sought.forEach((one, i) => {
    const place = places[i];
    if (place) {
      from = Math.max(from, place.end);
      return;
    }
    // All of it somewhere else, on no other leaf's words.
    const elsewhere = candidates[i]?.find(
      ({ start, end, weight }) => weight === OWN && !claimed.subarray(start, end).includes(1),
    );
    if (elsewhere) {
      claimed.fill(1, elsewhere.start, elsewhere.end);
      spans[i] = elsewhere;
      losses[i] = loss(one, 0, 'moved');
      return;
    }
    const rest = inspect(one, stream, from, limits[i] ?? stream.text.length);
    losses[i] = loss(one, rest.word, rest.kind);
    from = rest.end;
  });

  nameSwaps(sought, spans, losses);
  return losses.filter((one) => one !== undefined);
}

/** For each leaf, how far right the next leaf that fits could begin. */
function latestStarts({ places, candidates }: Located, stream: Stream): number[] {
  const limits: number[] = [];
  let limit = stream.text.length;
  for (let i = places.length - 1; i >= 0; i -= 1) {
    limits[i] = limit;
    if (places[i]) limit = candidates[i]?.findLast((span) => span.end <= limit)?.start ?? limit;
  }
  return limits;
}

/**
 * What became of a leaf's words between its neighbours. `word` counts from 0, `end` is where the rest of it
 * ends.
 */
function inspect(one: Sought, stream: Stream, from: number, to: number) {
  const candidates = one.words.map((text) => findOccurrences(stream, buildStream([{ text }]), from, to));
  const places = chain(candidates);
  const present = places.filter((place) => place !== undefined);
  // A few common words turn up anywhere; only a good part of the leaf is the leaf.
  const isHere = present.length > 0 && present.length * 2 >= places.length;
  const end = isHere ? (present.at(-1)?.end ?? from) : from;

  const missing = places.indexOf(undefined);
  if (missing < 0) {
    const torn = places.findIndex((place, i) => i > 0 && place?.start !== places[i - 1]?.end);
    return { word: Math.max(torn, 0), kind: 'moved' as const, end };
  }
  const moved = isHere && candidates[missing]?.some((span) => !present.some((other) => overlap(span, other)));
  return { word: missing, kind: moved ? ('moved' as const) : ('lost' as const), end };
}

/**
 * A chain of what fits keeps one of two swapped leaves and blames the other, and blames what stands between
 * them. Where all that is out of place has changed places in pairs, those pairs are named, and nothing else.
 */
function nameSwaps(
  sought: readonly Sought[],
  spans: readonly (Span | undefined)[],
  losses: (Loss | undefined)[],
): void {
  const present = [...spans.keys()].filter((i) => spans[i]);
  const printed = present.toSorted((a, b) => (spans[a]?.start ?? 0) - (spans[b]?.start ?? 0));
  const ranks = new Map(printed.map((leaf, rank) => [leaf, rank]));
  const rankOf = (position: number): number => ranks.get(present[position] as number) ?? position;

  let first = 0;
  let reach = 0;
  for (let last = 0; last < present.length; last += 1) {
    reach = Math.max(reach, rankOf(last));
    if (reach > last) continue;
    // From first to last the same leaves are printed as are expected: what happened here, happened here
    // alone.
    const block = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    if (block.length > 1 && block.every((at) => rankOf(rankOf(at)) === at)) {
      for (const at of block) {
        const leaf = present[at] as number;
        losses[leaf] = rankOf(at) === at ? undefined : loss(sought[leaf] as Sought, 0, 'moved');
      }
    }
    first = last + 1;
  }
}

function loss({ leaf, words }: Sought, word: number, kind: Loss['kind']): Loss {
  return { path: leaf.path, text: leaf.text, word: words[word] ?? leaf.text, kind };
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
