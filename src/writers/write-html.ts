import type { Page } from '../page/page.js';

/** The page itself: one self-contained file. */
export async function writeHtml(page: Page): Promise<Uint8Array> {
  return Buffer.from(page.html, 'utf8');
}
