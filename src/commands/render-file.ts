import { performance } from 'node:perf_hooks';
import { MachineError } from '../errors.js';
import type { Resume } from '../resume/schema.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Theme } from '../theme/theme.js';
import { outputFolder, outputPath, writeWhole } from './outputs.js';
import { type Job, readJobs } from './read-jobs.js';
import { optionsOf, renderJob } from './render-job.js';
import type { Run } from './run.js';
import { today } from './today.js';

/** What one file on the command line led to. */
export interface FileOutcome {
  /** The paths of the files that were written. */
  written: string[];
  /** The paths of the files that were already what they should be. */
  unchanged: string[];
  diagnostics: Diagnostic[];
  failures: MachineError[];
  /** The file's text, for code frames. */
  source?: string;
  /** Absent where the file holds none that can be read. */
  resume?: Resume;
}

/**
 * One résumé with every theme, into every format: read, rendered where anything changed, written whole. `printed` is told
 * when all that a browser does for it is done, if it does anything.
 */
export async function renderFile(
  file: string,
  themes: readonly Theme[],
  run: Run,
  printed?: () => void,
): Promise<FileOutcome> {
  const { command, env } = run;
  const { jobs, diagnostics, ...read } = await readJobs(file, themes, {
    strict: command.strict,
    today: today(env),
    settings: command.settings,
    root: command.root,
  });
  const folder = (theme: Theme) => outputFolder(command.out, themes.length > 1 ? theme.name : undefined);
  let waiting = jobs.length;
  const onePrinted = () => {
    waiting -= 1;
    if (waiting === 0) printed?.();
  };
  const outcomes = await Promise.all(jobs.map((job) => finishJob(job, folder(job.theme), run, onePrinted)));
  return {
    ...read,
    written: outcomes.flatMap(({ written }) => written),
    unchanged: outcomes.flatMap(({ unchanged }) => unchanged),
    diagnostics: [...diagnostics, ...outcomes.flatMap((outcome) => outcome.diagnostics)],
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

async function finishJob(job: Job, folder: string, run: Run, printed: () => void): Promise<FileOutcome> {
  const { command, env, finished, browser, talk } = run;
  const { file, theme } = job;
  const began = performance.now();
  const options = optionsOf(job, command, env);
  const document = outputPath(folder, file, command.formats.join('+'));
  const inputs = await run.inputsOf(job, options);
  const still = command.force || inputs === undefined ? undefined : await finished.recall(document, inputs);
  if (still) return { written: [], unchanged: still, diagnostics: [], failures: [] };

  const { files, diagnostics, failures } = await renderJob(
    job,
    { ...options, browser, printed },
    command.strict,
  );
  const refused = command.strict && diagnostics.length > 0;
  const outputs = (refused ? [] : files).map(({ format, bytes, page }) => ({
    path: outputPath(folder, file, format, page),
    bytes,
  }));
  const written: string[] = [];
  try {
    for (const { path, bytes } of outputs) {
      await writeWhole(path, bytes);
      written.push(path);
    }
  } catch (error) {
    if (!(error instanceof MachineError)) throw error;
    return { written, unchanged: [], diagnostics, failures: [...failures, error] };
  }
  // What has findings is rendered every time, so that they are told every time.
  const whole = diagnostics.length === 0 && failures.length === 0;
  if (inputs !== undefined && whole) finished.note(document, inputs, outputs);
  if (command.verbose) talk(`${file}, ${theme.name}: ${Math.round(performance.now() - began)} ms`);
  return { written, unchanged: [], diagnostics, failures };
}
