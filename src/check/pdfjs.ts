import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';
import { loopback } from './loopback.js';

// Out: pdf.js, loaded once and without noise. Why a module of its own: while it is loaded, pdf.js loads a canvas, for painting,
// warns three times where there is none, and then throws for want of a DOMMatrix
// (https://github.com/mozilla/pdf.js/issues/21720). To read a file nothing of that is needed, and a canvas is a native library
// of thirty megabytes.

export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

const fromHere = createRequire(import.meta.url);

/** Without its comments and long names: they are three megabytes to read. */
const SHORT = 'pdfjs-dist/legacy/build/pdf.min.mjs';

/** Whether pdf.js can paint. */
export function hasCanvas(): boolean {
  try {
    // From where pdf.js would find it, which need not be where we would.
    createRequire(fromHere.resolve(SHORT))('@napi-rs/canvas');
    return true;
  } catch {
    return false;
  }
}

/** A pdf.js of its own, which has loaded the canvas. Only where `hasCanvas`. */
export const loadPainter = (): Promise<PdfJs> =>
  withoutTraces(() => import(`${pathToFileURL(fromHere.resolve(SHORT)).href}?painter`));

/** Both halves: the one that asks, and the one that reads. */
async function loadReader() {
  const world = globalThis as { DOMMatrix?: unknown };
  const before = world.DOMMatrix;
  const { warn } = console;
  console.warn = (...message) => {
    if (!/^Warning: Cannot (load|polyfill|access)/.test(String(message[0]))) warn(...message);
  };
  world.DOMMatrix ??= class {};
  try {
    return await withoutTraces(async () => {
      // By this it would find the canvas.
      Object.defineProperty(process, 'getBuiltinModule', { value: undefined, configurable: true });
      const pdfjs: PdfJs = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
      const { WorkerMessageHandler } = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
      return { pdfjs, WorkerMessageHandler };
    });
  } finally {
    console.warn = warn;
    if (before === undefined) delete world.DOMMatrix;
  }
}

/**
 * pdf.js puts slow functions of its own in the place of some of these, for browsers that are older than any Node we run on: one
 * is `push`, and the whole process would use it. And a look at `Response` loads all of Node's `fetch`.
 */
async function withoutTraces<T>(load: () => Promise<T>): Promise<T> {
  const touched = [
    [Array.prototype, 'push'],
    [JSON, 'parse'],
    [JSON, 'stringify'],
    [Uint8Array, 'fromBase64'],
    [globalThis, 'Response'],
    [process, 'getBuiltinModule'],
  ] as const;
  const before = touched.map(
    ([home, name]) => [home, name, Object.getOwnPropertyDescriptor(home, name)] as const,
  );
  Object.defineProperty(globalThis, 'Response', { value: class {}, configurable: true });
  try {
    return await load();
  } finally {
    for (const [home, name, own] of before) {
      if (own) Object.defineProperty(home, name, own);
      else Reflect.deleteProperty(home, name);
    }
  }
}

/** Evaluated once, however many files are read at the same time. */
const { pdfjs, WorkerMessageHandler } = await loadReader();

export { pdfjs };

/**
 * What `read` finds in a PDF, which is closed afterwards; `by` is the pdf.js that opens it. Throws what pdf.js throws when the file
 * is damaged or locked.
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  read: (document: PDFDocumentProxy) => Promise<T>,
  by: PdfJs = pdfjs,
): Promise<T> {
  const port = loopback();
  WorkerMessageHandler.initializeFromPort(port);
  const verbosity = by.VerbosityLevel.ERRORS;
  // Its types want all of a browser's `Worker`.
  const worker = by.PDFWorker.create({ port: port as never, verbosity });
  const task = by.getDocument({
    // A copy, for pdf.js takes the array it is given away from its owner.
    data: Uint8Array.from(bytes),
    worker,
    verbosity,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
    worker.destroy();
  }
}
