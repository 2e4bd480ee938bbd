import { readBlocks } from '../check/extract/pdf-blocks.js';
import { readLines } from '../check/extract/pdf-lines.js';
import { withPdf } from '../check/pdfjs.js';

// In: a printed document that is too long. Out: what stands on the pages that are too many.

export interface Overflow {
  /** All there are, those that may be and those that are too many. */
  pages: number;
  /** The lines of text, in reading order, running footers left out. */
  lines: string[];
  /** How much paper they take: from the top margin down to the last line, over all pages, in whole points. */
  points: number;
}

/** How far letters reach below the line they stand on, in their size. */
const DESCENT = 0.3;

/** `allowed` pages are none of its business; `top` is the top margin in points. */
export async function readOverflow(pdf: Uint8Array, allowed: number, top: number): Promise<Overflow> {
  return withPdf(pdf, async (document) => {
    const overflow: Overflow = { pages: document.numPages, lines: [], points: 0 };
    for (let number = allowed + 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const lines = readLines(items, readBlocks(await page.getStructTree()));
      const own = lines.filter(({ furniture }) => !furniture);
      const { height } = page.getViewport({ scale: 1 });
      const lowest = Math.min(height - top, ...own.map(({ y, size }) => y - DESCENT * size));
      overflow.lines.push(...own.map(({ text }) => text));
      overflow.points += height - top - lowest;
    }
    return { ...overflow, points: Math.ceil(overflow.points) };
  });
}
