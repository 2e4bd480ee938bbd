import { extname } from 'node:path';
import type { Browser } from '../browser/open.js';
import { checkFile } from '../check/check-file.js';
import { CHECK_FORMATS, type CheckFormat } from '../check/extract/extraction.js';
import type { CheckedDocument } from '../check/report/checked-document.js';
import type { MachineError } from '../errors.js';
import { type FontShelf, fontShelf } from '../page/font-subsets.js';
import type { Setting } from '../resume/parse-setting.js';
import type { Diagnostic } from '../source/diagnostic.js';
import type { ReportStyle } from '../source/report.js';
import { type ReadTheme, rememberThemes } from '../theme/read-once.js';
import type { Theme } from '../theme/theme.js';
import { DEFAULT_FORMATS } from '../writers/formats.js';
import { findInputs, readBytes } from './inputs.js';
import { browserOnDemand } from './on-demand.js';
import { openProgress } from './progress.js';
import { type Job, readJobs } from './read-jobs.js';
import { readThemes } from './read-themes.js';
import { optionsOf, renderJob } from './render-job.js';
import { tellChecks } from './tell-checks.js';
import type { Terminal } from './terminal.js';

export interface CheckCommand {
  files: readonly string[];
  /** For résumés; absent: each résumé's own, else classic. */
  themes?: readonly string[];
  /** In place of each résumé's own `meta`. */
  settings: readonly Setting[];
  strict: boolean;
  report: ReportStyle;
  /** Print the text as programs read it, and judge nothing. */
  text: boolean;
  quiet: boolean;
  browser?: string;
  /** What résumés may take pictures and themes from; absent: each its own folder. */
  root?: string;
}

/** What one file on the command line led to. */
export interface CheckOutcome {
  documents: CheckedDocument[];
  diagnostics: Diagnostic[];
  /** The text of a résumé file, for code frames. */
  source?: string;
  failures: MachineError[];
}

interface Run {
  command: CheckCommand;
  env: NodeJS.ProcessEnv;
  themes: readonly Theme[];
  /** Reads those that résumés name. */
  readTheme: ReadTheme;
  browser: () => Promise<Browser>;
  fonts: FontShelf;
}

const FINISHED: Record<string, CheckFormat> = {
  '.pdf': 'pdf',
  '.docx': 'docx',
  '.html': 'html',
  '.htm': 'html',
};
const RESUMES = new Set(['.yaml', '.yml', '.json']);
/** Bytes; a little more than the check reads, so that it can say why it does not. */
const MAX_FILE = 100_000_000;

/**
 * `render check`: finished files as a parser reads them, and résumés rendered in memory first. Returns the exit code: 0
 * done, 1 a finding is an error, 3 the machine lacks something. Throws UsageError.
 */
export async function check(
  command: CheckCommand,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const files = await findInputs(command.files);
  const named = await readThemes(command.themes ?? [], command.root);
  if ('diagnostics' in named) {
    const diagnostics = [...named.diagnostics];
    return tellChecks(new Map([['', { documents: [], diagnostics, failures: [] }]]), command, terminal);
  }
  using progress = openProgress(terminal, command);
  const tell = (line: string) => {
    if (!command.quiet && command.report !== 'json') progress.say(line);
  };
  await using browser = browserOnDemand(command, env, tell);
  const outcomes = new Map<string, CheckOutcome>();
  const { read: readTheme } = rememberThemes();
  const run = { command, env, themes: named.themes, readTheme, browser: browser.open, fonts: fontShelf() };
  progress.expect(files.length);
  for (const file of files) outcomes.set(file, await progress.follow(file, () => checkOne(file, run)));
  return tellChecks(outcomes, command, terminal);
}

function checkOne(file: string, run: Run): Promise<CheckOutcome> {
  const ending = extname(file).toLowerCase();
  const format = FINISHED[ending];
  if (format) return checkFinished(file, format);
  return RESUMES.has(ending) ? checkResume(file, run) : refuse(file);
}

async function checkFinished(file: string, format: CheckFormat): Promise<CheckOutcome> {
  const found = await readBytes(file, MAX_FILE);
  if (!('bytes' in found)) return { documents: [], diagnostics: [found], failures: [] };
  return {
    documents: [{ file, ...(await checkFile(found.bytes, format)) }],
    diagnostics: [],
    failures: [],
  };
}

async function refuse(file: string): Promise<CheckOutcome> {
  const found = await readBytes(file, MAX_FILE);
  const fault: Diagnostic = {
    severity: 'error',
    rule: 'wrong-format',
    file,
    path: '',
    message: `${file} is no file that can be checked`,
    suggestion: 'résumés end in .yaml, .yml or .json, finished files in .pdf, .docx or .html',
  };
  return { documents: [], diagnostics: ['bytes' in found ? fault : found], failures: [] };
}

/** Rendered as `render` would, every format; nothing is written. */
async function checkResume(file: string, run: Run): Promise<CheckOutcome> {
  const { jobs, diagnostics, source } = await readJobs(file, run.themes, {
    ...run.command,
    env: run.env,
    readTheme: run.readTheme,
  });
  const outcomes = await Promise.all(jobs.map((job) => checkJob(job, run)));
  return {
    documents: outcomes.flatMap(({ documents }) => documents),
    diagnostics: [...diagnostics, ...outcomes.flatMap((outcome) => outcome.diagnostics)],
    failures: outcomes.flatMap(({ failures }) => failures),
    ...(source !== undefined && { source }),
  };
}

async function checkJob(job: Job, { command, env, browser, fonts }: Run): Promise<CheckOutcome> {
  const { strict } = command;
  const options = optionsOf(job, { formats: DEFAULT_FORMATS }, env);
  const { files, diagnostics, failures } = await renderJob(job, { ...options, browser, fonts }, strict);
  const documents: CheckedDocument[] = [];
  for (const { format, bytes } of files) {
    const checked = CHECK_FORMATS.find((one) => one === format);
    if (checked)
      documents.push({ file: job.file, theme: job.theme.name, ...(await checkFile(bytes, checked)) });
  }
  return { documents, diagnostics, failures };
}
