import type { CDPSession, Browser as Chromium, HTTPRequest, Page } from 'puppeteer-core';
import { lifetime } from './lifetime.js';
import { quiet } from './quiet.js';
import { within } from './within.js';

// In: a running browser. Out: a page without script or network that prints one document at a time.
// Why: a résumé is data that others wrote, and a theme may be too. Neither may read a file, call home or
// leave anything behind for the next document.

export interface Tab {
  /**
   * One self-contained HTML document → PDF bytes; `idle` is told when nothing is left but to wait for them. Throws what
   * Puppeteer throws.
   */
  print(html: string, idle: () => void): Promise<Uint8Array>;
  /** Whether it has printed so much that a new one is better. */
  isWorn(): boolean;
  close(): Promise<void>;
}

/** Documents per page: of each the renderer keeps two or three megabytes until it is closed. */
const WORN = 50;

/** Milliseconds after which what was printed is likely to be finished and read back. */
const PAUSE = 50;

export interface TabOptions {
  /** Milliseconds for each of the two steps, loading and printing. */
  patience: number;
  /** A page that is there already. */
  page?: Page | undefined;
}

export async function openTab(chromium: Chromium, { patience, page }: TabOptions): Promise<Tab> {
  const sheet = page ?? (await chromium.newPage());
  sheet.setDefaultTimeout(patience);
  sheet.on('request', onlyInline);
  const [session] = await Promise.all([
    sheet.createCDPSession(),
    sheet.setJavaScriptEnabled(false),
    sheet.setOfflineMode(true),
    sheet.setRequestInterception(true),
  ]);
  const [{ frameTree }] = await Promise.all([session.send('Page.getFrameTree'), session.send('Page.enable')]);

  // A renderer that dies leaves its calls unanswered.
  const life = lifetime();
  sheet.once('error', life.end);
  let blank: Promise<unknown> | undefined = Promise.resolve();
  let pause: NodeJS.Timeout | undefined;
  let printed = 0;

  /**
   * A Content-Security-Policy set by a meta element outlives the content it came with, so each document needs a fresh page. It is
   * asked for in a pause, or by whoever comes next: both sides have better things to do while the last one is finished.
   */
  function clear(): Promise<unknown> {
    clearTimeout(pause);
    blank ??= quiet(sheet.goto('about:blank'));
    return blank;
  }

  return {
    async print(html, idle) {
      await life.during(clear());
      const filling = fill(session, frameTree.frame.id, html);
      idle();
      await life.during(within(patience, filling));
      const pdf = await life.during(within(patience, printFilled(session)));
      blank = undefined;
      pause = setTimeout(clear, PAUSE).unref();
      printed += 1;
      return pdf;
    },
    isWorn: () => printed >= WORN,
    async close() {
      clearTimeout(pause);
      // Closed while it is on its way to the blank page, a page stays for ever.
      await life.during(Promise.resolve(blank)).catch(() => undefined);
      await sheet.close();
    },
  };
}

/**
 * The document becomes `html`, loaded with its pictures and fonts. By the protocol's own command: Puppeteer's `setContent`
 * hands the text to a script that writes it, which takes twice as long.
 */
async function fill(session: CDPSession, frameId: string, html: string): Promise<void> {
  let loaded = nextLoad(session);
  await session.send('Page.setDocumentContent', { frameId, html });
  for (;;) {
    await loaded;
    loaded = nextLoad(session);
    const { result } = await session.send('Runtime.evaluate', { expression: READY, awaitPromise: true });
    // The news may have been late, and of the document before.
    if (result.value === 'complete') return;
  }
}

/**
 * Every face is loaded, also those that only a footer needs: Chromium looks at these while it prints, and would print with what
 * it has by then.
 */
const READY = `Promise.allSettled(Array.from(document.fonts, (face) => face.load()))
  .then(() => document.fonts.ready).then(() => document.readyState)`;

const nextLoad = (session: CDPSession): Promise<unknown> =>
  new Promise((resolve) => session.once('Page.loadEventFired', resolve));

async function printFilled(session: CDPSession): Promise<Uint8Array> {
  const { data } = await session.send('Page.printToPDF', {
    // Size and margins are the theme's, in @page; given here as well they would fight.
    preferCSSPageSize: true,
    marginTop: 0,
    marginRight: 0,
    marginBottom: 0,
    marginLeft: 0,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  return new Uint8Array(Buffer.from(data, 'base64'));
}

function onlyInline(request: HTTPRequest): void {
  const inline = /^(data|about):/i.test(request.url());
  // `aborted` rather than the default `failed`: a page whose navigation is aborted stays, it is not replaced
  // by Chromium's error page. Either call may lose against the page being closed.
  const answer = inline ? request.continue() : request.abort('aborted');
  answer.catch(() => undefined);
}
