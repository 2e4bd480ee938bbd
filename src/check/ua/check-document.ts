import type { PDFDocument } from '@cantoo/pdf-lib';
import { inflate } from '../extract/naive-pdf/inflate.js';
import { arrayAt, dictAt, isTrue, textAt } from './entries.js';
import type { UaTree } from './read-tree.js';
import { readXmp } from './read-xmp.js';
import type { UaFault } from './ua-fault.js';

// ISO 14289-1, 5, 6 and what of 7 concerns the file as a whole: what it says about itself, its language, its layers.

type PdfLib = typeof import('@cantoo/pdf-lib');

export function checkDocument(lib: PdfLib, document: PDFDocument, tree: UaTree): UaFault[] {
  return [
    ...checkMetadata(lib, document),
    ...checkCatalog(lib, document, tree),
    ...checkLayers(lib, document),
    ...checkForms(lib, document),
  ];
}

function checkMetadata(lib: PdfLib, document: PDFDocument): UaFault[] {
  const xmp = readXmp(lib, document);
  if (!xmp) return [{ rule: 'ua-metadata', clause: '7.1-8', place: 'no XMP' }];
  const faults: UaFault[] = [];
  if (!xmp.title) faults.push({ rule: 'ua-metadata', clause: '7.1-9', place: 'no dc:title' });
  const fault = (clause: string, place: string): UaFault => ({ rule: 'ua-identification', clause, place });
  if (xmp.part === undefined) faults.push(fault('5-1', 'no pdfuaid:part'));
  else if (xmp.part !== '1') faults.push(fault('5-2', `pdfuaid:part is ${xmp.part}`));
  for (const [name, clause] of PREFIXED) {
    const prefix = xmp.prefixes.get(name) ?? 'pdfuaid';
    if (prefix !== 'pdfuaid') faults.push(fault(clause, `the prefix of ${name} is ${prefix}`));
  }
  const header = document.context.header.toString();
  if (!/^%PDF-1\.[0-7]/.test(header)) faults.push(fault('6.1-1', header.slice(1, 8)));
  return faults;
}

const PREFIXED = [
  ['part', '5-3'],
  ['amd', '5-4'],
  ['corr', '5-5'],
] as const;

/** RFC 3066; nothing at all is none. */
export const LANGUAGE = /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i;

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
  if (lang === undefined) faults.push({ rule: 'no-language', clause: '7.2-34', place: 'no language' });
  const tags = [lang, ...elements.map(({ dict }) => textAt(lib, dict, 'Lang'))];
  for (const tag of new Set(tags)) {
    if (tag !== undefined && !LANGUAGE.test(tag)) {
      faults.push({ rule: 'ua-language', clause: '7.2-29', place: tag || 'an empty language' });
    }
  }
  return faults;
}

/** Layers have names, and do not come and go by themselves. */
function checkLayers(lib: PdfLib, { catalog, context }: PDFDocument): UaFault[] {
  const layers = dictAt(lib, catalog, 'OCProperties');
  const others = arrayAt(lib, layers, 'Configs')?.asArray() ?? [];
  return [dictAt(lib, layers, 'D'), ...others.map((one) => context.lookup(one))].flatMap(
    (config, index): UaFault[] => {
      if (!(config instanceof lib.PDFDict)) return [];
      const place = `configuration ${index + 1}`;
      const isNamed = textAt(lib, config, 'Name');
      const isAutomatic = config.get(lib.PDFName.of('AS')) !== undefined;
      return [
        ...(isNamed ? [] : [{ rule: 'ua-layer', clause: '7.10-1', place } as const]),
        ...(isAutomatic ? [{ rule: 'ua-layer', clause: '7.10-2', place } as const] : []),
      ];
    },
  );
}

/** A form of XML that builds its pages only when it is opened has no tags. */
function checkForms(lib: PdfLib, { catalog, context }: PDFDocument): UaFault[] {
  const form = dictAt(lib, catalog, 'AcroForm')?.lookup(lib.PDFName.of('XFA'));
  const parts = form instanceof lib.PDFArray ? form.asArray().map((one) => context.lookup(one)) : [form];
  const xml = Buffer.concat(parts.map((part) => inflate(lib, part))).toString('utf8');
  if (!/<dynamicRender>\s*required/.test(xml)) return [];
  return [{ rule: 'ua-form', clause: '7.15-1', place: 'dynamicRender is required' }];
}
