import { formatPath } from './diagnostic.js';
import type { SourceTree } from './parse.js';

interface Renaming {
  /** Where the key stands in the file. */
  path: readonly PropertyKey[];
  /** What it should be called. */
  name: string;
}

/**
 * The same tree with other names for some of its keys; the place of each part stays that of the file. Left alone is a
 * key with a plain text behind it, which has nothing below, and one whose new name is taken. `paths` are the new ones.
 */
export function renamed(
  tree: SourceTree,
  wanted: readonly Renaming[],
): { tree: SourceTree; paths: PropertyKey[][] } {
  const names = new Map(wanted.map(({ path, name }) => [formatPath(path), name]));
  const written = new Map<string, string>();
  const paths: PropertyKey[][] = [];
  const inFile = (path: readonly PropertyKey[]): PropertyKey[] =>
    path.map((step, index) => written.get(formatPath(path.slice(0, index + 1))) ?? step);

  function copy(value: unknown, path: readonly PropertyKey[], old: readonly PropertyKey[]): unknown {
    if (Array.isArray(value)) {
      return value.map((item, index) => copy(item, [...path, index], [...old, index]));
    }
    if (typeof value !== 'object' || value === null) return value;
    const entries = new Map<string, unknown>();
    for (const [key, inner] of Object.entries(value)) {
      const before = [...old, key];
      const name = names.get(formatPath(before)) ?? key;
      const isFree = name !== key && !Object.hasOwn(value, name) && !entries.has(name);
      const mends = isFree && typeof inner === 'object';
      const here = [...path, mends ? name : key];
      if (mends) {
        written.set(formatPath(here), key);
        paths.push(here);
      }
      entries.set(mends ? name : key, copy(inner, here, before));
    }
    return Object.fromEntries(entries);
  }

  if (wanted.length === 0) return { tree, paths };
  const data = copy(tree.data, [], []);
  return {
    tree: {
      ...tree,
      data,
      valueAt: (path) => tree.valueAt(inFile(path)),
      keyAt: (path) => tree.keyAt(inFile(path)),
    },
    paths,
  };
}
