import { stat } from 'node:fs/promises';
import type { Setting } from '../resume/parse-setting.js';
import type { ReportStyle } from '../source/report.js';
import type { Paper } from '../theme/paper.js';
import { type Format, isPaged, needsBrowser } from '../writers/formats.js';
import { outputFolders, outputPath } from './outputs.js';
import { type Prepared, prepareRun } from './prepare-run.js';
import { openRun } from './run.js';
import type { Shard } from './shard.js';
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
    tellReport(terminal, { style, quiet, ...prepared });
    return 1;
  }
  await using run = await openRun(command, terminal, env);
  if (await expectsPrint(prepared, command)) await (await run.browser()).warm();
  // Nearly all of the program: it is loaded while the browser starts.
  const { renderAll } = await import('./render-all.js');
  return await renderAll(prepared, run, terminal);
}

/**
 * Whether a look at the clocks of the files promises something to print, so that the browser may start before any is read.
 * A guess: what is rendered, the inputs decide.
 */
async function expectsPrint(
  { files, themes }: Prepared,
  { out, formats, force }: RenderCommand,
): Promise<boolean> {
  const format = formats.find(needsBrowser);
  if (format === undefined) return false;
  const look = (path: string) => stat(path).catch(() => undefined);
  const stale = files.map(async (file) => {
    const source = await look(file);
    // A file that is not there, a folder, an empty file: one line says so, and no browser has to start for it.
    if (!source?.isFile() || source.size === 0) return false;
    if (force) return true;
    const folders = outputFolders(out, themes);
    const made = folders.map((folder) =>
      look(outputPath(folder, file, format, isPaged(format) ? 1 : undefined)),
    );
    return (await Promise.all(made)).some((one) => one === undefined || one.mtimeMs < source.mtimeMs);
  });
  return (await Promise.all(stale)).includes(true);
}
