import { performance } from 'node:perf_hooks';
import type { Theme } from '../theme/theme.js';
import { type FileOutcome, joinOutcomes } from './file-outcome.js';
import type { Output } from './finished.js';
import { describeFile, type FinishedDocument } from './finished-document.js';
import { outputFolder, outputPath } from './outputs.js';
import { type Job, readJobs } from './read-jobs.js';
import { optionsOf, renderJob } from './render-job.js';
import { type Run, readingOf } from './run.js';
import { summaryLine } from './summary-line.js';
import { writeOutputs } from './write-outputs.js';

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
  const { command, progress, talk } = run;
  const { jobs, ...read } = await readJobs(file, themes, readingOf(run));
  let waiting = jobs.length;
  const onePrinted = () => {
    waiting -= 1;
    if (waiting === 0) printed?.();
  };
  const outcomes = await Promise.all(
    jobs.map(async (job) => {
      const outcome = await finishJob(job, outputFolder(command.out, themes, job.theme), run, onePrinted);
      const name = themes.length > 1 ? `${file}, ${job.theme.name}` : file;
      for (const document of outcome.documents)
        if (progress.shown || command.verbose) talk(summaryLine(name, document));
      return outcome;
    }),
  );
  return joinOutcomes(read, outcomes);
}

/** Whether anything was made, rather than found as it should be. */
export const wasWork = ({ documents }: Pick<FileOutcome, 'documents'>): boolean =>
  documents.some(({ unchanged }) => !unchanged);

async function finishJob(job: Job, folder: string, run: Run, printed: () => void): Promise<FileOutcome> {
  const { command, env, finished, browser, fonts } = run;
  const { file, theme } = job;
  const began = performance.now();
  const documentOf = (outputs: readonly Output[], unchanged: boolean): FinishedDocument => ({
    file,
    theme: theme.name,
    unchanged,
    ms: Math.round(performance.now() - began),
    files: outputs.map(({ path, bytes }) => describeFile(path, bytes)),
  });
  const options = optionsOf(job, command, env);
  const document = outputPath(folder, file, command.formats.join('+'));
  const inputs = await run.inputsOf(job, options);
  const still = command.force || inputs === undefined ? undefined : await finished.recall(document, inputs);
  if (still) {
    const documents = [documentOf(still, true)];
    return { written: [], unchanged: pathsOf(still), documents, diagnostics: [], failures: [] };
  }

  const { files, diagnostics, failures } = await renderJob(
    job,
    { ...options, browser, fonts, printed },
    command.strict,
  );
  const refused = command.strict && diagnostics.length > 0;
  const outputs = (refused ? [] : files).map(({ format, bytes, page }) => ({
    path: outputPath(folder, file, format, page),
    bytes,
  }));
  const { written, failures: unwritten } = await writeOutputs(outputs, job);
  failures.push(...unwritten);
  // What has findings is rendered every time, so that they are told every time.
  const whole = diagnostics.length === 0 && failures.length === 0;
  if (inputs !== undefined && whole) finished.note(document, inputs, outputs);
  const documents = [documentOf(written, false)];
  return { written: pathsOf(written), unchanged: [], documents, diagnostics, failures };
}

const pathsOf = (outputs: readonly Output[]): string[] => outputs.map(({ path }) => path);
