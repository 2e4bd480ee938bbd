import type { PDFDict, PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { arrayAt, dictAt, kidsAt, nameAt, numberAt, structureRoot } from './entries.js';
import { readRoles } from './read-roles.js';
import type { UaFault } from './ua-fault.js';

// In: a PDF. Out: its structure tree with the standard types its elements stand for, and the table that leads from contents
// to elements (ISO 32000-1, 14.7). It reads files from anywhere and believes none of them: circles and depths end.

type PdfLib = typeof import('@cantoo/pdf-lib');

export interface UaElement {
  dict: PDFDict;
  /** The standard type, through the role map; as written where that leads nowhere. */
  role: string;
  parent: UaElement | undefined;
  kids: UaElement[];
}

export interface UaTree {
  /** In reading order. */
  elements: UaElement[];
  of: ReadonlyMap<PDFDict, UaElement>;
  /** By /StructParents or /StructParent. */
  parents: ReadonlyMap<number, PDFObject>;
  /** The attributes that elements share. */
  classes: PDFDict | undefined;
  faults: UaFault[];
}

const MAX_DEPTH = 500;
const MAX_ELEMENTS = 100_000;

export function readTree(lib: PdfLib, document: PDFDocument): UaTree {
  const { PDFDict } = lib;
  const root = structureRoot(lib, document);
  const roles = readRoles(lib, root);
  const of = new Map<PDFDict, UaElement>();
  const faults: UaFault[] = [];

  const visit = (dict: PDFDict, parent: UaElement | undefined, depth: number): void => {
    for (const kid of kidsAt(lib, dict)) {
      if (!(kid instanceof PDFDict) || of.has(kid) || depth > MAX_DEPTH || of.size >= MAX_ELEMENTS) continue;
      const type = nameAt(lib, kid, 'S');
      if (type === undefined) {
        const isElement = nameAt(lib, kid, 'Type') === 'StructElem';
        if (isElement) faults.push({ rule: 'ua-role', clause: '7.1-5', place: 'an element without a type' });
        continue;
      }
      const { role, faults: wrong } = roles.judge(type);
      const element: UaElement = { dict: kid, role, parent, kids: [] };
      of.set(kid, element);
      parent?.kids.push(element);
      if (!dictAt(lib, kid, 'P'))
        faults.push({ rule: 'ua-nesting', clause: '7.1-12', place: `${type} knows no parent` });
      for (const fault of wrong) faults.push(fault);
      visit(kid, element, depth + 1);
    }
  };
  if (root) visit(root, undefined, 0);
  return {
    elements: [...of.values()],
    of,
    parents: readParents(lib, dictAt(lib, root, 'ParentTree')),
    classes: dictAt(lib, root, 'ClassMap'),
    faults,
  };
}

function readParents(lib: PdfLib, root: PDFDict | undefined): Map<number, PDFObject> {
  const { PDFDict, PDFNumber } = lib;
  const entries = new Map<number, PDFObject>();
  const seen = new Set<PDFDict>();
  const visit = (node: PDFDict, depth: number): void => {
    if (seen.has(node) || depth > MAX_DEPTH) return;
    seen.add(node);
    const numbers = arrayAt(lib, node, 'Nums');
    for (let at = 0; at + 1 < (numbers?.size() ?? 0); at += 2) {
      const [key, value] = [numbers?.lookup(at), numbers?.lookup(at + 1)];
      if (key instanceof PDFNumber && value) entries.set(key.asNumber(), value);
    }
    for (const kid of arrayAt(lib, node, 'Kids')?.asArray() ?? []) {
      const next = node.context.lookup(kid);
      if (next instanceof PDFDict) visit(next, depth + 1);
    }
  };
  if (root) visit(root, 0);
  return entries;
}

/** The element that owns what has this /StructParent. */
export function ownerOf(lib: PdfLib, tree: UaTree, dict: PDFDict): UaElement | undefined {
  const owner = tree.parents.get(numberAt(lib, dict, 'StructParent') ?? -1);
  return owner instanceof lib.PDFDict ? tree.of.get(owner) : undefined;
}

const GROUPS = new Set(['NonStruct', 'Div', 'Part']);

/** What an element holds; what only groups is looked through. */
export const within = ({ kids }: UaElement): UaElement[] =>
  kids.flatMap((kid) => (GROUPS.has(kid.role) ? within(kid) : [kid]));

/** What an element stands in; what only groups is looked through. */
export function around({ parent }: UaElement): UaElement | undefined {
  let at = parent;
  while (at && GROUPS.has(at.role)) at = at.parent;
  return at;
}
