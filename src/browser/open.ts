import { rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { MachineError } from '../errors.js';
import { cleanAtExit } from './exit.js';
import { explainPrint, tookTooLong } from './explain.js';
import { type FindOptions, type FoundBrowser, findBrowser } from './find.js';
import { launchBrowser, type Running } from './launch.js';
import { quiet } from './quiet.js';
import { needsNoSandbox } from './sandbox.js';
import { openSession, type Session } from './session.js';
import { slots } from './slots.js';
import { readSurroundings, type Surroundings } from './surroundings.js';
import type { PrintOptions } from './tab.js';
import { fullFolder } from './temporary-folder.js';

// In: how to find a browser. Out: something that prints, for as long as it is held.
// Why: one browser serves a whole run. It is started once, in the background, loses nobody's document when it
// dies, and is gone without a trace at the end.

export interface Browser extends AsyncDisposable {
  /**
   * Starts the browser in the background so that it is ready when the first page is. Resolves as soon as there is nothing
   * to do but wait for it; never throws.
   */
  warm(): Promise<void>;
  /**
   * One self-contained HTML document → PDF bytes as Chromium wrote them. When `idle` is told, the browser is being started
   * or prints, and this thread has time for other work. Throws MachineError.
   */
  print(html: string, options?: PrintOptions): Promise<Uint8Array>;
  /** Says that no document is expected to follow: the browser ends when what it has is printed. Another would be started. */
  release(): void;
  /** The program that prints or would print; starts nothing. Throws MachineError where there is none. */
  locate(): Promise<{ path: string; source: string }>;
  /** What was found and how it runs, for `render doctor` (starts it if needed). Throws MachineError. */
  describe(): Promise<{ path: string; source: string; version: string; sandbox: boolean }>;
}

export interface OpenOptions extends FindOptions {
  /** Told, once, when a document was printed though the sandbox has to be off. One line, no newline. */
  tell?: (message: string) => void;
  /** How many documents may print at the same time. */
  pages?: number;
  /** Milliseconds a page may take to load, and again to print, before its document is given up; 30,000 unless told. */
  patience?: number;
  /** Milliseconds the browser may take to start; 30,000 unless told. */
  startPatience?: number;
  /** How many documents a browser prints before another takes its place; 1,000 unless told. */
  lifespan?: number;
  surroundings?: Surroundings;
}

interface Choice {
  found: FoundBrowser;
  /** Why the sandbox has to be off; undefined: it is on. */
  reason: string | undefined;
}

/** More pages at once than this cost memory and print no faster. */
const PAGES = 4;

/**
 * One to print, one for a page that dies, one for its browser: now and then Chromium, too, falls (SIGTRAP)
 * some milliseconds after a page was lost while it printed.
 */
const TRIES = 3;

/** Far more than any page or start needs: what takes longer on a busy machine would take for ever. */
const PATIENCE = 30_000;

/** Its pages are changed much sooner; what the browser itself keeps of each document is a kilobyte or two. */
const LIFESPAN = 1000;

export function openBrowser(options: OpenOptions): Browser {
  const { env, tell = () => undefined, temporaryRoot = tmpdir() } = options;
  const { patience = PATIENCE, startPatience = PATIENCE, lifespan = LIFESPAN } = options;
  const surroundings = options.surroundings ?? readSurroundings({ env });
  const inTurn = slots(options.pages ?? Math.min(availableParallelism(), PAGES));
  const closing = new AbortController();
  const runs = new Set<Running>();
  let choice: Promise<Choice> | undefined;
  let told = false;
  let released = false;
  let session: Promise<Session> | undefined;
  let ready = false;
  let temporary: string | undefined;
  const forgetExit = cleanAtExit({ clean: close, cleanNow });

  async function choose(): Promise<Choice> {
    const found = await findBrowser(options);
    temporary = found.temporary;
    return { found, reason: needsNoSandbox(env, surroundings) };
  }

  function chosen(): Promise<Choice> {
    choice ??= quiet(choose());
    return choice;
  }

  async function start(begun?: () => void): Promise<Session> {
    const { found, reason } = await chosen();
    if (closing.signal.aborted) throw new MachineError(CLOSED);
    const sandbox = reason === undefined;
    // Neither the snap's confinement nor WSL passes the two extra descriptors on.
    const pipe = !surroundings.wsl && !found.path.startsWith('/snap/');
    const launch = { program: found.path, env: { ...env, ...found.env }, sandbox, pipe, temporaryRoot };
    const running = await launchBrowser({
      ...launch,
      patience,
      startPatience,
      signal: closing.signal,
      ...(begun && { begun }),
    });
    runs.add(running);
    const opened = openSession(running, { patience, lifespan, ended: () => runs.delete(running) });
    opened.ready.then(
      () => {
        ready = true;
      },
      () => undefined,
    );
    return opened;
  }

  /** The browser that is running, or a new one. That none can be started is remembered, its loss or age is not. */
  async function current(begun?: () => void): Promise<Session> {
    if (closing.signal.aborted) throw new MachineError(CLOSED);
    const seen = session;
    const last = await seen;
    if (last && !last.isSpent()) return last;
    // Of several that find it spent, the first starts the next one.
    if (session === seen || !session) session = quiet(start(begun));
    return session;
  }

  async function attempt(html: string, options: PrintOptions): Promise<Uint8Array> {
    const mine = await current();
    try {
      const pdf = await mine.print(html, options);
      await tellSandbox();
      return pdf;
    } finally {
      if (released) mine.release();
    }
  }

  /** Of no interest to those who get no document, and have an error to read. */
  async function tellSandbox(): Promise<void> {
    const { reason } = await chosen();
    if (reason && !told) tell(`The browser runs without its sandbox: ${reason}.`);
    told = true;
  }

  /** A document whose page or browser dies, or whose browser falls silent, is printed again, by a new one. */
  async function print(html: string, options: PrintOptions): Promise<Uint8Array> {
    if (!ready) options.idle?.();
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt(html, options);
      } catch (error) {
        if (closing.signal.aborted) throw new MachineError(CLOSED);
        if (tries === TRIES || error instanceof MachineError || tookTooLong(error))
          throw explainPrint(error, { patience, full: await fullFolder(temporaryRoot) });
      }
    }
  }

  async function close(): Promise<void> {
    closing.abort();
    await Promise.allSettled([choice, session]);
    await Promise.all([...runs].map((running) => running.close()));
    if (temporary) await rm(temporary, { recursive: true, force: true });
    // Last, so that a signal meanwhile waits for it.
    forgetExit();
  }

  function cleanNow(): void {
    closing.abort();
    for (const running of runs) running.closeNow();
    if (temporary) rmSync(temporary, { recursive: true, force: true });
  }

  return {
    warm: () =>
      new Promise((resolve) => {
        const begun = () => resolve();
        current(begun).then(begun, begun);
      }),
    print: (html, options = {}) => inTurn(() => print(html, options)),
    release() {
      released = true;
      session?.then((last) => last.release()).catch(() => undefined);
    },
    async locate() {
      const { path, source } = (await chosen()).found;
      return { path, source };
    },
    async describe() {
      const { found, reason } = await chosen();
      const version = await (await current()).version();
      return { path: found.path, source: found.source, version, sandbox: reason === undefined };
    },
    [Symbol.asyncDispose]: close,
  };
}

const CLOSED = 'The browser was closed before the document was printed.';
