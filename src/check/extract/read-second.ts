import { findUaFaults } from '../ua/find-ua-faults.js';
import type { PdfFacts } from './extraction.js';
import type { Shown } from './naive-pdf/interpret.js';
import { readNaively } from './naive-pdf/read-naively.js';
import { readFonts } from './pdf-facts.js';

export interface SecondReading {
  /** False when this reader gives the file up, as simple readers do with locked files. */
  readable: boolean;
  /** What each page shows. */
  pages: Shown[][];
  fonts: PdfFacts['fonts'];
  ua: PdfFacts['ua'];
}

/**
 * The PDF's second reading, by pdf-lib's objects and a content-stream reader of our own. What is damaged shows wherever
 * pdf-lib comes upon it, so that any error here means what it means to a simple reader: it gives up.
 */
export async function readSecond(bytes: Uint8Array, maxPages: number): Promise<SecondReading> {
  const lib = await import('@cantoo/pdf-lib');
  try {
    const document = await lib.PDFDocument.load(bytes, { updateMetadata: false });
    return {
      readable: true,
      pages: readNaively(lib, document, maxPages),
      fonts: readFonts(lib, document),
      ua: findUaFaults(lib, document),
    };
  } catch {
    return { readable: false, pages: [], fonts: [], ua: [] };
  }
}
