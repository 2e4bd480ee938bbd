import { dirname, resolve } from 'node:path';
import { MachineError, UsageError } from '../errors.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { themeFolders } from '../theme/theme-folders.js';
import { needsBrowser } from '../writers/formats.js';
import { openChanges } from './changes.js';
import type { FileOutcome } from './file-outcome.js';
import { inParallel } from './in-parallel.js';
import { concerns, originsOf } from './origins.js';
import { prepareRun } from './prepare-run.js';
import type { RenderCommand } from './render.js';
import { renderFile, wasWork } from './render-file.js';
import { openRun, type Run } from './run.js';
import { tellRun } from './tell-run.js';
import { countFindings, formatError, type Terminal, tellReport } from './terminal.js';

/** What came of a résumé when it was last rendered, and what it was made from. */
interface Known extends FileOutcome {
  origins: readonly string[];
}

/** The résumés as they are now; one that is not in it is to be rendered. */
type KnownFiles = Map<string, Known>;

/**
 * `render --watch`: renders as `render` does, then again whatever a change touches, until `ended`. The browser stays open
 * and the last good files stay; what is wrong is told and waited for. Returns the exit code, 0. Throws the UsageError and
 * MachineError with which `render` would not begin.
 */
export async function watch(
  command: RenderCommand,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
  ended: AbortSignal,
): Promise<number> {
  await prepareRun(command);
  using changes = openChanges(ended);
  await using run = await openRun(command, terminal, env);
  if (command.formats.some(needsBrowser)) (await run.browser()).warm();
  // Watched before it is read: what is saved meanwhile is not missed.
  await changes.follow(await placesOf(command));

  const known: KnownFiles = new Map();
  let state = WELL;
  let changed: ReadonlySet<string> | undefined = new Set();
  while (changed) {
    if (!onlyFiles(changed, known)) run.themes.clear();
    for (const [file, { origins }] of known) if (concerns(origins, changed)) known.delete(file);
    const { outcomes, trouble } = await renderUnknown(known, run);
    if (ended.aborted) break;
    if (outcomes.size > 0) tellRun(outcomes, run, terminal);
    if (trouble) tellTrouble(trouble, command, terminal);
    const origins = [...known.values()].flatMap((file) => file.origins);
    await Promise.all([changes.follow([...(await placesOf(command)), ...origins]), run.finished.save()]);
    const now = trouble ? 'Nothing can be rendered' : stateOf(known);
    if (trouble || outcomes.size > 0 || now !== state)
      run.talk(`${now === WELL && state !== WELL ? FIXED : now}. Watching for changes; Ctrl-C ends.`);
    state = now;
    changed = await changes.next();
  }
  return 0;
}

/** Whether nothing but résumés has changed: themes then are what they were. */
function onlyFiles(changed: ReadonlySet<string>, known: KnownFiles): boolean {
  const files = new Set([...known.keys()].map((file) => resolve(file)));
  return [...changed].every((path) => files.has(path));
}

const WELL = 'No findings';
const FIXED = 'Fixed: no findings are left';

/** Where résumés and themes of the command line are, or may come to be. */
async function placesOf({ files, themes = [] }: RenderCommand): Promise<string[]> {
  const folders = await Promise.all(themes.map((name) => themeFolders(name)));
  return [...(files.length > 0 ? files.map((file) => dirname(file)) : ['resumes', '.']), ...folders.flat()];
}

/** Why nothing could be rendered: a theme that all have, or what a command must not ask. */
type Trouble = UsageError | MachineError | readonly Diagnostic[];

/** Renders the files that are not known, and knows them from then on. */
async function renderUnknown(
  known: KnownFiles,
  run: Run,
): Promise<{ outcomes: KnownFiles; trouble?: Trouble }> {
  const { command } = run;
  try {
    const prepared = await prepareRun(command, run.themes.read);
    if ('diagnostics' in prepared) return { outcomes: new Map(), trouble: prepared.diagnostics };
    const { files, themes } = prepared;
    for (const file of known.keys()) if (!files.includes(file)) known.delete(file);
    const fresh = files.filter((file) => !known.has(file));
    run.progress.expect(fresh.length);
    const outcomes = await inParallel(fresh, command.jobs, async (file): Promise<[string, Known]> => {
      const outcome = await run.progress.follow(file, () => renderFile(file, themes, run), wasWork);
      return [
        file,
        { ...outcome, origins: await originsOf(file, outcome.resume, command.themes, command.root) },
      ];
    });
    for (const [file, outcome] of outcomes) known.set(file, outcome);
    return { outcomes: new Map(outcomes) };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof MachineError)) throw error;
    return { outcomes: new Map(), trouble: error };
  }
}

function tellTrouble(trouble: Trouble, { report: style, quiet }: RenderCommand, terminal: Terminal): void {
  if (trouble instanceof UsageError) {
    terminal.err(formatError(trouble));
    return;
  }
  const told = trouble instanceof MachineError ? { failures: [trouble] } : { diagnostics: trouble };
  tellReport(terminal, { style, quiet, ...told });
}

/** What is left to be mended in all files, whether they were rendered this time or not. */
function stateOf(known: KnownFiles): string {
  const all = [...known.values()];
  const findings = countFindings(all.flatMap(({ diagnostics }) => diagnostics));
  const lacking = all.some(({ failures }) => failures.length > 0) ? 'not every file could be made' : '';
  const left = [findings && `${findings} left`, lacking].filter((part) => part !== '').join(', ');
  return left === '' ? WELL : `${left.charAt(0).toUpperCase()}${left.slice(1)}`;
}
