import type { Browser } from '../browser/open.js';
import { MachineError } from '../errors.js';
import type { RenderOptions } from '../pipeline.js';
import { needsBrowser } from '../writers/formats.js';
import { type Finished, hash, readFinished } from './finished.js';
import { identifyBrowser, identifyProgram } from './identify-machine.js';
import type { Job } from './read-jobs.js';
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
  /** A line on stderr, where talk is welcome. */
  talk(line: string): void;
  /** A hash of everything a document is made from; undefined where there is no browser to make it with. */
  inputsOf(job: Job, options: Omit<RenderOptions, 'browser' | 'file'>): Promise<string | undefined>;
}

/** Dispose of it in the end: then the browser is gone and the notes on finished files are kept. */
export async function openRun(
  command: RenderCommand,
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
): Promise<Run> {
  const { browser: explicit, jobs, quiet, report } = command;
  const finished = await readFinished(command.out, env);
  const talk = (line: string) => {
    if (!quiet && report !== 'json') terminal.err(line);
  };
  let opened: Promise<Browser> | undefined;
  const browser = () => {
    opened ??= import('../browser/open.js').then(({ openBrowser }) =>
      openBrowser({ env, tell: talk, pages: jobs, ...(explicit !== undefined && { explicit }) }),
    );
    return opened;
  };
  let program: Promise<string> | undefined;
  let build: Promise<string> | undefined;
  const identify = async () => identifyBrowser((await (await browser()).locate()).path);
  return {
    command,
    env,
    finished,
    browser,
    opened: () => opened,
    talk,
    async inputsOf({ resume, theme }, options) {
      try {
        const measured = options.pages ?? resume.meta?.pages;
        const printed = measured !== undefined || options.formats.some(needsBrowser);
        build ??= printed ? identify() : undefined;
        const printer = printed ? await build : '';
        program ??= identifyProgram();
        return hash(JSON.stringify([await program, printer, resume, theme, options]));
      } catch (error) {
        if (error instanceof MachineError) return undefined;
        throw error;
      }
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([finished.save(), opened?.then((one) => one[Symbol.asyncDispose]())]);
    },
  };
}
