import type { CheckFormat, Extraction } from '../extract/extraction.js';
import type { Recovered } from '../recover/recovered.js';

/** What a rule looks at: a finished file as it was read, and what was recovered from it. */
export interface Checked {
  extraction: Extraction;
  recovered: Recovered;
}

/** error: a parser loses or misreads something. warning: many do, or some readers. info: worth knowing. */
export type CheckSeverity = 'error' | 'warning' | 'info';

export interface Rule {
  /** Stable: programs may rely on it. */
  id: string;
  severity: CheckSeverity;
  formats: readonly CheckFormat[];
  /** What is wrong, as a phrase. */
  wrong: string;
  fix: string;
  /** The places where it is wrong, as text; none when all is well. */
  judge(checked: Checked): readonly string[];
}

export const ALL: readonly CheckFormat[] = ['pdf', 'docx', 'html'];

/** No line of a résumé is longer; a made-up one must not keep the patterns busy. */
const MAX_LINE = 2000;

/** Everything an extractor of the file gave, line by line. */
const linesOf = ({ extraction }: Checked): string[] =>
  extraction.texts.flatMap(({ text }) => text.split('\n').map((line) => line.slice(0, MAX_LINE)));

/** The lines in which a pattern occurs, each once. */
export function linesWith(checked: Checked, pattern: RegExp): string[] {
  return [...new Set(linesOf(checked).filter((line) => pattern.test(line)))];
}
