import type { Browser } from '../browser/open.js';
import { checkFile } from '../check/check-file.js';
import { listRecovered } from '../check/report/format-recovered.js';
import type { Finding } from '../check/rules/rules.js';
import { originsOf } from '../commands/origins.js';
import { type ReadJobs, readJobs } from '../commands/read-jobs.js';
import { readThemes } from '../commands/read-themes.js';
import { optionsOf, renderJob } from '../commands/render-job.js';
import { tellOnce } from '../commands/tell-once.js';
import { textOf } from '../commands/terminal.js';
import { UsageError } from '../errors.js';
import type { FontShelf } from '../page/font-subsets.js';
import type { Setting } from '../resume/parse-setting.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { frame } from '../source/frame.js';
import type { Paper } from '../theme/paper.js';
import type { RenderedFile } from '../write-formats.js';
import type { Format } from '../writers/formats.js';

// A résumé, a theme and a paper → what the preview shows of them, all in memory: the files, what a parser makes of the PDF,
// and what is wrong.

/** What is to be shown. */
export interface Selection {
  file: string;
  /** A name or the path of a folder; empty: the résumé's own. */
  theme: string;
  /** Empty: as the résumé or the theme has it. */
  paper: Paper | '';
}

export interface Means {
  env: NodeJS.ProcessEnv;
  /** In place of each résumé's own `meta`. */
  settings: readonly Setting[];
  /** What résumés may take pictures and themes from; undefined: each its own folder. */
  root: string | undefined;
  browser: () => Promise<Browser>;
  fonts: FontShelf;
}

/** A finding for the page, as text. */
export interface Shown {
  severity: Diagnostic['severity'];
  message: string;
  /** `cv.yaml:5:5`. */
  where: string;
  /** The lines of the code frame and the way out. */
  frame: string;
}

/** One good rendering. */
export interface Made {
  title: string;
  /** By the name under which the page asks for it. */
  files: ReadonlyMap<string, Uint8Array>;
  /** The sizes of the pictures of the pages, in pixels. */
  pages: { width: number; height: number }[];
  /** What a parser makes of the PDF; absent where there is none. */
  machine?: {
    recovered: [name: string, value: string | undefined][];
    findings: Pick<Finding, 'severity' | 'message' | 'fix'>[];
    text: string;
  };
}

export interface Presentation {
  /** Absent where an error kept it from being made. */
  made?: Made;
  findings: Shown[];
  failures: { message: string; hint?: string | undefined }[];
  /** What it was made from: absolute paths. */
  origins: string[];
}

const WANTED: readonly Format[] = ['html', 'pdf', 'docx', 'png'];

/** Everything wrong is in the presentation. */
export async function present(selection: Selection, means: Means): Promise<Presentation> {
  const { file, theme, paper } = selection;
  const { env, browser, fonts, root } = means;
  const read = await readWith(selection, means);
  const origins = await originsOf(file, read.resume, theme === '' ? [] : [theme], root);
  const [job] = read.jobs;
  const shown = (diagnostics: readonly Diagnostic[]) => diagnostics.map((one) => show(one, read));
  if (!job) return { findings: shown(read.diagnostics), failures: [], origins };

  const options = optionsOf(job, { formats: WANTED, ...(paper !== '' && { paper }) }, env);
  const { files, diagnostics, failures } = await renderJob(job, { ...options, browser, fonts }, false);
  const wrong = diagnostics.some(({ severity }) => severity === 'error');
  return {
    ...(!wrong && files.length > 0 && { made: await make(job.resume.basics.name, files) }),
    findings: shown([...read.diagnostics, ...diagnostics]),
    failures: tellOnce(failures).map(({ message, hint }) => ({ message, hint })),
    origins,
  };
}

async function readWith({ file, theme }: Selection, { env, settings, root }: Means): Promise<ReadJobs> {
  const how = { strict: false, env, settings, root };
  try {
    const named = await readThemes(theme === '' ? [] : [theme], root);
    if ('themes' in named) return await readJobs(file, named.themes, how);
    return { jobs: [], diagnostics: [...named.diagnostics] };
  } catch (error) {
    // The theme was there when it was chosen.
    if (!(error instanceof UsageError)) throw error;
    const { message, hint: suggestion } = error;
    const fault: Diagnostic = { severity: 'error', rule: 'unknown-theme', file: theme, path: '', message };
    return { jobs: [], diagnostics: [{ ...fault, ...(suggestion && { suggestion }) }] };
  }
}

function show(diagnostic: Diagnostic, { source }: ReadJobs): Shown {
  const { severity, message, file, place } = diagnostic;
  const text = place && (source ?? textOf(file));
  // The first two lines say what the page says in its own way.
  const lines = frame(diagnostic, text, false).split('\n').slice(2);
  const where = place ? `${file}:${place.line}:${place.column}` : file;
  return { severity, message, where, frame: lines.join('\n') };
}

async function make(title: string, files: readonly RenderedFile[]): Promise<Made> {
  const named = files.map(({ format, bytes, page }) => [nameOf(format, page), bytes] as const);
  const pictures = files.filter(({ format }) => format === 'png');
  const pdf = files.find(({ format }) => format === 'pdf');
  return {
    title,
    files: new Map(named),
    pages: pictures.map(({ bytes }) => sizeOf(bytes)),
    ...(pdf && { machine: await readAsMachine(pdf.bytes) }),
  };
}

function nameOf(format: Format, page: number | undefined): string {
  if (format === 'html') return 'page.html';
  return page === undefined ? `document.${format}` : `${page}.${format}`;
}

/** Of a PNG: https://www.w3.org/TR/png-3/#11IHDR */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

async function readAsMachine(pdf: Uint8Array): Promise<Made['machine'] & object> {
  const { recovered, findings, texts } = await checkFile(pdf, 'pdf');
  return {
    recovered: recovered ? listRecovered(recovered) : [],
    findings: findings.map(({ severity, message, fix }) => ({ severity, message, fix })),
    text: texts[0]?.text ?? '',
  };
}
