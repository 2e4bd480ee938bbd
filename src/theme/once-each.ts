/**
 * The same step, which does its work once for each object it is given: what follows from a theme alone is made for the first
 * of many documents. For objects that nobody changes; what is kept of one goes when it goes.
 */
export function onceEach<T extends object, R>(work: (from: T) => R): (from: T) => R {
  const known = new WeakMap<T, { result: R }>();
  return (from) => {
    const kept = known.get(from) ?? { result: work(from) };
    known.set(from, kept);
    return kept.result;
  };
}
