import { readFile } from 'node:fs/promises';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Theme } from '../theme/theme.js';
import { type FileOutcome, joinOutcomes } from './file-outcome.js';
import { inParallel } from './in-parallel.js';
import { outputFolder, outputPath } from './outputs.js';
import { findWork } from './prepare-run.js';
import { type Job, readJobs } from './read-jobs.js';
import type { RenderCommand } from './render.js';
import { optionsOf, renderJob } from './render-job.js';
import { openRun, type Run, readingOf } from './run.js';
import { tellOutcomes } from './tell-run.js';
import { type Terminal, tellReport } from './terminal.js';
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
  const work = await findWork(command);
  if ('diagnostics' in work) {
    const { report: style, quiet } = command;
    tellReport(terminal, { style, quiet, ...work });
    return 1;
  }
  const { files, themes } = work;
  await using run = await openRun(command, terminal, env);
  run.progress.expect(files.length);
  const outcomes = await inParallel(files, command.jobs, async (file) => {
    const outcome = await run.progress.follow(file, () => compareFile(file, themes, run));
    return [file, outcome] as const;
  });
  const unchanged = outcomes.flatMap(([, outcome]) => outcome.unchanged);
  const summary = [`${unchanged.length} ${unchanged.length === 1 ? 'file is' : 'files are'} current`];
  // For people the count is enough: they ask for what is stale.
  const made = command.report === 'json' ? { unchanged } : {};
  return tellOutcomes(new Map(outcomes), made, summary, run, terminal);
}

async function compareFile(file: string, themes: readonly Theme[], run: Run): Promise<FileOutcome> {
  const { jobs, ...read } = await readJobs(file, themes, readingOf(run));
  const outcomes = jobs.map((job) => compareJob(job, outputFolder(run.command.out, themes, job.theme), run));
  return joinOutcomes(read, await Promise.all(outcomes));
}

async function compareJob(job: Job, folder: string, run: Run): Promise<FileOutcome> {
  const { command, env, browser, fonts } = run;
  const read = (path: string) => readFile(path).catch(() => undefined);
  const dated = await Promise.all(
    ['pdf', 'docx'].map((format) => read(outputPath(folder, job.file, format))),
  );
  const date = dated.map((bytes) => bytes && writtenDate(bytes)).find((one) => one !== undefined);
  const options = { ...optionsOf(job, command, env), ...(date && { date }), browser, fonts };
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
