import { formatPath } from '../source/diagnostic.js';
import { isMap } from '../source/is-map.js';
import type { SourceTree } from '../source/parse.js';
import type { Setting } from './parse-setting.js';

/** The same file with these values in place of its own; the later of two for one path counts. */
export function applySettings(tree: SourceTree, settings: readonly Setting[]): SourceTree {
  if (settings.length === 0) return tree;
  const data = settings.reduce((all, { path, value }) => withValue(all, path, value), tree.data);
  const origins = new Map(settings.map(({ path, given }) => [formatPath(path), given]));
  return {
    ...tree,
    data,
    givenAt: (path) => {
      const parts = [...origins].filter(
        ([own]) => path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[`),
      );
      return parts.at(-1)?.[1];
    },
  };
}

function withValue(data: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const map = isMap(data) ? data : {};
  const inner = withValue(Object.hasOwn(map, key) ? map[key] : undefined, rest, value);
  const { [key]: _, ...others } = map;
  const all = inner === undefined ? others : { ...others, [key]: inner };
  // What has nothing in it is absent, as in a file.
  return Object.keys(all).length > 0 ? all : undefined;
}
