import { type Diagnostic, formatPath } from '../source/diagnostic.js';
import { isMap } from '../source/is-map.js';
import type { SourceTree } from '../source/parse.js';
import { valuesIn } from '../source/values-in.js';
import type { Resume } from './schema.js';

/** Entries of one list that share an `id`: whoever refers to it could mean either. */
export function checkIds(resume: Resume, tree: SourceTree): Diagnostic[] {
  return [...valuesIn(resume)].flatMap(([list, path]) => {
    // The sections themselves have ids of another kind, which their titles may make.
    return Array.isArray(list) && formatPath(path) !== 'sections' ? doubled(list, path, tree) : [];
  });
}

function doubled(list: readonly unknown[], path: PropertyKey[], tree: SourceTree): Diagnostic[] {
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
