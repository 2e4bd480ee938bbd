import { formatPath } from '../../source/diagnostic.js';

/** One value that an author wrote for readers. */
export interface ResumeLeaf {
  /** `work[0].roles[1].position` */
  path: string;
  /** The map or list it stands in. */
  parent: string;
  key: string;
  value: string;
}

/** Keys whose values are for programs. */
const FOR_PROGRAMS = new Set(['$schema', 'id', 'tags', 'kind', 'me', 'private']);
/** What of `meta` is printed. */
const PRINTED_META = new Set(['titles']);

/** All texts of a résumé that its readers are meant to see, in the order of the file; nothing that is private. */
export function resumeLeaves(resume: unknown): ResumeLeaf[] {
  const walk = (value: unknown, path: readonly PropertyKey[]): ResumeLeaf[] => {
    if (typeof value === 'string' || typeof value === 'number') {
      const parent = formatPath(path.slice(0, -1));
      return [{ path: formatPath(path), parent, key: String(path.at(-1)), value: String(value) }];
    }
    if (Array.isArray(value)) return value.flatMap((item, index) => walk(item, [...path, index]));
    if (typeof value !== 'object' || value === null || isPrivate(value)) return [];
    return Object.entries(value).flatMap(([key, inner]) => {
      const isOurs = path.length === 1 && path[0] === 'meta' && !PRINTED_META.has(key);
      return FOR_PROGRAMS.has(key) || isOurs ? [] : walk(inner, [...path, key]);
    });
  };
  return walk(resume, []);
}

const isPrivate = (value: object): boolean => 'private' in value && value.private === true;
