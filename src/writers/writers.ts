import type { Browser } from '../browser/open.js';
import type { Block } from '../page/blocks.js';
import type { Page } from '../page/page.js';
import type { Format } from './formats.js';

// What can be written, and by whom. Each writer is imported when it is first needed: the browser and the Word library
// are heavy, and most runs want only some of them.

/** What a writer may ask for beside the page; each is made on first use and shared by all formats of a document. */
export interface Tools {
  blocks(): readonly Block[];
  browser(): Browser | Promise<Browser>;
}
export type Writer = (page: Page, tools: Tools) => Promise<Uint8Array>;

export const WRITERS: Record<Format, Writer> = {
  pdf: async (page, tools) =>
    (await import('./pdf/write-pdf.js')).writePdf(page, tools.blocks(), await tools.browser()),
  html: async (page) => (await import('./write-html.js')).writeHtml(page),
  docx: async (page, tools) => (await import('./docx/write-docx.js')).writeDocx(page, tools.blocks()),
  md: async (page, tools) => (await import('./write-md.js')).writeMd(tools.blocks(), page.theme),
  txt: async (_, tools) => (await import('./write-txt.js')).writeTxt(tools.blocks()),
};
