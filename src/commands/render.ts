import { stat } from 'node:fs/promises';
import type { Browser } from '../browser/open.js';
import type { Setting } from '../resume/parse-setting.js';
import type { ReportStyle } from '../source/report.js';
import type { Paper } from '../theme/paper.js';
import type { Theme } from '../theme/theme.js';
import { type Format, isPaged, needsBrowser } from '../writers/formats.js';
import { inParallel } from './in-parallel.js';
import { outputFolder, outputPath } from './outputs.js';
import { prepareRun } from './prepare-run.js';
import { renderFile, wasWork } from './render-file.js';
import { openRun, type Run } from './run.js';
import type { Shard } from './shard.js';
import { tellRun } from './tell-run.js';
import { type Terminal, tellReport } from './terminal.js';

export interface RenderCommand {
  files: readonly string[];
  /** Absent: each résumé's own, else classic. */
  themes?: readonly string[];
  /** In place of each résumé's own `meta`. */
  settings: readonly Setting[];
  formats: readonly Format[];
  /** Absent: all. */
  shard?: Shard;
  out: string;
  paper?: Paper;
  embedSource: boolean;
  pages?: number;
  jobs: number;
  /** Render also what is as it was. */
  force: boolean;
  strict: boolean;
  verify: boolean;
  report: ReportStyle;
  quiet: boolean;
  verbose: boolean;
  browser?: string;
  /** What résumés may take pictures and themes from; absent: each its own folder. */
  root?: string;
}

/**
 * `render`: every résumé with every theme, into every format, where anything has changed. One bad file does not stop the
 * others. Returns the exit code: 0 done, 1 a résumé or theme has an error, 3 the machine lacks something. Throws UsageError
 * and, before anything is written, MachineError.
 */
export async function render(
  command: RenderCommand,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const prepared = await prepareRun(command);
  if ('diagnostics' in prepared) {
    const { report: style, quiet } = command;
    const nothing = { sources: new Map(), written: [], unchanged: [], failures: [] };
    tellReport(terminal, { style, ...prepared, ...nothing, quiet });
    return 1;
  }
  const { files, themes } = prepared;

  await using run = await openRun(command, terminal, env);
  if (command.formats.some(needsBrowser) && (await expectsWork(files, themes, command)))
    (await run.browser()).warm();
  run.progress.expect(files.length);
  const outcomes = await inParallel(
    files,
    command.jobs,
    async (file) =>
      [file, await run.progress.follow(file, () => renderFile(file, themes, run), wasWork)] as const,
  );
  const worked = outcomes.some(([, { written }]) => written.length > 0);
  if (command.verbose && worked) await tellBrowser(run);
  return tellRun(new Map(outcomes), run, terminal);
}

/**
 * Whether a look at the clocks of the files promises something to print, so that the browser may start at once. A guess:
 * what is rendered, the inputs decide.
 */
async function expectsWork(
  files: readonly string[],
  themes: readonly Theme[],
  { out, formats, force }: RenderCommand,
): Promise<boolean> {
  if (force) return true;
  const folders = themes.length > 1 ? themes.map(({ name }) => outputFolder(out, name)) : [out];
  const format = formats.find(needsBrowser);
  if (format === undefined) return false;
  const age = async (path: string) => (await stat(path).catch(() => undefined))?.mtimeMs;
  const stale = files.flatMap((file) =>
    folders.map(async (folder) => {
      const made = await age(outputPath(folder, file, format, isPaged(format) ? 1 : undefined));
      return made === undefined || made < ((await age(file)) ?? 0);
    }),
  );
  return (await Promise.all(stale)).includes(true);
}

async function tellBrowser({ opened, talk }: Run): Promise<void> {
  // A browser that could not be had has already been told of.
  const browser: Browser | undefined = await opened();
  const found = await browser?.describe().catch(() => undefined);
  if (found) talk(`printed by ${found.version} (${found.source}): ${found.path}`);
}
