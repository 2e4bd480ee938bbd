import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Browser as Chromium } from 'puppeteer-core';
import { explainLaunch, tookTooLong } from './explain.js';
import { browserFlags } from './flags.js';
import { type Lifetime, lifetime } from './lifetime.js';
import { overhear } from './overhear.js';
import { fullFolder, makeTemporaryFolder } from './temporary-folder.js';
import { within } from './within.js';

// In: a program and how it may run. Out: a running browser with a profile of its own, and the way to end it.
// Why: whatever happens (a crash, an abort half way, a signal), the process and the profile go together.

export interface Launch {
  program: string;
  env: NodeJS.ProcessEnv;
  sandbox: boolean;
  /** Talk over file descriptors 3 and 4, with no port that others could attach to. */
  pipe: boolean;
  /** Where the profile is made. */
  temporaryRoot: string;
  /** Milliseconds that one step of a page may take. */
  patience: number;
  /** Milliseconds that the browser may take to answer for the first time. */
  startPatience: number;
  /** Aborting ends a launch that is under way. */
  signal: AbortSignal;
  /** Told when the program is being started and only has to be waited for. */
  begun?: () => void;
}

export interface Running {
  chromium: Chromium;
  /** Ends with the browser. Some promises of Puppeteer's wait for ever then (`newPage`). */
  life: Lifetime;
  /** Resolves when the process is gone and its profile is removed. */
  close(): Promise<void>;
  /** The same for a process that is about to exit and can wait for nothing. */
  closeNow(): void;
}

/** Milliseconds a browser has to close by itself. */
const GRACE = 1000;

/**
 * Told to stop at the wrong moment, Puppeteer never answers, and whoever waits for it would wait for ever. Where it does
 * answer, it has seen to its processes first, so it gets the time for that.
 */
function unlessEnded(launched: Promise<Chromium>, ended: AbortSignal): Promise<Chromium> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      const silent = new Error('the launch was ended');
      // Not before the process may end for lack of anything to wait for.
      setTimeout(GRACE).then(() => reject(silent));
    };
    ended.addEventListener('abort', stop, { once: true });
    launched.finally(() => ended.removeEventListener('abort', stop)).then(resolve, reject);
  });
}

/** @throws MachineError when the browser does not start. */
export async function launchBrowser(launch: Launch): Promise<Running> {
  const { program, sandbox, temporaryRoot, patience, startPatience, signal } = launch;
  const profile = await makeTemporaryFolder(temporaryRoot, 'resumewright-');
  const ended = new AbortController();
  const giveUp = () => ended.abort();
  signal.addEventListener('abort', giveUp, { once: true });
  const remove = { recursive: true, force: true, maxRetries: 10, retryDelay: 20 };
  try {
    const { default: puppeteer } = await import('puppeteer-core');
    const launched = (pipe: boolean) =>
      puppeteer.launch({
        executablePath: program,
        headless: 'shell',
        pipe,
        args: browserFlags(sandbox),
        // Chromium's own temporary files go with the profile, also after a crash.
        env: { ...launch.env, TMPDIR: profile },
        userDataDir: profile,
        waitForInitialPage: false,
        defaultViewport: null,
        // Above what we allow it ourselves: a start has one limit, however Puppeteer goes about it, and a page has its own.
        timeout: 0,
        protocolTimeout: Math.max(patience, startPatience) + 10_000,
        signal: ended.signal,
        // Puppeteer would exit at once on SIGINT and leave the profile, and would swallow the other two.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
    const start = (pipe: boolean) => within(startPatience, unlessEnded(launched(pipe), ended.signal));
    const starting = start(launch.pipe);
    launch.begun?.();
    const chromium = await starting.catch((error: unknown) => {
      if (!launch.pipe || signal.aborted || tookTooLong(error)) throw error;
      // Where the pipe fails (https://github.com/marp-team/marp-cli/issues/6258) a port may do.
      return start(false);
    });
    const child = chromium.process();
    const runs = child && child.exitCode === null && child.signalCode === null;
    const gone = runs ? once(child, 'exit').catch(() => undefined) : undefined;
    const life = lifetime();
    let closed: Promise<void> | undefined;
    const end = async () => {
      // Asked, the browser reaps its children; killed, it leaves them to process 1, which may not care.
      await Promise.race([
        chromium.close().catch(() => undefined),
        setTimeout(GRACE, undefined, { ref: false }),
      ]);
      ended.abort();
      await gone;
      await rm(profile, remove);
    };
    const close = () => {
      closed ??= end();
      return closed;
    };
    chromium.once('disconnected', () => {
      life.end(new Error('the browser went away'));
      close().catch(() => undefined);
    });
    return {
      chromium,
      life,
      close,
      closeNow() {
        ended.abort();
        rmSync(profile, remove);
      },
    };
  } catch (error) {
    ended.abort();
    const flags = [...browserFlags(sandbox), `--user-data-dir=${profile}`];
    const said = signal.aborted || tookTooLong(error) ? '' : await overhear(program, flags, launch.env);
    const full = await fullFolder(temporaryRoot);
    await rm(profile, remove);
    throw explainLaunch(error, { program, startPatience, said, full });
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}
