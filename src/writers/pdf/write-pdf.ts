import type { Browser } from '../../browser/open.js';
import { type Block, blockText } from '../../page/blocks.js';
import type { Page } from '../../page/page.js';
import { finishPdf } from './finish-pdf.js';

/** The page printed by Chromium, then finished: tagged, outlined, with its own metadata and pinned dates. */
export async function writePdf(page: Page, blocks: readonly Block[], browser: Browser): Promise<Uint8Array> {
  const headings = blocks.filter(({ style }) => /^(Title|Heading \d)$/.test(style));
  const texts = headings.map((block) => blockText(block).replaceAll(/\s+/g, ' '));
  // The library that finishes the file loads while the browser is busy printing.
  const [printed] = await Promise.all([browser.print(page.html), import('@cantoo/pdf-lib')]);
  return finishPdf(printed, page.meta, texts);
}
