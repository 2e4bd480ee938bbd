import type { Browser } from '../../browser/open.js';
import { type Block, blockText } from '../../page/blocks.js';
import type { Page } from '../../page/page.js';
import { type FinishedPdf, finishPdf } from './finish-pdf.js';

/** The page printed by Chromium, then finished: tagged, outlined, with its own metadata and pinned dates. */
export async function writePdf(page: Page, browser: Pick<Browser, 'print'>): Promise<FinishedPdf> {
  const { blocks } = page;
  const headings = blocks.filter(({ style }) => /^(Title|Heading \d)$/.test(style));
  const texts = {
    headings: headings.map((block) => blockText(block).replaceAll(/\s+/g, ' ')),
    links: linkTexts(blocks),
  };
  // The library that finishes the file loads while the browser is busy printing.
  const [printed] = await Promise.all([
    browser.print(page.bare, { fonts: page.fonts }),
    import('@cantoo/pdf-lib'),
  ]);
  return finishPdf(printed, page.meta, texts);
}

/** One for each link of the page: runs next to each other that lead to the same place are one link. */
function linkTexts(blocks: readonly Block[]): string[] {
  const links: string[] = [];
  for (const runs of blocks.flatMap(({ cells }) => cells)) {
    let open: string | undefined;
    for (const run of runs) {
      const href = run.type === 'text' ? run.href : run.type === 'break' ? open : undefined;
      const text = run.type === 'text' ? run.text : ' ';
      if (href === undefined) open = undefined;
      else if (href === open) links.push(`${links.pop() ?? ''}${text}`);
      else links.push(text);
      open = href;
    }
  }
  return links.map((text) => text.replaceAll(/\s+/g, ' ').trim());
}
