import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { pageByPage } from '../page-by-page.js';
import type { Extraction } from './extraction.js';
import { hiddenText } from './hidden-text.js';
import { naiveLines } from './naive-pdf/naive-lines.js';
import { openPdf } from './open-pdf.js';
import { linesBeside } from './pdf-beside.js';
import { type Blocks, readBlocks } from './pdf-blocks.js';
import { type PdfLine, readLines } from './pdf-lines.js';
import { joinLines } from './pdf-paragraphs.js';
import { readSecond, type SecondReading } from './read-second.js';

// In: the bytes of any PDF. Out: what two readers that share no code find in it: pdf.js, which knows much, and a simple
// reader of content streams, which knows what the simpler applicant systems know.

/** Pages after these are not read; no résumé has them. */
export const MAX_PAGES = 100;

/** Throws Unreadable for a damaged or locked file and for one that unpacks beyond all measure. */
export async function extractPdf(bytes: Uint8Array): Promise<Extraction> {
  const first = await openPdf(bytes, readFirst);
  return conclude(bytes.length, first, await readSecond(bytes, MAX_PAGES));
}

interface Sheet {
  lines: PdfLine[];
  blocks: Blocks;
  links: Extraction['links'];
}

interface FirstReading {
  sheets: Sheet[];
  /** The information dictionary and what pdf.js adds to it. */
  info: Map<string, unknown>;
}

async function readFirst(document: PDFDocumentProxy): Promise<FirstReading> {
  const count = Math.min(document.numPages, MAX_PAGES);
  const sheets = await pageByPage(count, (number) => readSheet(document, number));
  const { info } = await document.getMetadata();
  return { sheets, info: new Map(Object.entries(info)) };
}

function conclude(
  size: number,
  { sheets, info }: FirstReading,
  { pages, readable, fonts, ua }: SecondReading,
): Extraction {
  const said = (key: string) => {
    const value = info.get(key);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  return {
    format: 'pdf',
    size,
    paragraphs: joinLines(sheets.map(({ lines }) => lines)),
    texts: [
      { extractor: 'pdf.js', text: sheets.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n') },
      ...(readable ? [{ extractor: 'content stream', text: pages.flatMap(naiveLines).join('\n') }] : []),
    ],
    links: sheets.flatMap(({ links }) => links),
    images: sheets.flatMap(({ blocks }) => blocks.images),
    tables: sheets.reduce((sum, { blocks }) => sum + blocks.tables, 0),
    hidden: pages.flatMap(hiddenText),
    lang: said('Language'),
    title: said('Title'),
    author: said('Author'),
    pdf: {
      tagged: info.get('hasStructTree') === true || sheets.some(({ blocks }) => blocks.of.size > 0),
      encrypted: typeof info.get('EncryptFilterName') === 'string',
      fonts,
      ua,
      beside: sheets.flatMap(({ lines }) => linesBeside(lines)),
    },
  };
}

async function readSheet(document: PDFDocumentProxy, number: number): Promise<Sheet> {
  const page = await document.getPage(number);
  const blocks = readBlocks(await page.getStructTree());
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const lines = readLines(items, blocks);
  const links: Extraction['links'] = [];
  for (const { url, unsafeUrl, rect } of await page.getAnnotations()) {
    const target: unknown = unsafeUrl ?? url;
    if (typeof target === 'string') links.push({ target, text: textUnder(lines, rect) });
  }
  return { lines, blocks, links };
}

/** The text of the lines that a link's rectangle touches: near enough to see whether the address is shown. */
function textUnder(lines: readonly PdfLine[], rect: readonly number[]): string {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  return lines
    .filter((line) => line.y >= bottom - 1 && line.y <= top && line.x < right && line.right > left)
    .map(({ text }) => text)
    .join(' ');
}
