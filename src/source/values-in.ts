/** Plain data and all that stands in it, in order, each with its path. */
export function* valuesIn(
  data: unknown,
  path: PropertyKey[] = [],
): Generator<[value: unknown, path: PropertyKey[]]> {
  yield [data, path];
  if (typeof data !== 'object' || data === null) return;
  for (const [key, inner] of Array.isArray(data) ? data.entries() : Object.entries(data)) {
    yield* valuesIn(inner, [...path, key]);
  }
}
