import { type Diagnostic, formatPath } from '../source/diagnostic.js';
import type { SourceTree } from '../source/parse.js';

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
  /** The path of a renamed key → its name in the file. */
  const written = new Map<string, string>();
  const inFile = (path: readonly PropertyKey[]): PropertyKey[] =>
    path.map((step, index) => written.get(formatPath(path.slice(0, index + 1))) ?? step);

  function renamed(value: unknown, path: PropertyKey[]): unknown {
    if (Array.isArray(value)) return value.map((item, index) => renamed(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const keys = path.filter((step) => typeof step === 'string');
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        const name = OLD_NAMES.get([...keys, key].join('.'));
        if (name === undefined) return [[key, renamed(inner, [...path, key])]];
        const doubled = Object.hasOwn(value, name);
        warn([...inFile(path), key], key, name, doubled);
        if (doubled) return [];
        const here = [...path, name];
        written.set(formatPath(here), key);
        return [[name, renamed(inner, here)]];
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

  const data = renamed(old.data, []);
  const tree = {
    ...old,
    data,
    valueAt: (path: readonly PropertyKey[]) => old.valueAt(inFile(path)),
    keyAt: (path: readonly PropertyKey[]) => old.keyAt(inFile(path)),
  };
  return { tree, diagnostics };
}
