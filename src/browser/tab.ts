import type { CDPSession, Browser as Chromium, HTTPRequest, Page } from 'puppeteer-core';
import type { FontFile } from '../page/font-file.js';
import { lifetime } from './lifetime.js';
import { openStage } from './stage.js';
import { within } from './within.js';

// In: a running browser. Out: a page without script or network that prints one document at a time.
// Why: a résumé is data that others wrote, and a theme may be too. Neither may read a file, call home or
// leave anything behind for the next document.

export interface Tab {
  /** One self-contained HTML document → PDF bytes. Throws what Puppeteer throws. */
  print(html: string, options: PrintOptions): Promise<Uint8Array>;
  /** Whether it has printed so much that a new one is better. */
  isWorn(): boolean;
  close(): Promise<void>;
}

export interface PrintOptions {
  /** Those the style sheet of the document leaves out; the page keeps them for the next. */
  fonts?: readonly FontFile[];
  /** Told, perhaps more than once, when nothing is left but to wait for the browser. */
  idle?: () => void;
}

/** Documents per page: of each the renderer keeps two or three megabytes until it is closed. */
const WORN = 50;

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
  const stage = openStage(session, frameTree.frame.id, () => sheet.goto('about:blank'));
  let printed = 0;

  return {
    async print(html, { fonts = [], idle }) {
      await life.during(within(patience, stage.show(html, fonts)));
      const printing = printShown(session);
      // Not before: the browser would wait for its next order while this thread does something else.
      idle?.();
      const pdf = await life.during(within(patience, printing));
      printed += 1;
      return pdf;
    },
    isWorn: () => printed >= WORN,
    close: () => sheet.close(),
  };
}

async function printShown(session: CDPSession): Promise<Uint8Array> {
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
