/**
 * The candidate a person most likely meant by `word`, or undefined when none is near.
 * Nearness is the optimal string alignment distance: insert, delete, replace or swap neighbours, each costs one;
 * letter case costs nothing. At most a third of the longer word may differ, or one letter, but never all of it.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const cost = distance(word.toLowerCase(), candidate.toLowerCase());
    const longer = Math.max(word.length, candidate.length);
    if (cost < bestCost && cost < longer && cost <= Math.max(1, Math.floor(longer / 3))) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

function distance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return at(previous, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;

/** A name as it is compared with what other tools call it: in lower case without separators. */
export const spelling = (name: string): string => name.toLowerCase().replaceAll(/[_\s-]/g, '');
