import type { FileOutcome } from './render-file.js';
import type { Run } from './run.js';
import { tellOnce } from './tell-once.js';
import { countFindings, type Terminal, tellReport } from './terminal.js';

/** Tells what a run made of its files, by file, and returns the exit code. */
export function tellRun(
  outcomes: ReadonlyMap<string, FileOutcome>,
  { command, talk }: Run,
  terminal: Terminal,
): number {
  const all = [...outcomes.values()];
  const diagnostics = all.flatMap((outcome) => outcome.diagnostics);
  const written = all.flatMap((outcome) => outcome.written);
  const unchanged = all.flatMap((outcome) => outcome.unchanged);
  const failures = tellOnce(all.flatMap((outcome) => outcome.failures));
  const sources = new Map(
    [...outcomes].flatMap(([file, { source }]) => (source === undefined ? [] : [[file, source]])),
  );
  const { report: style, quiet } = command;
  tellReport(terminal, {
    style,
    diagnostics,
    sources,
    written,
    unchanged,
    documents: all.flatMap((outcome) => outcome.documents),
    failures,
    quiet,
  });
  const many = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  const parts = [many(outcomes.size, 'résumé'), `${many(written.length, 'file')} written`];
  if (unchanged.length > 0) parts.push(`${unchanged.length} unchanged`);
  talk([...parts, countFindings(diagnostics)].filter((part) => part !== '').join(', '));
  if (failures.length > 0) return 3;
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
