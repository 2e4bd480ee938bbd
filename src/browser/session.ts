import { tookTooLong } from './explain.js';
import type { Running } from './launch.js';
import { quiet } from './quiet.js';
import { openTab, type PrintOptions, type Tab } from './tab.js';
import { within } from './within.js';

// In: a browser that runs. Out: what prints with it, and whether another has to take its place.
// Why: a browser is left when it has printed its share, when it is gone, and when it answers nothing any more. Of the last
// it gives no sign; but where a page takes too long, either the page is to blame or the whole browser, and it can be asked.

export interface Session {
  /**
   * One self-contained HTML document → PDF bytes. Throws a TimeoutError when the page took too long, other errors when the
   * page or the browser was lost.
   */
  print(html: string, options: PrintOptions): Promise<Uint8Array>;
  /** Whether it should be given no further document. */
  isSpent(): boolean;
  /** Gives it no further document: the browser ends when it has answered those it has. */
  release(): void;
  /** Resolves when its first page can print. */
  ready: Promise<unknown>;
  /** Chromium's own name and number. */
  version(): Promise<string>;
}

export interface SessionOptions {
  /** Milliseconds a page may take to open, to load, and to print. */
  patience: number;
  /** How many documents it prints. */
  lifespan: number;
  /** Told when the browser is gone. */
  ended: () => void;
}

/** Milliseconds a browser may take to say who it is: work enough for none of them, however busy the machine. */
const ANSWER = 5000;

export function openSession(running: Running, { patience, lifespan, ended }: SessionOptions): Session {
  const { chromium, life } = running;
  const first = quiet(firstTab(running, patience));
  /** Pages that are free, or being made ready. */
  const tabs: Promise<Tab>[] = [first];
  let given = 0;
  let busy = 0;
  let released = false;

  const isSpent = () => released || given >= lifespan || !chromium.connected;

  function end(): void {
    running.close().then(ended, () => undefined);
  }

  async function printOnTab(html: string, options: PrintOptions): Promise<Uint8Array> {
    const tab = tabs.pop() ?? quiet(openTab(chromium, { patience }));
    let sound = false;
    try {
      const page = await life.during(within(patience, tab));
      const pdf = await life.during(page.print(html, options));
      sound = !page.isWorn();
      return pdf;
    } finally {
      if (sound) tabs.push(tab);
      else tab.then((page) => page.close()).catch(() => undefined);
    }
  }

  const answers = () =>
    life.during(within(ANSWER, chromium.version())).then(
      () => true,
      () => false,
    );

  return {
    async print(html, options) {
      given += 1;
      busy += 1;
      try {
        return await printOnTab(html, options);
      } catch (error) {
        if (!tookTooLong(error) || (await answers())) throw error;
        released = true;
        const silent = new Error('it answers nothing any more', { cause: error });
        // Nobody else waits for what will not come.
        life.end(silent);
        throw silent;
      } finally {
        busy -= 1;
        if (busy === 0 && isSpent()) end();
      }
    },
    isSpent,
    release() {
      released = true;
      if (busy === 0) end();
    },
    ready: first,
    version: () => chromium.version(),
  };
}

/** Chromium opens one page by itself; making it ready is quicker than asking for another. */
async function firstTab({ chromium }: Running, patience: number): Promise<Tab> {
  const [page] = await chromium.pages();
  return openTab(chromium, { patience, page });
}
