import { inParallel } from './in-parallel.js';
import type { Prepared } from './prepare-run.js';
import { renderFile, wasWork } from './render-file.js';
import type { Run } from './run.js';
import { tellRun } from './tell-run.js';
import type { Terminal } from './terminal.js';

/** The work of a run that is open, told when it is done. Returns the exit code. */
export async function renderAll({ files, themes }: Prepared, run: Run, terminal: Terminal): Promise<number> {
  const { command } = run;
  const alone = files.length === 1;
  run.progress.expect(files.length);
  const outcomes = await inParallel(files, command.jobs, async (file) => {
    const rendering = () => renderFile(file, themes, run, alone ? releaseBrowser : undefined);
    const { source, resume: _, ...outcome } = await run.progress.follow(file, rendering, wasWork);
    // A text is for code frames: what nothing is said of is not kept, or a long run would keep all it has read.
    const told = outcome.diagnostics.length > 0 && source !== undefined;
    return [file, told ? { ...outcome, source } : outcome] as const;
  });
  const worked = outcomes.some(([, { written }]) => written.length > 0);
  if (command.verbose && worked) await tellBrowser(run);
  return tellRun(new Map(outcomes), run, terminal);

  /** It ends while the last document is finished and read back. */
  function releaseBrowser(): void {
    // Afterwards it is asked for its name.
    if (command.verbose) return;
    run.opened()?.then(
      (browser) => browser.release(),
      () => undefined,
    );
  }
}

async function tellBrowser({ opened, talk }: Run): Promise<void> {
  // A browser that could not be had has already been told of.
  const browser = await opened();
  const found = await browser?.describe().catch(() => undefined);
  if (found) talk(`printed by ${found.version} (${found.source}): ${found.path}`);
}
