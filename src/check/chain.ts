// In: for each item of a sequence, the places where it could stand. Out: one place each, in order and apart,
// for as many items as possible. Why: taking the first place that fits lets one lost word drag all the later
// ones with it.

/** A place from `start` up to, not including, `end`. */
export interface Span {
  start: number;
  end: number;
  /** How much it is worth to put the item here; 1 if absent. */
  weight?: number;
}

interface Link {
  item: number;
  span: Span;
  before: Link | undefined;
}

/** The best chain that ends at or before `end`. */
interface Step {
  end: number;
  value: number;
  link: Link | undefined;
}

/**
 * The heaviest chain (Hunt & Szymanski's way to a longest common subsequence, with weights). Each list of
 * places is in ascending order. Items that no place is left for get `undefined`; of equal items the later one
 * goes without.
 */
export function chain(places: readonly (readonly Span[])[]): (Span | undefined)[] {
  // Ascending in `end` and in `value`: a chain that ends later is kept only if it is worth more.
  const steps: Step[] = [{ end: Number.NEGATIVE_INFINITY, value: 0, link: undefined }];
  places.forEach((spans, item) => {
    let before = steps.length - 1;
    // From the right, so that no place of an item builds on another place of the same item.
    for (let i = spans.length - 1; i >= 0; i -= 1) {
      const span = spans[i] as Span;
      before = lastUpTo(steps, span.start, 0, before);
      const { value: base, link } = steps[before] as Step;
      const value = base + (span.weight ?? 1);
      const at = lastUpTo(steps, span.end, before, steps.length - 1);
      if ((steps[at] as Step).value >= value) continue;
      let to = at + 1;
      while (to < steps.length && (steps[to] as Step).value <= value) to += 1;
      steps.splice(at + 1, to - at - 1, { end: span.end, value, link: { item, span, before: link } });
    }
  });

  const chosen = new Array<Span | undefined>(places.length).fill(undefined);
  for (let link = steps.at(-1)?.link; link; link = link.before) chosen[link.item] = link.span;
  return chosen;
}

/** The last step from `low` to `high` that ends at or before `end`; the one at `low` does. */
function lastUpTo(steps: readonly Step[], end: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if ((steps[middle] as Step).end <= end) from = middle;
    else to = middle - 1;
  }
  return from;
}
