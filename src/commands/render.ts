import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Setting } from '../resume/parse-setting.js';
import type { ReportStyle } from '../source/report.js';
import type { Paper } from '../theme/paper.js';
import { type Format, isPaged, needsBrowser } from '../writers/formats.js';
import { findInputs } from './inputs.js';
import { outputFolder, outputPath } from './outputs.js';
import { openRun } from './run.js';
import { type Shard, takeShard } from './shard.js';
import type { Terminal } from './terminal.js';

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
  await using run = await openRun(command, terminal, env);
  if (await expectsPrint(command)) await (await run.browser()).warm();
  // Nearly all of the program: it is loaded while the browser starts.
  const { renderAll } = await import('./render-all.js');
  return await renderAll(run, terminal);
}

/**
 * Whether a look at the clocks of the files promises something to print, so that the browser may start before anything is
 * read. A guess: what is rendered, the inputs decide.
 */
async function expectsPrint(command: RenderCommand): Promise<boolean> {
  const { out, force, themes = [], shard } = command;
  const format = command.formats.find(needsBrowser);
  if (format === undefined) return false;
  // Where there are none, that is told later.
  const inputs = await findInputs(command.files).catch(() => []);
  const files = shard ? takeShard(inputs, shard) : inputs;
  if (force) return files.length > 0;
  const folders = themes.length > 1 ? themes.map((theme) => outputFolder(out, basename(theme))) : [out];
  const age = async (path: string) => (await stat(path).catch(() => undefined))?.mtimeMs;
  const stale = files.flatMap((file) =>
    folders.map(async (folder) => {
      const made = await age(outputPath(folder, file, format, isPaged(format) ? 1 : undefined));
      return made === undefined || made < ((await age(file)) ?? 0);
    }),
  );
  return (await Promise.all(stale)).includes(true);
}
