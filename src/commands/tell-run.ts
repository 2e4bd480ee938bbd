import { counted } from '../source/counted.js';
import { eachOnce } from './each-once.js';
import type { FileOutcome } from './file-outcome.js';
import type { Run } from './run.js';
import { tellOnce } from './tell-once.js';
import { countFindings, type Report, type Terminal, tellReport } from './terminal.js';

/** Tells what a run made of its files, by file, and returns the exit code. */
export function tellRun(outcomes: ReadonlyMap<string, FileOutcome>, run: Run, terminal: Terminal): number {
  const all = [...outcomes.values()];
  const written = all.flatMap((outcome) => outcome.written);
  const unchanged = all.flatMap((outcome) => outcome.unchanged);
  const documents = all.flatMap((outcome) => outcome.documents);
  const summary = [counted(outcomes.size, 'résumé'), `${counted(written.length, 'file')} written`];
  if (unchanged.length > 0) summary.push(`${unchanged.length} unchanged`);
  return tellOutcomes(outcomes, { written, unchanged, documents }, summary, run, terminal);
}

/** Tells what was found in the files and what a run made, then its summary; returns the exit code. */
export function tellOutcomes(
  outcomes: ReadonlyMap<string, Pick<FileOutcome, 'diagnostics' | 'failures' | 'source'>>,
  made: Pick<Report, 'written' | 'unchanged' | 'documents'>,
  summary: readonly string[],
  { command, talk }: Run,
  terminal: Terminal,
): number {
  const all = [...outcomes.values()];
  const diagnostics = eachOnce(all.flatMap((outcome) => outcome.diagnostics));
  const failures = tellOnce(all.flatMap((outcome) => outcome.failures));
  const sources = new Map(
    [...outcomes].flatMap(([file, { source }]) => (source === undefined ? [] : [[file, source]])),
  );
  const { report: style, quiet } = command;
  tellReport(terminal, { style, quiet, diagnostics, sources, failures, ...made });
  talk([...summary, countFindings(diagnostics)].filter((part) => part !== '').join(', '));
  if (failures.length > 0) return 3;
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
