import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { MachineError } from '../errors.js';

// A finished PDF → a picture of each of its pages, painted by pdf.js on the canvas it brings along for Node. No browser is
// asked: Chromium's headless shell shows no PDF, and on a screen the page has no pages.

/** Dots an inch: sharp on a screen, and readable still at half the size. */
const RESOLUTION = 150;
const POINTS_PER_INCH = 72;

/** What pdf.js paints on in Node: a canvas of @napi-rs/canvas, an optional package of its own. */
interface Canvases {
  create(width: number, height: number): { canvas: { toBuffer(type: 'image/png'): Buffer } };
}

/**
 * PNG files of 150 dpi, in the order of the pages; the same PDF gives the same bytes. Throws MachineError where the
 * canvas is missing, as on systems it is not built for.
 */
export async function writePng(pdf: Uint8Array): Promise<Uint8Array[]> {
  const { withPdf, hasCanvas, loadPainter } = await import('../check/pdfjs.js');
  if (!hasCanvas()) {
    throw new MachineError(
      'pictures cannot be painted: @napi-rs/canvas is missing',
      'npm install @napi-rs/canvas',
    );
  }
  const paint = async (document: PDFDocumentProxy) => {
    const canvases = document.canvasFactory as Canvases;
    const pictures: Uint8Array[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const viewport = page.getViewport({ scale: RESOLUTION / POINTS_PER_INCH });
      const { canvas } = canvases.create(pixels(viewport.width), pixels(viewport.height));
      await page.render({ canvas, viewport, background: '#ffffff' }).promise;
      pictures.push(canvas.toBuffer('image/png'));
    }
    return pictures;
  };
  return withPdf(pdf, paint, await loadPainter());
}

/** Whole pixels for a length in pixels: a half at the edge counts (Chromium's A4 is 594.96 pt wide), a rounding error does not. */
const pixels = (length: number): number => Math.ceil(length - 0.01);
