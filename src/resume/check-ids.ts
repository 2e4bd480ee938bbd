import { type Diagnostic, formatPath } from '../source/diagnostic.js';
import { isMap } from '../source/is-map.js';
import type { SourceTree } from '../source/parse.js';
import type { Found } from '../source/values-in.js';

/** Entries of one list of a résumé that share an `id`: whoever refers to it could mean either. */
export function checkIds(values: readonly Found[], tree: SourceTree): Diagnostic[] {
  return values.flatMap(({ value: list, path }) => {
    // The sections themselves have ids of another kind, which their titles may make.
    return Array.isArray(list) && formatPath(path) !== 'sections' ? doubled(list, path, tree) : [];
  });
}

function doubled(list: readonly unknown[], path: readonly PropertyKey[], tree: SourceTree): Diagnostic[] {
  const first = new Map<string, PropertyKey[]>();
  return list.flatMap((item, index) => {
    const id = isMap(item) ? item.id : undefined;
    if (typeof id !== 'string') return [];
    const here = [...path, index];
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, here);
      return [];
    }
    const at = [...here, 'id'];
    return [
      {
        severity: 'error' as const,
        rule: 'duplicate-id',
        file: tree.file,
        path: formatPath(at),
        place: tree.valueAt(at),
        message: `${formatPath(before)} has the id \`${id}\` already`,
        suggestion: 'give this one another',
      },
    ];
  });
}
