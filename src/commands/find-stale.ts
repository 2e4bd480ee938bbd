import { readFile } from 'node:fs/promises';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Theme } from '../theme/theme.js';
import { inParallel } from './in-parallel.js';
import { outputFolder, outputPath } from './outputs.js';
import { findWork } from './prepare-run.js';
import { type Job, readJobs } from './read-jobs.js';
import type { RenderCommand } from './render.js';
import type { FileOutcome } from './render-file.js';
import { optionsOf, renderJob } from './render-job.js';
import { openRun, type Run } from './run.js';
import { tellOnce } from './tell-once.js';
import { countFindings, type Terminal, tellReport } from './terminal.js';
import { today } from './today.js';
import { writtenDate } from './written-date.js';

/**
 * `render --check`: renders in memory, writes nothing, and tells which files in the out folder are not what a render would
 * write; each is a finding, `stale`. A file's own date counts for nothing. Returns the exit code: 0 all are current, 1 one
 * is not or a résumé or theme has an error, 3 the machine lacks something. Throws UsageError.
 */
export async function findStale(
  command: RenderCommand,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const { report: style, quiet } = command;
  const nothing = { sources: new Map(), written: [], unchanged: [], failures: [] };
  const work = await findWork(command);
  if ('diagnostics' in work) {
    tellReport(terminal, { style, ...work, ...nothing, quiet });
    return 1;
  }
  await using run = await openRun(command, terminal, env);
  run.progress.expect(work.files.length);
  const outcomes = await inParallel(work.files, command.jobs, (file) =>
    run.progress.follow(file, () => compareFile(file, work.themes, run)),
  );
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  const failures = tellOnce(outcomes.flatMap((one) => one.failures));
  const sources = outcomes.flatMap(({ source }, index) =>
    source ? [[work.files[index] ?? '', source]] : [],
  );
  tellReport(terminal, {
    ...nothing,
    style,
    diagnostics,
    sources: new Map(sources as [string, string][]),
    failures,
    quiet,
  });
  const current = outcomes.flatMap(({ unchanged }) => unchanged).length;
  const summary = `${current} ${current === 1 ? 'file is' : 'files are'} current`;
  run.talk([summary, countFindings(diagnostics)].filter((part) => part !== '').join(', '));
  if (failures.length > 0) return 3;
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function compareFile(file: string, themes: readonly Theme[], run: Run): Promise<FileOutcome> {
  const { strict, settings, root, out } = run.command;
  const { jobs, diagnostics, ...read } = await readJobs(file, themes, {
    strict,
    settings,
    root,
    today: today(run.env),
  });
  const folder = (theme: Theme) => outputFolder(out, themes.length > 1 ? theme.name : undefined);
  const outcomes = await Promise.all(jobs.map((job) => compareJob(job, folder(job.theme), run)));
  return {
    ...read,
    written: [],
    documents: [],
    unchanged: outcomes.flatMap(({ unchanged }) => unchanged),
    diagnostics: [...diagnostics, ...outcomes.flatMap((outcome) => outcome.diagnostics)],
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

async function compareJob(job: Job, folder: string, run: Run): Promise<FileOutcome> {
  const { command, env, browser } = run;
  const read = (path: string) => readFile(path).catch(() => undefined);
  const dated = await Promise.all(
    ['pdf', 'docx'].map((format) => read(outputPath(folder, job.file, format))),
  );
  const date = dated.map((bytes) => bytes && writtenDate(bytes)).find((one) => one !== undefined);
  const options = { ...optionsOf(job, command, env), ...(date && { date }), browser };
  const { files, diagnostics, failures } = await renderJob(job, options, command.strict);
  const unchanged: string[] = [];
  const stale: Diagnostic[] = [];
  for (const { format, bytes, page } of files) {
    const path = outputPath(folder, job.file, format, page);
    const there = await read(path);
    if (there?.equals(bytes)) unchanged.push(path);
    else stale.push(staleFile(path, job.file, there === undefined));
  }
  return { written: [], unchanged, documents: [], diagnostics: [...diagnostics, ...stale], failures };
}

const staleFile = (path: string, source: string, missing: boolean): Diagnostic => ({
  severity: 'error',
  rule: 'stale',
  file: path,
  path: '',
  message: missing
    ? `${path} is not there: ${source} was not rendered`
    : `${path} is not current: a render of ${source} would write another`,
  suggestion: 'run the same command without --check',
});
