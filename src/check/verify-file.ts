import { onceEach } from '../once.js';
import type { Page } from '../page/page.js';
import { clip } from '../source/clip.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { textsOf } from '../view/texts-of.js';
import type { Text, View } from '../view/view.js';
import { type Format, isPaged, type PagedFormat } from '../writers/formats.js';
import { spellHtml } from '../writers/spell-links.js';
import { findMissing } from './find-anywhere.js';
import { forgiveOrder } from './forgive-order.js';
import type { Leaf, Loss } from './leaf.js';
import { readDocx } from './read-docx.js';
import { readHtml } from './read-html.js';
import { readMd } from './read-md.js';
import { readTxt } from './read-txt.js';
import type { Reading } from './reading.js';
import { tellDropped } from './tell-dropped.js';
import { findLosses } from './verify.js';
import { verifySource } from './verify-source.js';

/** The formats that hold words. */
export type TextFormat = Exclude<Format, PagedFormat>;

const READERS: Record<TextFormat, (bytes: Uint8Array) => Promise<Reading>> = {
  html: async (bytes) => readHtml(Buffer.from(bytes).toString('utf8')),
  pdf: async (bytes) => (await import('./read-pdf.js')).readPdf(bytes),
  docx: async (bytes) => readDocx(bytes),
  txt: async (bytes) => readTxt(Buffer.from(bytes).toString('utf8')),
  md: async (bytes) => readMd(Buffer.from(bytes).toString('utf8')),
};

/**
 * The content gate, first half: the theme printed every string of the view. Another program's theme may leave some out;
 * that is told as a warning.
 */
export function verifyPage(view: View, page: Page, file: string): Diagnostic[] {
  if (page.foreign) return tellDropped(page.foreign.dropped, page, '', file);
  const printed = new Set(page.printed);
  return textsOf(view)
    .filter((text) => !printed.has(text))
    .map(({ path, plain }) =>
      fault(file, path, `the theme ${page.theme.name} does not print “${short(plain)}”`, UNPRINTED),
    );
}

/**
 * The content gate, second half: every printed string is found in the finished file, in order. Each lost or moved word
 * is an error with the résumé path it came from. A picture holds no text to be found. Of another program's page only what
 * is missing counts, as a warning: it may hide on paper what it shows on screens.
 */
export async function verifyFile(
  page: Page,
  format: Format,
  bytes: Uint8Array,
  file: string,
): Promise<Diagnostic[]> {
  if (isPaged(format)) return [];
  const reading = await readBack(format, bytes);
  if (page.foreign) {
    // The HTML is the page, of which all has been told.
    const missing = format === 'html' ? [] : findMissing(page.printed, reading);
    const own = { ...page, printed: page.printed.filter((text) => !missing.includes(text)) };
    return [
      ...tellDropped(missing, own, ` in ${format.toUpperCase()}`, file),
      ...(await verifySource(page, format, bytes, file)),
    ];
  }
  const losses = await lossesIn(page, format, reading);
  const name = format.toUpperCase();
  return [
    ...losses.map(({ path, text, word, kind }) =>
      fault(file, path, `${name} ${kind} “${word}” of “${short(text)}”`, wayOut(kind, format)),
    ),
    ...(await verifySource(page, format, bytes, file)),
  ];
}

/** Loads what reads a format back, where that takes a while; never throws. */
export async function prepareReader(format: TextFormat): Promise<void> {
  if (format === 'pdf') await import('./pdfjs.js').catch(() => undefined);
}

/** What a reader that knows nothing of the writers recovers from one finished file. */
export const readBack = (format: TextFormat, bytes: Uint8Array): Promise<Reading> => READERS[format](bytes);

/** The words of the page that a reader of one file did not find, or found in another place. */
export async function lossesIn(page: Page, format: TextFormat, reading: Reading): Promise<Loss[]> {
  const wanted = leavesOf(page, format);
  const losses = findLosses(wanted, reading);
  return format === 'pdf' ? forgiveOrder(losses, wanted, reading) : losses;
}

/** Most formats of a document share them. */
const plainLeaves = onceEach((printed: readonly Text[]): readonly Leaf[] =>
  printed.map(({ path, plain }) => ({ path, text: plain })),
);

/** What each printed string reads like: plain text has no links, so it spells out where they lead. */
function leavesOf({ printed }: Page, format: Format): readonly Leaf[] {
  if (format === 'txt')
    return printed.map(({ path, plain, html }) => ({
      path,
      text: html.includes('<a ') ? spellHtml(html) : plain,
    }));
  return plainLeaves(printed);
}

const UNPRINTED = 'in the theme, compare the partial of that section with the shared one';

/** Only HTML and PDF are laid out by a theme's style sheet. */
function wayOut(kind: Loss['kind'], format: Format): string {
  if (format !== 'html' && format !== 'pdf') return 'no theme should bring that about: please report it';
  const [does, to] = kind === 'lost' ? ['hides it', 'off the page'] : ['moves it', 'out of its place'];
  return `look in the theme's CSS for what ${does} or pushes it ${to}`;
}

function fault(file: string, path: string, message: string, way: string): Diagnostic {
  return {
    severity: 'error',
    rule: 'content-lost',
    file,
    path,
    message: `${message} (${path})`,
    suggestion: `${way}; \`--no-verify\` writes the file all the same`,
  };
}

const short = (text: string): string => clip(text, 60);
