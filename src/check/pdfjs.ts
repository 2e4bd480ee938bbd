import { createRequire } from 'node:module';
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js';

// Out: pdf.js, loaded once and without noise. Why a module of its own: pdf.js builds a DOMMatrix while it is
// loaded, which Node has not; without its optional package @napi-rs/canvas it warns three times and then
// throws (https://github.com/mozilla/pdf.js/issues/21720). Only painting needs any of that, and only pictures of
// pages are painted.

const fromHere = createRequire(import.meta.url);

/** Whether pdf.js can paint. */
export function hasCanvas(): boolean {
  try {
    // From where pdf.js would find it, which need not be where we would.
    createRequire(fromHere.resolve('pdfjs-dist/legacy/build/pdf.mjs'))('@napi-rs/canvas');
    return true;
  } catch {
    return false;
  }
}

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** Without its comments and long names: they are three megabytes to read. The half that parses is loaded with it. */
async function importShort(): Promise<PdfJs> {
  const giveBack = natives();
  try {
    const short = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
    await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
    return short;
  } finally {
    giveBack();
  }
}

/**
 * pdf.js puts slow functions of its own in the place of these, for browsers that are older than any Node we run on: one is
 * `push`, and the whole process would use it. The result gives back what was there.
 */
function natives(): () => void {
  const all = [
    [Array.prototype, 'push'],
    [JSON, 'parse'],
    [JSON, 'stringify'],
    [Uint8Array, 'fromBase64'],
  ] as const;
  const before = all.map(
    ([home, name]) => [home, name, Object.getOwnPropertyDescriptor(home, name)] as const,
  );
  return () => {
    for (const [home, name, own] of before) {
      if (own) Object.defineProperty(home, name, own);
      else Reflect.deleteProperty(home, name);
    }
  };
}

async function load() {
  const world = globalThis as { DOMMatrix?: unknown };
  if (world.DOMMatrix || hasCanvas()) return importShort();
  const warn = console.warn;
  console.warn = (...message) => {
    if (!/^Warning: Cannot (load|polyfill|access)/.test(String(message[0]))) warn(...message);
  };
  world.DOMMatrix = class {};
  try {
    return await importShort();
  } finally {
    console.warn = warn;
    delete world.DOMMatrix;
  }
}

/** Evaluated once, however many files are read at the same time. */
export const pdfjs = await load();

/** What `read` finds in a PDF, which is closed afterwards. Throws what pdf.js throws when the file is damaged or locked. */
export async function withPdf<T>(
  bytes: Uint8Array,
  read: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const task = pdfjs.getDocument({
    // A copy, for pdf.js takes the array it is given away from its owner.
    data: Uint8Array.from(bytes),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  try {
    return await read(await task.promise);
  } finally {
    await task.destroy();
  }
}
