import { cleanAtExit } from '../browser/exit.js';
import type { Browser } from '../browser/open.js';
import { MachineError } from '../errors.js';
import { onceEach } from '../once.js';
import { type FontShelf, fontShelf } from '../page/font-subsets.js';
import type { RenderOptions } from '../pipeline.js';
import { rememberThemes, type ThemeMemory } from '../theme/read-once.js';
import { isPackaged, type Theme } from '../theme/theme.js';
import { needsBrowser } from '../writers/formats.js';
import { type Finished, hash, readFinished } from './finished.js';
import { identifyBrowser, identifyProgram } from './identify-machine.js';
import { browserOnDemand } from './on-demand.js';
import { openProgress, type Progress } from './progress.js';
import type { Job, ReadingOptions } from './read-jobs.js';
import type { RenderCommand } from './render.js';
import type { Terminal } from './terminal.js';

/** What all documents of a run share, from its start to its end. */
export interface Run extends AsyncDisposable {
  command: RenderCommand;
  env: NodeJS.ProcessEnv;
  finished: Finished;
  /** Opened when first asked for, and kept. */
  browser(): Promise<Browser>;
  /** The browser if one was opened. */
  opened(): Promise<Browser> | undefined;
  progress: Progress;
  themes: ThemeMemory;
  fonts: FontShelf;
  /** A line on stderr, where talk is welcome. */
  talk(line: string): void;
  /**
   * A hash of everything a document is made from; undefined where there is no browser to make it with, or where another
   * program has a part in it, of which nobody knows what it reads.
   */
  inputsOf(job: Job, options: Omit<RenderOptions, 'browser' | 'file' | 'fonts'>): Promise<string | undefined>;
}

/** Dispose of it in the end: then the browser is gone and the notes on finished files are kept. */
export async function openRun(
  command: RenderCommand,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<Run> {
  const { quiet, report } = command;
  const finished = await readFinished(command.out, env);
  const progress = openProgress(terminal, command);
  const talk = (line: string) => {
    if (!quiet && report !== 'json') progress.say(line);
  };
  // What a run leaves, it has written whole: a signal only has to wait for the file it is at.
  const forgetExit = cleanAtExit({ clean: async () => undefined, cleanNow: () => undefined });
  const browser = browserOnDemand({ ...command, pages: command.jobs }, env, talk);
  // Templates and all, which are the same for many documents.
  const hashOf = onceEach((theme: Theme) => hash(JSON.stringify(theme)));
  let program: string | undefined;
  let build: Promise<string> | undefined;
  const identify = async () => identifyBrowser((await (await browser.open()).locate()).path);
  return {
    command,
    env,
    finished,
    browser: browser.open,
    opened: browser.opened,
    progress,
    themes: rememberThemes(),
    fonts: fontShelf(),
    talk,
    async inputsOf({ resume, theme }, options) {
      if (isPackaged(theme)) return undefined;
      try {
        const measured = options.pages ?? resume.meta?.pages;
        const printed = measured !== undefined || options.formats.some(needsBrowser);
        build ??= printed ? identify() : undefined;
        const printer = printed ? await build : '';
        program ??= hash(identifyProgram());
        return hash(JSON.stringify([program, printer, resume, hashOf(theme), options]));
      } catch (error) {
        if (error instanceof MachineError) return undefined;
        throw error;
      }
    },
    async [Symbol.asyncDispose]() {
      progress[Symbol.dispose]();
      await Promise.all([finished.save(), browser[Symbol.asyncDispose]()]);
      forgetExit();
    },
  };
}

/** How the files of a run are read. */
export const readingOf = ({ command, env, themes }: Run): ReadingOptions => ({
  ...command,
  env,
  readTheme: themes.read,
});
