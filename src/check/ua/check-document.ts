import type { PDFDocument } from '@cantoo/pdf-lib';
import { readFonts } from '../extract/pdf-facts.js';
import { dictAt, isTrue, textAt } from './entries.js';
import type { UaTree } from './read-tree.js';
import { readXmp } from './read-xmp.js';
import type { UaFault } from './ua-fault.js';

// ISO 14289-1, 5, 6 and what of 7 concerns the file as a whole: what it says about itself, its language, its fonts.

type PdfLib = typeof import('@cantoo/pdf-lib');

export function checkDocument(lib: PdfLib, document: PDFDocument, tree: UaTree): UaFault[] {
  return [
    ...checkMetadata(lib, document),
    ...checkCatalog(lib, document, tree),
    ...checkFonts(lib, document),
  ];
}

function checkMetadata(lib: PdfLib, document: PDFDocument): UaFault[] {
  const xmp = readXmp(lib, document);
  if (!xmp) return [{ rule: 'ua-metadata', clause: '7.1-8', place: 'no XMP' }];
  const faults: UaFault[] = [];
  if (!xmp.title) faults.push({ rule: 'ua-metadata', clause: '7.1-9', place: 'no dc:title' });
  const { claim } = xmp;
  const fault = (clause: string, place: string): UaFault => ({ rule: 'ua-identification', clause, place });
  if (!claim) faults.push(fault('5-1', 'no pdfuaid:part'));
  else if (claim.part !== '1') faults.push(fault('5-2', `pdfuaid:part is ${claim.part}`));
  else if (claim.prefix !== 'pdfuaid') faults.push(fault('5-3', `the prefix is ${claim.prefix}`));
  return faults;
}

const LANGUAGE = /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i;

function checkCatalog(lib: PdfLib, { catalog }: PDFDocument, { elements }: UaTree): UaFault[] {
  const faults: UaFault[] = [];
  const info = dictAt(lib, catalog, 'MarkInfo');
  if (!isTrue(lib, info, 'Marked'))
    faults.push({ rule: 'ua-marked', clause: '6.2-1', place: 'Marked is not true' });
  if (isTrue(lib, info, 'Suspects'))
    faults.push({ rule: 'ua-marked', clause: '7.1-4', place: 'Suspects is true' });
  if (!isTrue(lib, dictAt(lib, catalog, 'ViewerPreferences'), 'DisplayDocTitle')) {
    faults.push({ rule: 'ua-window-title', clause: '7.1-10', place: 'DisplayDocTitle is not true' });
  }
  const lang = textAt(lib, catalog, 'Lang');
  if (!lang) faults.push({ rule: 'no-language', clause: '7.2-34', place: 'no language' });
  const tags = [lang, ...elements.map(({ dict }) => textAt(lib, dict, 'Lang'))];
  for (const tag of new Set(tags)) {
    if (tag && !LANGUAGE.test(tag)) faults.push({ rule: 'ua-language', clause: '7.2-29', place: tag });
  }
  return faults;
}

function checkFonts(lib: PdfLib, document: PDFDocument): UaFault[] {
  return readFonts(lib, document).flatMap(({ name, embedded, mapped }): UaFault[] => [
    ...(embedded ? [] : [{ rule: 'font-not-embedded', clause: '7.21.4.1-1', place: name } as const]),
    ...(mapped ? [] : [{ rule: 'font-unmapped', clause: '7.21.7-1', place: name } as const]),
  ]);
}
