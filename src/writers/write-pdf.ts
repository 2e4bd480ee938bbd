import type { Browser } from '../browser/open.js';
import { type Block, blockText } from '../page/blocks.js';
import type { Page } from '../page/page.js';
import { finishPdf } from './finish-pdf.js';

/** The page printed by Chromium, then finished: tagged, outlined, with its own metadata and pinned dates. */
export async function writePdf(page: Page, blocks: readonly Block[], browser: Browser): Promise<Uint8Array> {
  const headings = blocks.filter(({ style }) => /^(Title|Heading \d)$/.test(style));
  const texts = headings.map((block) => blockText(block).replaceAll(/\s+/g, ' '));
  return finishPdf(await browser.print(page.html), page.meta, texts);
}
