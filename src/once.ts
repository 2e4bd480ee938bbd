// Work whose result is asked for again and again, done once: what follows from a theme, say, is made for the first of many
// documents. For objects that nobody changes; what is kept of one goes when it goes.

/** The same step, which does its work once for each object it is given. */
export function onceEach<T extends object, R>(work: (from: T) => R): (from: T) => R {
  const known = new WeakMap<T, { result: R }>();
  return (from) => {
    const kept = known.get(from) ?? { result: work(from) };
    known.set(from, kept);
    return kept.result;
  };
}

/**
 * What `make` makes for an object and a key of which its work depends beside, done once for both. At most `most` are kept of an
 * object: what strangers write can be a key, and some objects stay for as long as the program runs.
 */
export function onceBy<T extends object, K, R>(most: number): (from: T, key: K, make: () => R) => R {
  const memories = onceEach((_: T) => new Map<K, { result: R }>());
  return (from, key, make) => {
    const memory = memories(from);
    const kept = memory.get(key) ?? { result: make() };
    if (memory.size >= most && !memory.has(key)) memory.clear();
    memory.set(key, kept);
    return kept.result;
  };
}

/** The same function, which works out only once what it makes of a text; for as long as somebody has it. */
export function onceFor<R, K extends string = string>(make: (text: K) => R): (text: K) => R {
  const known = new Map<K, { result: R }>();
  return (text) => {
    const kept = known.get(text) ?? { result: make(text) };
    known.set(text, kept);
    return kept.result;
  };
}
