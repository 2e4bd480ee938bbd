import type { PDFDict, PDFDocument, PDFPage } from '@cantoo/pdf-lib';
import { MAX_PAGES } from './check-content.js';
import { arrayAt, dictAt, nameAt, nameOf, numberAt, textAt } from './entries.js';
import { around, ownerOf, type UaElement, type UaTree } from './read-tree.js';
import type { UaFault } from './ua-fault.js';

// ISO 14289-1, 7.18 and 7.11: links and what else lies on a page are known to the structure tree and say in words what they
// are; what is attached says its name in both ways.

type PdfLib = typeof import('@cantoo/pdf-lib');

const HIDDEN = 2;
const MAX_FIELDS = 100;

interface Place {
  node: PDFPage['node'];
  place: string;
}

export function checkAnnotations(lib: PdfLib, document: PDFDocument, tree: UaTree): UaFault[] {
  const pages = document.getPages().slice(0, MAX_PAGES);
  return pages.flatMap(({ node }, index) => {
    const annotations = (arrayAt(lib, node, 'Annots')?.asArray() ?? [])
      .map((one) => document.context.lookup(one))
      .filter((one) => one instanceof lib.PDFDict);
    if (annotations.length === 0) return [];
    const place = `page ${index + 1}`;
    const order: UaFault[] =
      nameAt(lib, node, 'Tabs') === 'S' ? [] : [{ rule: 'ua-tab-order', clause: '7.18.3-1', place }];
    return [...order, ...annotations.flatMap((one) => checkOne(lib, one, tree, { node, place }))];
  });
}

function checkOne(lib: PdfLib, annotation: PDFDict, tree: UaTree, { node, place: page }: Place): UaFault[] {
  const kind = nameAt(lib, annotation, 'Subtype') ?? 'annotation';
  if (((numberAt(lib, annotation, 'F') ?? 0) & HIDDEN) !== 0 || isOutside(lib, annotation, node)) return [];
  const owner = ownerOf(lib, tree, annotation);
  const role = roleAround(owner);
  const place = `${page}: ${kind}`;
  const fault = (rule: UaFault['rule'], clause: string): UaFault[] => [{ rule, clause, place }];
  const alternative = owner && textAt(lib, owner.dict, 'Alt');
  if (kind === 'Widget') {
    return [
      ...(role === 'Form' ? [] : fault('ua-annotation', '7.18.4-1')),
      ...(nameOfField(lib, annotation) || alternative ? [] : fault('ua-annotation', '7.18.1-3')),
    ];
  }
  const contents = textAt(lib, annotation, 'Contents');
  if (kind === 'Link') {
    return [
      ...(role === 'Link' ? [] : fault('ua-link', '7.18.5-1')),
      ...(contents ? [] : fault('ua-link', '7.18.5-2')),
    ];
  }
  const told = contents || alternative ? [] : fault('ua-annotation', '7.18.1-2');
  if (kind === 'PrinterMark') return [...told, ...(owner ? fault('ua-annotation', '7.18.8-1') : [])];
  if (kind === 'TrapNet') return [...told, ...fault('ua-annotation', '7.18.2-1')];
  return [...told, ...(role === 'Annot' ? [] : fault('ua-annotation', '7.18.1-1'))];
}

/** Of a field or, where it is a part of one, of what it is a part of (ISO 32000-1, 12.7.3.1). */
function nameOfField(lib: PdfLib, field: PDFDict | undefined, depth = 0): string | undefined {
  if (!field || depth > MAX_FIELDS) return undefined;
  return textAt(lib, field, 'TU') ?? nameOfField(lib, dictAt(lib, field, 'Parent'), depth + 1);
}

/** Whether nothing of it is on the part of the page that is shown. */
function isOutside(lib: PdfLib, annotation: PDFDict, page: PDFPage['node']): boolean {
  const box = page.CropBox() ?? page.MediaBox();
  const corners = [arrayAt(lib, annotation, 'Rect'), box].map((array) =>
    (array?.asArray() ?? []).map((one) => {
      const number = page.context.lookup(one);
      return number instanceof lib.PDFNumber ? number.asNumber() : Number.NaN;
    }),
  );
  const [left, bottom, right, top] = edges(corners[0] ?? []);
  const [west, south, east, north] = edges(corners[1] ?? []);
  return right <= west || left >= east || top <= south || bottom >= north;
}

/** Of two corners, whichever they are. */
const edges = ([x1 = Number.NaN, y1 = Number.NaN, x2 = Number.NaN, y2 = Number.NaN]: readonly number[]) =>
  [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] as const;

const GROUPS = new Set(['NonStruct', 'Div', 'Part']);
const roleAround = (owner: UaElement | undefined): string | undefined =>
  owner && (GROUPS.has(owner.role) ? around(owner)?.role : owner.role);

export function checkAttachments(lib: PdfLib, document: PDFDocument): UaFault[] {
  const faults: UaFault[] = [];
  const file = nameOf(lib, 'EF');
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof lib.PDFDict) || object.get(file) === undefined) continue;
    const [plain, unicode] = [textAt(lib, object, 'F'), textAt(lib, object, 'UF')];
    if (plain && unicode) continue;
    faults.push({ rule: 'ua-attachment', clause: '7.11-1', place: plain ?? unicode ?? 'without a name' });
  }
  return faults;
}
