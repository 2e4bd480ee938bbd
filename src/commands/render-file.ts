import { performance } from 'node:perf_hooks';
import { MachineError } from '../errors.js';
import type { Resume } from '../resume/schema.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { Theme } from '../theme/theme.js';
import type { Output } from './finished.js';
import { describeFile, type FinishedDocument } from './finished-document.js';
import { outputFolder, outputPath, writeWhole } from './outputs.js';
import { type Job, readJobs } from './read-jobs.js';
import { optionsOf, renderJob } from './render-job.js';
import type { Run } from './run.js';
import { summaryLine } from './summary-line.js';
import { today } from './today.js';

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
  const { command, env, progress, talk } = run;
  const { jobs, diagnostics, ...read } = await readJobs(file, themes, {
    strict: command.strict,
    today: today(env),
    settings: command.settings,
    root: command.root,
  });
  const several = themes.length > 1;
  let waiting = jobs.length;
  const onePrinted = () => {
    waiting -= 1;
    if (waiting === 0) printed?.();
  };
  const outcomes = await Promise.all(
    jobs.map(async (job) => {
      const { name } = job.theme;
      const folder = outputFolder(command.out, several ? name : undefined);
      const outcome = await finishJob(job, folder, run, onePrinted);
      for (const document of outcome.documents)
        if (progress.shown || command.verbose)
          talk(summaryLine(several ? `${file}, ${name}` : file, document));
      return outcome;
    }),
  );
  return {
    ...read,
    written: outcomes.flatMap(({ written }) => written),
    unchanged: outcomes.flatMap(({ unchanged }) => unchanged),
    documents: outcomes.flatMap(({ documents }) => documents),
    diagnostics: [...diagnostics, ...outcomes.flatMap((outcome) => outcome.diagnostics)],
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}

/** Whether anything was made, rather than found as it should be. */
export const wasWork = ({ documents }: Pick<FileOutcome, 'documents'>): boolean =>
  documents.some(({ unchanged }) => !unchanged);

async function finishJob(job: Job, folder: string, run: Run, printed: () => void): Promise<FileOutcome> {
  const { command, env, finished, browser } = run;
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
    { ...options, browser, printed },
    command.strict,
  );
  const refused = command.strict && diagnostics.length > 0;
  const outputs = (refused ? [] : files).map(({ format, bytes, page }) => ({
    path: outputPath(folder, file, format, page),
    bytes,
  }));
  const written: Output[] = [];
  try {
    for (const output of outputs) {
      await writeWhole(output.path, output.bytes);
      written.push(output);
    }
  } catch (error) {
    if (!(error instanceof MachineError)) throw error;
    failures.push(error);
  }
  // What has findings is rendered every time, so that they are told every time.
  const whole = diagnostics.length === 0 && failures.length === 0;
  if (inputs !== undefined && whole) finished.note(document, inputs, outputs);
  const documents = [documentOf(written, false)];
  return { written: pathsOf(written), unchanged: [], documents, diagnostics, failures };
}

const pathsOf = (outputs: readonly Output[]): string[] => outputs.map(({ path }) => path);
