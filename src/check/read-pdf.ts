import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { directionOf, isLocale } from '../resume/locales.js';
import { readFlows } from './flows.js';
import { foldLink } from './fold-link.js';
import { joinPieces } from './join-pieces.js';
import { dropLabels } from './labels.js';
import { logicalPieces } from './logical-order.js';
import { pageByPage } from './page-by-page.js';
import { readParts } from './parts.js';
import { readPieces } from './pieces.js';
import type { Reading, Word } from './reading.js';
import type { Sheet } from './sheet.js';
import { readStructure } from './structure.js';
import { cleanText, squeeze } from './words.js';

// In: the bytes of a tagged PDF. Out: its words in the order of the content stream, which is what programs
// that sort applicants read (on pages where something runs from right to left, in the order of the structure
// tree; a column beside the text comes after it); headings and links from that tree. Why: a PDF that looks right can still read wrong.

/**
 * Text counts when the structure tree can know it: a page's margin boxes and what is hidden from readers do
 * not. Throws what pdf.js throws when the file is damaged or locked.
 */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const { withPdf } = await import('./pdfjs.js');
  return withPdf(bytes, async (document) => {
    const pages = await pageByPage(document.numPages, (number) => readSheet(document, number));
    const tagged = pages.some(({ structure }) => structure.labels.size > 0);
    const sheets = pages.map((page) => ({
      ...page,
      pieces: dropLabels(page.pieces, page.structure, tagged),
    }));
    const flows = readFlows(sheets);
    return { words: readWords(flows), ...readParts(flows, await readTitles(document)) };
  });
}

async function readSheet(document: PDFDocumentProxy, number: number): Promise<Sheet> {
  const page = await document.getPage(number);
  const targets = new Map<string, string>();
  // Those that print, as Chromium's links do. Asked for what screens show, pdf.js reads all of the page's text a second
  // time, to tell what lies under each of them.
  for (const { id, url, unsafeUrl } of await page.getAnnotations({ intent: 'print' })) {
    const target: unknown = unsafeUrl ?? url;
    if (typeof target === 'string') targets.set(id, foldLink(target));
  }
  const { items, lang } = await page.getTextContent({ includeMarkedContent: true });
  const structure = readStructure(await page.getStructTree());
  const direction = lang !== null && isLocale(lang) ? directionOf(lang) : 'ltr';
  const mixed = direction === 'rtl' || items.some((item) => 'str' in item && item.dir === 'rtl');
  const pieces = mixed ? logicalPieces(items, structure, direction) : readPieces(items);
  return { pieces, structure, targets };
}

async function readTitles(document: PDFDocumentProxy): Promise<Set<string>> {
  type Entry = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
  const titles = new Set<string>();
  const visit = ({ title, items }: Entry): void => {
    titles.add(squeeze(title));
    items.forEach(visit);
  };
  ((await document.getOutline()) ?? []).forEach(visit);
  return titles;
}

function readWords(sheets: readonly Sheet[]): Word[] {
  return sheets.flatMap(({ pieces, structure }, page) => {
    const text = cleanText(joinPieces(pieces, structure)).trimEnd();
    const words: Word[] = Array.from(text.matchAll(/(\S+)(\n?)/g), ([, word = '', end]) =>
      end ? { text: word, endsLine: true } : { text: word },
    );
    const last = words.at(-1);
    if (last && page + 1 < sheets.length) words.splice(-1, 1, { text: last.text, endsPage: true });
    return words;
  });
}
