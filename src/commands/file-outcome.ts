import type { MachineError } from '../errors.js';
import type { Resume } from '../resume/schema.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { FinishedDocument } from './finished-document.js';
import type { ReadJobs } from './read-jobs.js';

/** What one file on the command line led to. */
export interface FileOutcome {
  /** The paths of the files that were written. */
  written: string[];
  /** The paths of the files that were already what they should be. */
  unchanged: string[];
  /** What there is to say of those, theme by theme. */
  documents: FinishedDocument[];
  diagnostics: Diagnostic[];
  failures: MachineError[];
  /** The file's text, for code frames. */
  source?: string;
  /** Absent where the file holds none that can be read. */
  resume?: Resume;
}

/** What came of a file: what reading it told, then its documents, theme by theme. */
export function joinOutcomes(
  { diagnostics, ...read }: Omit<ReadJobs, 'jobs'>,
  outcomes: readonly FileOutcome[],
): FileOutcome {
  return {
    ...read,
    written: outcomes.flatMap(({ written }) => written),
    unchanged: outcomes.flatMap(({ unchanged }) => unchanged),
    documents: outcomes.flatMap(({ documents }) => documents),
    diagnostics: [...diagnostics, ...outcomes.flatMap((outcome) => outcome.diagnostics)],
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}
