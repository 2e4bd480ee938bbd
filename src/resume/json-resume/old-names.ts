import { type Diagnostic, formatPath } from '../../source/diagnostic.js';
import { before, moved } from '../../source/moved.js';
import type { SourceTree } from '../../source/parse.js';

// JSON Resume had other names for some keys before its version 1.0, and most files in the world are older than that.
// They are renamed before anything else looks at the data; the tree still knows each key by the place it has.

/** Where an old name stands, indices left out → its name in version 1.0. */
const OLD_NAMES = new Map([
  ['bio', 'basics'],
  ['hobbies', 'interests'],
  ['basics.picture', 'image'],
  ['basics.website', 'url'],
  ['basics.location.state', 'region'],
  ['work.company', 'name'],
  ['work.website', 'url'],
  ['volunteer.website', 'url'],
  ['education.gpa', 'score'],
  ['education.website', 'url'],
  ['awards.website', 'url'],
  ['certificates.website', 'url'],
  ['publications.website', 'url'],
  ['projects.website', 'url'],
]);

/** The same tree with the names of version 1.0, and a warning for each that was not. */
export function readOldNames(old: SourceTree): { tree: SourceTree; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const origins = new Map<string, readonly PropertyKey[]>();

  function renamed(value: unknown, path: PropertyKey[]): unknown {
    if (Array.isArray(value)) return value.map((item, index) => renamed(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const keys = path.filter((step) => typeof step === 'string');
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const name = OLD_NAMES.get([...keys, key].join('.'));
        if (name === undefined) return [[key, renamed(inner, [...path, key])]];
        const from = [...before(path, origins), key];
        const doubled = Object.hasOwn(value, name);
        warn(from, key, name, doubled);
        if (doubled) return [];
        origins.set(formatPath([...path, name]), from);
        return [[name, renamed(inner, [...path, name])]];
      }),
    );
  }

  function warn(path: PropertyKey[], key: string, name: string, doubled: boolean): void {
    diagnostics.push({
      severity: 'warning',
      rule: 'old-name',
      file: old.file,
      path: formatPath(path),
      place: old.keyAt(path),
      message: doubled
        ? `\`${key}\` is left out, because its new name \`${name}\` stands beside it`
        : `\`${key}\` is what JSON Resume called \`${name}\` before 1.0`,
      suggestion: doubled ? `keep only \`${name}\`` : `write \`${name}\``,
    });
  }

  return { tree: moved(old, renamed(old.data, []), origins), diagnostics };
}
