import { createHash } from 'node:crypto';
import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { findUaFaults } from '../../check/ua/find-ua-faults.js';
import { attachSource } from './attach-source.js';
import { describeLinks } from './describe-links.js';
import { finishContent } from './finish-content.js';
import { loadPdf } from './load-pdf.js';
import { mapRoles } from './map-roles.js';
import { writePlainLetters } from './plain-letters.js';
import { savePdf } from './save-pdf.js';
import { allElements, readStructureTree } from './structure-tree.js';
import { writeToldLetters } from './told-letters.js';
import { wrapItems } from './wrap-items.js';
import { writeClusters } from './write-clusters.js';
import { writeXmp } from './write-xmp.js';

// In: a PDF as Chromium wrote it, and what the document says about itself. Out: the PDF that is handed over.
// Why: Chromium knows no author and stamps the clock and its own name into the file. Each step below puts one
// thing right in place; nothing is copied to a new document, which would lose the structure tree.

export interface PdfMeta {
  title: string;
  author: string;
  /** BCP 47, as in `<html lang>`. */
  lang: string;
  description?: string | undefined;
  keywords: readonly string[];
  /** The document's own date, never the clock; written in UTC. */
  date: Date;
  /** The YAML to attach; none by default. */
  source?: string | undefined;
}

type PdfLib = typeof import('@cantoo/pdf-lib');

const PRODUCT = 'Resumewright';

/** The page's own words for what the PDF knows only in pieces, in the order of the page. */
export interface PdfTexts {
  /** The name first. */
  headings: readonly string[];
  links: readonly string[];
}

export interface FinishedPdf {
  bytes: Uint8Array;
  /** How large the pages are, in parts of how large they were meant: less than 1 where Chromium made them fit. */
  scale: number;
}

/** The same `pdf` (but for its dates), `meta` and `texts` give the same bytes. */
export async function finishPdf(
  pdf: Uint8Array,
  meta: PdfMeta,
  texts: PdfTexts = { headings: [], links: [] },
): Promise<FinishedPdf> {
  const lib = await import('@cantoo/pdf-lib');
  const document = await loadPdf(lib, pdf);
  writeInfo(lib, document, meta);
  writeCatalog(document, meta);
  writeOutline(lib, document, texts.headings);
  const contents = finishContent(lib, document);
  writeToldLetters(lib, document, contents);
  writeClusters(lib, document, contents);
  writePlainLetters(lib, document);
  await attachSource(lib, document, meta);
  const elements = allElements(readStructureTree(lib, document));
  mapRoles(lib, document, elements);
  describeLinks(lib, document, elements, texts.links);
  wrapItems(lib, document, elements);
  claimAccess(lib, document, meta);
  reserveId(lib, document);
  const bytes = await savePdf(lib, document);
  return { bytes: pinId(bytes), scale: Math.min(1, ...contents.map(({ scale }) => scale)) };
}

/** The document information dictionary (ISO 32000-1, 14.3.3): what it held before goes. */
function writeInfo({ PDFDict }: PdfLib, document: PDFDocument, meta: PdfMeta): void {
  const info = document.context.lookupMaybe(document.context.trailerInfo.Info, PDFDict);
  for (const key of info?.keys() ?? []) info?.delete(key);
  document.setTitle(meta.title);
  document.setAuthor(meta.author);
  if (meta.description) document.setSubject(meta.description);
  // One string: given a list, pdf-lib joins it with spaces, and "machine learning" would become two keywords.
  if (meta.keywords.length > 0) document.setKeywords([meta.keywords.join(', ')]);
  document.setCreator(PRODUCT);
  document.setProducer(PRODUCT);
  document.setCreationDate(meta.date);
  document.setModificationDate(meta.date);
}

/** Language and window title, which PDF/UA-1 (7.1, 7.2) and screen readers ask for. */
function writeCatalog(document: PDFDocument, meta: PdfMeta): void {
  document.setLanguage(meta.lang);
  document.catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true);
}

/**
 * Chromium joins what stands on two lines, or at both ends of one, without a space: `EngineerMay 2018`. Its outline has
 * one item a heading, in order, so each gets the heading's own words.
 */
function writeOutline(lib: PdfLib, document: PDFDocument, headings: readonly string[]): void {
  const { PDFDict, PDFHexString, PDFName } = lib;
  const items: PDFDict[] = [];
  const follow = (parent: PDFDict | undefined, key: string) => parent?.lookupMaybe(PDFName.of(key), PDFDict);
  const visit = (item: PDFDict | undefined): void => {
    for (let at = item; at; at = follow(at, 'Next')) {
      items.push(at);
      visit(follow(at, 'First'));
    }
  };
  visit(follow(follow(document.catalog, 'Outlines'), 'First'));
  if (items.length !== headings.length) return;
  for (const [index, item] of items.entries()) {
    item.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] ?? ''));
  }
}

/** The document says that it follows PDF/UA-1, and is then judged by that; what does not pass says nothing of it. */
function claimAccess(lib: PdfLib, document: PDFDocument, meta: PdfMeta): void {
  writeXmp(lib, document, { meta, product: PRODUCT, part: 1 });
  if (findUaFaults(lib, document).length > 0) writeXmp(lib, document, { meta, product: PRODUCT });
}

/** 32 hexadecimal digits, replaced once the file is known. */
const HOLE = `<${'0'.repeat(32)}>`;

function reserveId({ PDFHexString }: PdfLib, document: PDFDocument): void {
  const hole = PDFHexString.of(HOLE.slice(1, -1));
  document.context.trailerInfo.ID = document.context.obj([hole, hole]);
}

/** The file identifier (ISO 32000-1, 14.4) is the hash of everything else, written into the trailer in place. */
function pinId(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const id = createHash('sha256')
    .update(file)
    .digest('hex')
    .slice(0, HOLE.length - 2)
    .toUpperCase();
  const second = file.lastIndexOf(HOLE);
  const first = file.lastIndexOf(HOLE, second - 1);
  for (const at of [first, second]) file.write(id, at + 1, 'latin1');
  return bytes;
}
