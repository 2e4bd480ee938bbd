import { type Diagnostic, formatPath } from '../source/diagnostic.js';
import type { SourceTree } from '../source/parse.js';
import type { Resume } from './schema.js';

/** Entries of one list that share an `id`: whoever refers to it could mean either. */
export function checkIds(resume: Resume, tree: SourceTree): Diagnostic[] {
  const { meta: _, sections, ...lists } = resume;
  // Sections have ids of another kind, which their titles may make; what stands in them has its own.
  return [
    ...doubled(lists, [], tree),
    ...(sections ?? []).flatMap((section, index) => doubled(section, ['sections', index], tree)),
  ];
}

function doubled(value: unknown, path: PropertyKey[], tree: SourceTree): Diagnostic[] {
  if (typeof value !== 'object' || value === null) return [];
  if (!Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, inner]) => doubled(inner, [...path, key], tree));
  }
  const first = new Map<string, PropertyKey[]>();
  return value.flatMap((item, index) => {
    const here = [...path, index];
    const inside = doubled(item, here, tree);
    const id = idOf(item);
    if (id === undefined) return inside;
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, here);
      return inside;
    }
    const at = [...here, 'id'];
    const finding: Diagnostic = {
      severity: 'error',
      rule: 'duplicate-id',
      file: tree.file,
      path: formatPath(at),
      place: tree.valueAt(at),
      message: `${formatPath(before)} has the id \`${id}\` already`,
      suggestion: 'give this one another',
    };
    return [finding, ...inside];
  });
}

const idOf = (item: unknown): string | undefined =>
  typeof item === 'object' && item !== null && 'id' in item && typeof item.id === 'string'
    ? item.id
    : undefined;
