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

async function load() {
  const world = globalThis as { DOMMatrix?: unknown };
  if (world.DOMMatrix || hasCanvas()) return import('pdfjs-dist/legacy/build/pdf.mjs');
  const warn = console.warn;
  console.warn = (...message) => {
    if (!/^Warning: Cannot (load|polyfill|access)/.test(String(message[0]))) warn(...message);
  };
  world.DOMMatrix = class {};
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
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
