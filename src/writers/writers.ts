import type { Browser } from '../browser/open.js';
import type { Block } from '../page/blocks.js';
import type { Page } from '../page/page.js';
import type { Format } from './formats.js';
import { writeHtml } from './write-html.js';
import { writeMd } from './write-md.js';
import { writeTxt } from './write-txt.js';

// What can be written, and by whom. The writers that bring a library along are imported when they are first needed: these
// are heavy, and most runs want only some of them.

/** What a writer may ask for beside the page; each is made on first use and shared by all formats of a document. */
export interface Tools {
  blocks(): readonly Block[];
  browser(): Browser | Promise<Browser>;
  pdf(): Promise<Uint8Array>;
}
/** One file, or one for each page, in order. */
export type Writer = (page: Page, tools: Tools) => Promise<Uint8Array[]>;

export const WRITERS: Record<Format, Writer> = {
  pdf: async (_, tools) => [await tools.pdf()],
  html: async (page) => [await writeHtml(page)],
  docx: async (page, tools) => [await (await import('./docx/write-docx.js')).writeDocx(page, tools.blocks())],
  md: async (page, tools) => [await writeMd(tools.blocks(), page.theme)],
  txt: async (_, tools) => [await writeTxt(tools.blocks())],
  png: async (_, tools) => (await import('./write-png.js')).writePng(await tools.pdf()),
};
