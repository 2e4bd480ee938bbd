import { performance } from 'node:perf_hooks';
import { cleanAtExit } from '../browser/exit.js';
import type { Browser } from '../browser/open.js';
import { ContentError, MachineError } from '../errors.js';
import { documentDate } from '../page/describe-document.js';
import { renderDocument } from '../pipeline.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { placed } from '../source/placed.js';
import type { ReportStyle } from '../source/report.js';
import type { Paper } from '../theme/paper.js';
import { type Format, needsBrowser } from '../writers/formats.js';
import { inParallel } from './in-parallel.js';
import { findInputs } from './inputs.js';
import { outputFolder, outputPath, prepareFolder, refuseCollisions, writeWhole } from './outputs.js';
import { type Job, readJobs } from './read-jobs.js';
import { readThemes } from './read-themes.js';
import { judged } from './strict.js';
import { countFindings, type Terminal, tellReport } from './terminal.js';
import { today } from './today.js';

export interface RenderCommand {
  files: readonly string[];
  /** Absent: each résumé's own, else classic. */
  themes?: readonly string[];
  formats: readonly Format[];
  out: string;
  paper?: Paper;
  embedSource: boolean;
  pages?: number;
  jobs: number;
  strict: boolean;
  verify: boolean;
  report: ReportStyle;
  quiet: boolean;
  verbose: boolean;
  browser?: string;
  /** What résumés may take pictures and themes from; absent: each its own folder. */
  root?: string;
}

interface Outcome {
  written: string[];
  diagnostics: readonly Diagnostic[];
  failure?: MachineError;
}

/** What all jobs of a run share. */
interface Run {
  command: RenderCommand;
  env: NodeJS.ProcessEnv;
  browser: () => Promise<Browser>;
  talk: (line: string) => void;
  folderOf: (job: Job) => string;
}

/**
 * `render`: every résumé with every theme, into every format. One bad file does not stop the others. Returns the exit
 * code: 0 done, 1 a résumé or theme has an error, 3 the machine lacks something. Throws UsageError and, before anything
 * is written, MachineError.
 */
export async function render(
  command: RenderCommand,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const files = await findInputs(command.files);
  refuseCollisions(files);
  const named = await readThemes(command.themes ?? []);
  if ('diagnostics' in named) {
    const { report: style, quiet } = command;
    tellReport(terminal, { style, ...named, sources: new Map(), written: [], failures: [], quiet });
    return 1;
  }
  const { themes } = named;
  const folderOf = ({ theme }: Pick<Job, 'theme'>) =>
    outputFolder(command.out, themes.length > 1 ? theme.name : undefined);
  await Promise.all([command.out, ...themes.map((theme) => folderOf({ theme }))].map(prepareFolder));

  const talk = (line: string) => {
    if (!command.quiet && command.report !== 'json') terminal.err(line);
  };
  let opened: Promise<Browser> | undefined;
  const browser = () => {
    const { browser: explicit, jobs } = command;
    opened ??= import('../browser/open.js').then(({ openBrowser }) =>
      openBrowser({ env, tell: talk, pages: jobs, ...(explicit !== undefined && { explicit }) }),
    );
    return opened;
  };
  // What this command leaves, it has written whole: a signal only has to wait for the file it is at.
  const forgetExit = cleanAtExit({ clean: async () => undefined, cleanNow: () => undefined });
  if (command.formats.some(needsBrowser)) (await browser()).warm();
  try {
    const reading = { strict: command.strict, today: today(env), root: command.root };
    const run = { command, env, browser, talk, folderOf };
    const sources = new Map<string, string>();
    const outcomes = await inParallel(files, command.jobs, async (file): Promise<Outcome[]> => {
      const { jobs, diagnostics, source } = await readJobs(file, themes, reading);
      if (source !== undefined) sources.set(file, source);
      return [{ written: [], diagnostics }, ...(await Promise.all(jobs.map((job) => runJob(job, run))))];
    });
    if (command.verbose) await tellBrowser(await opened, talk);
    return conclude(outcomes.flat(), run, files.length, terminal, sources);
  } finally {
    await (await opened)?.[Symbol.asyncDispose]();
    forgetExit();
  }
}

async function runJob(job: Job, { command, env, browser, talk, folderOf }: Run): Promise<Outcome> {
  const { file, resume, theme, photo, tree } = job;
  const began = performance.now();
  try {
    const rendering = await renderDocument(resume, theme, {
      formats: command.formats,
      date: documentDate(resume, env.SOURCE_DATE_EPOCH, job.modified),
      embedSource: command.embedSource,
      verify: command.verify,
      file,
      browser,
      ...(command.paper && { paper: command.paper }),
      ...(command.pages !== undefined && { pages: command.pages }),
      ...(photo && { photo }),
    });
    const { files, failure } = rendering;
    const diagnostics = judged(placed(rendering.diagnostics, tree), command.strict);
    const refused = command.strict && diagnostics.length > 0;
    const written: string[] = [];
    for (const { format, bytes, page } of refused ? [] : files) {
      const path = outputPath(folderOf(job), file, format, page);
      await writeWhole(path, bytes);
      written.push(path);
    }
    if (command.verbose) talk(`${file}, ${theme.name}: ${Math.round(performance.now() - began)} ms`);
    return { written, diagnostics, ...(failure && { failure }) };
  } catch (error) {
    if (error instanceof ContentError) return { written: [], diagnostics: error.diagnostics };
    if (error instanceof MachineError) return { written: [], diagnostics: [], failure: error };
    throw error;
  }
}

async function tellBrowser(browser: Browser | undefined, talk: Run['talk']): Promise<void> {
  // A browser that could not be had has already been told of.
  const found = await browser?.describe().catch(() => undefined);
  if (found) talk(`printed by ${found.version} (${found.source}): ${found.path}`);
}

function conclude(
  outcomes: readonly Outcome[],
  { command, talk }: Run,
  resumes: number,
  terminal: Terminal,
  sources: ReadonlyMap<string, string>,
): number {
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  const written = outcomes.flatMap((outcome) => outcome.written);
  // Every document that wanted a browser failed for the same reason: it is told once.
  const failures = new Map(outcomes.flatMap(({ failure }) => (failure ? [[failure.message, failure]] : [])));
  const { report: style, quiet } = command;
  tellReport(terminal, { style, diagnostics, sources, written, failures: [...failures.values()], quiet });
  const findings = countFindings(diagnostics);
  const many = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;
  talk(
    `${many(resumes, 'résumé')}, ${many(written.length, 'file')} written${findings ? `, ${findings}` : ''}`,
  );
  if (failures.size > 0) return 3;
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
