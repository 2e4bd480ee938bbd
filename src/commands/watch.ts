import { dirname, resolve } from 'node:path';
import { MachineError, UsageError } from '../errors.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { isInside } from '../source/read-inside.js';
import { needsBrowser } from '../writers/formats.js';
import { type Changes, openChanges } from './changes.js';
import type { FileOutcome } from './file-outcome.js';
import { inParallel } from './in-parallel.js';
import { concernsInputs } from './inputs.js';
import { concerns, originsOf, originsOfThemes } from './origins.js';
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
  const themes = () => originsOfThemes(command.themes ?? []);
  /** What the résumés are made from, and were: a theme that is taken away may come back. */
  const origins = new Set(await themes());
  const homes = command.files.length > 0 ? command.files.map((file) => dirname(file)) : ['resumes', '.'];
  // Watched before it is read: what is saved meanwhile is not missed.
  await changes.follow([...homes, ...origins]);

  const known: KnownFiles = new Map();
  const tellTrouble = troubleTeller(command, terminal);
  let state = WELL;
  let changed: readonly string[] | undefined = [];
  while (changed) {
    if (!onlyFiles(changed, known)) run.themes.clear();
    for (const [file, its] of known) if (concerns(its.origins, changed)) known.delete(file);
    const { outcomes, trouble } = await renderUnknown(known, run);
    if (ended.aborted) break;
    if (outcomes.size > 0) tellRun(outcomes, run, terminal);
    const isNews = tellTrouble(trouble) || outcomes.size > 0;
    for (const path of [await themes(), ...[...known.values()].map((file) => file.origins)].flat())
      origins.add(path);
    await Promise.all([changes.follow([...homes, ...origins]), run.finished.save()]);
    const now = trouble ? 'Nothing can be rendered' : stateOf(known);
    if (isNews || now !== state)
      run.talk(`${now === WELL && state !== WELL ? FIXED : now}. Watching for changes; Ctrl-C ends.`);
    state = now;
    changed = await nextConcerning(command, origins, changes);
  }
  return 0;
}

/**
 * The next changes of what the résumés are made from, of what they are called, or of the folder they go to; undefined when
 * it has ended. What else happens beside them, such as to a log of this very run, is nobody’s business.
 */
async function nextConcerning(
  { files, out }: RenderCommand,
  origins: ReadonlySet<string>,
  changes: Changes,
): Promise<readonly string[] | undefined> {
  for (let all = await changes.next(); all; all = await changes.next()) {
    const changed = [...all].filter(
      (path) => concerns([...origins], [path]) || concernsInputs(files, path) || isInside(resolve(out), path),
    );
    if (changed.length > 0) return changed;
  }
  return undefined;
}

/** Whether nothing but résumés has changed: themes then are what they were. */
function onlyFiles(changed: readonly string[], known: KnownFiles): boolean {
  const files = new Set([...known.keys()].map((file) => resolve(file)));
  return changed.every((path) => files.has(path));
}

const WELL = 'No findings';
const FIXED = 'Fixed: no findings are left';

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

/** What tells trouble, if it is not what was told last, and says whether it had something new. */
function troubleTeller({ report: style, quiet }: RenderCommand, terminal: Terminal) {
  let last: string | undefined;
  return (trouble?: Trouble): boolean => {
    const words = trouble instanceof Error ? formatError(trouble) : JSON.stringify(trouble);
    if (words === last) return false;
    last = words;
    if (trouble instanceof UsageError) terminal.err(words);
    else if (trouble instanceof MachineError) tellReport(terminal, { style, quiet, failures: [trouble] });
    else if (trouble) tellReport(terminal, { style, quiet, diagnostics: trouble });
    return trouble !== undefined;
  };
}

/** What is left to be mended in all files, whether they were rendered this time or not. */
function stateOf(known: KnownFiles): string {
  const all = [...known.values()];
  const findings = countFindings(all.flatMap(({ diagnostics }) => diagnostics));
  const lacking = all.some(({ failures }) => failures.length > 0) ? 'not every file could be made' : '';
  const left = [findings && `${findings} left`, lacking].filter((part) => part !== '').join(', ');
  return left === '' ? WELL : `${left.charAt(0).toUpperCase()}${left.slice(1)}`;
}
