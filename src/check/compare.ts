import { chain, type Span } from './chain.js';
import type { Word } from './reading.js';
import { foldWord } from './words.js';

// In: the words one file should hold and the words another one holds. Out: which are missing and which are
// too many. Why: the three formats of a résumé agree word for word, except where a line of the PDF ends
// inside a word.

/** Positions count from 0: in what was expected for `missing`, in what was found for `extra`. */
export interface Differences {
  missing: { word: string; index: number }[];
  extra: { word: string; index: number }[];
}

/** The fewest differences between the two; a word out of place is both missing and extra. */
export function matchWords(expected: readonly string[], actual: readonly Word[]): Differences {
  const wanted = expected.map(foldWord);
  const found = actual.map((word) => foldWord(word.text));

  // Most files agree, and where they do not, most of the words around do: only the middle needs the search.
  let head = 0;
  let left = 0;
  for (let span = spanAt(left); span; span = spanAt(left)) {
    head += 1;
    left = span.end;
  }

  const spans = new Map<string, Span[]>(wanted.slice(head).map((word) => [word, []]));
  const longest = wanted.reduce((most, word) => Math.max(most, word.length), 0);
  for (let start = left; start < found.length; start += 1) {
    for (const [text, end] of runsFrom(start, longest)) spans.get(text)?.push({ start, end });
  }
  const places = chain(wanted.slice(head).map((word) => spans.get(word) ?? []));

  const taken = new Set<number>();
  for (const place of places) {
    for (let at = place?.start ?? 0; at < (place?.end ?? 0); at += 1) taken.add(at);
  }
  return {
    missing: places.flatMap((place, i) =>
      place ? [] : [{ word: expected[head + i] as string, index: head + i }],
    ),
    extra: actual.flatMap(({ text }, index) =>
      index < left || taken.has(index) ? [] : [{ word: text, index }],
    ),
  };

  /** Where the next expected word stands if nothing is amiss. */
  function spanAt(start: number): Span | undefined {
    const word = wanted[head];
    if (word === undefined) return undefined;
    for (const [text, end] of runsFrom(start, word.length)) if (text === word) return { start, end };
    return undefined;
  }

  /** The word at `start`, then the same with what follows, for as long as lines end inside it. */
  function* runsFrom(start: number, longest: number): Generator<[text: string, end: number]> {
    let text = '';
    for (let at = start; at < found.length && text.length < longest; at += 1) {
      text += found[at];
      yield [text, at + 1];
      if (!actual[at]?.endsLine && !actual[at]?.endsPage) return;
    }
  }
}
