import type { Page } from '../page/page.js';
import type { Format } from './formats.js';
import { writeHtml } from './write-html.js';
import { writeMd } from './write-md.js';
import { writeTxt } from './write-txt.js';

// What can be written, and by whom. The writers that bring a library along are imported when they are first needed: these
// are heavy, and most runs want only some of them.

/** One file, or one for each page, in order. `pdf` prints the page, finished. */
export type Writer = (page: Page, pdf: () => Promise<Uint8Array>) => Promise<Uint8Array[]>;

export const WRITERS: Record<Format, Writer> = {
  pdf: async (_, pdf) => [await pdf()],
  html: async (page) => [await writeHtml(page)],
  docx: async (page) => [await (await import('./docx/write-docx.js')).writeDocx(page, page.blocks)],
  md: async (page) => [await writeMd(page.blocks, page.theme)],
  txt: async (page) => [await writeTxt(page.blocks)],
  png: async (_, pdf) => (await import('./write-png.js')).writePng(await pdf()),
};
