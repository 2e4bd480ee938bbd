import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { type Direction, directionOf, isLocale } from '../resume/locales.js';
import { readFlows } from './flows.js';
import { foldLink } from './fold-link.js';
import { joinPieces } from './join-pieces.js';
import { dropLabels } from './labels.js';
import { logicalPieces } from './logical-order.js';
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
    const direction = await readDirection(document);
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, (_, i) => readSheet(document, i + 1, direction)),
    );
    const tagged = pages.some(({ structure }) => structure.labels.size > 0);
    const sheets = pages.map((page) => ({
      ...page,
      pieces: dropLabels(page.pieces, page.structure, tagged),
    }));
    const flows = readFlows(sheets);
    return { words: readWords(flows), ...readParts(flows, await readTitles(document)) };
  });
}

/** As the language in the catalog has it. */
async function readDirection(document: PDFDocumentProxy): Promise<Direction> {
  const { info } = await document.getMetadata();
  const { Language: lang } = info as { Language?: unknown };
  return typeof lang === 'string' && isLocale(lang) ? directionOf(lang) : 'ltr';
}

async function readSheet(document: PDFDocumentProxy, number: number, direction: Direction): Promise<Sheet> {
  const page = await document.getPage(number);
  const targets = new Map<string, string>();
  for (const { id, url, unsafeUrl } of await page.getAnnotations()) {
    const target: unknown = unsafeUrl ?? url;
    if (typeof target === 'string') targets.set(id, foldLink(target));
  }
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const structure = readStructure(await page.getStructTree());
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
