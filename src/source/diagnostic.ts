/** Where something stands: line and column count from 1, `length` is in characters on that line. */
export interface Place {
  line: number;
  column: number;
  length: number;
}

export type Severity = 'error' | 'warning';

/** One thing to tell the author about a file, with its place and, where one can be guessed, a way out. */
export interface Diagnostic {
  severity: Severity;
  /** A stable name for this kind of finding, such as `unknown-key`. */
  rule: string;
  /** The file as the user named it. */
  file: string;
  /** Absent when the finding is about the file as a whole. */
  place?: Place;
  /** Where in the data, such as `work[0].highlights[2]`; empty for the whole document. */
  path: string;
  message: string;
  /** What to do about it, as a phrase: "did you mean `highlights`?" */
  suggestion?: string;
}

/** Sorted by where they stand; those about the file as a whole come first. */
export function inFileOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const at = ({ place }: Diagnostic) => [place?.line ?? 0, place?.column ?? 0] as const;
  return [...diagnostics].sort((a, b) => at(a)[0] - at(b)[0] || at(a)[1] - at(b)[1]);
}

/** `['work', 0, 'name']` → `work[0].name`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (out, key) => (typeof key === 'number' ? `${out}[${key}]` : out ? `${out}.${String(key)}` : String(key)),
    '',
  );
}

/** `work[0].name` → `['work', 0, 'name']`. */
export function parsePath(path: string): PropertyKey[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([part, index]) =>
    index === undefined ? part : Number(index),
  );
}
