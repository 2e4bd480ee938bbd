import { formatPath } from './diagnostic.js';
import type { SourceTree } from './parse.js';

/** A path of the new data → the path it had before. What stands below a moved thing moved with it. */
export type Origins = ReadonlyMap<string, readonly PropertyKey[]>;

/** The same file with its data in another shape: each part still knows its place. */
export function moved(old: SourceTree, data: unknown, origins: Origins): SourceTree {
  return {
    ...old,
    data,
    valueAt: (path) => old.valueAt(before(path, origins)),
    keyAt: (path) => old.keyAt(before(path, origins)),
  };
}

/** Where a path of the new data stood in the old. */
export function before(path: readonly PropertyKey[], origins: Origins): readonly PropertyKey[] {
  for (let length = path.length; length > 0; length--) {
    const origin = origins.get(formatPath(path.slice(0, length)));
    if (origin) return [...origin, ...path.slice(length)];
  }
  return path;
}
