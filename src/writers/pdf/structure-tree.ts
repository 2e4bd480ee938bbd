import type { PDFArray, PDFDict, PDFDocument, PDFObject, PDFPage, PDFRef } from '@cantoo/pdf-lib';

// A PDF's structure tree (ISO 32000-1, 14.7) as the steps that mend it need it: elements in reading order, and the table
// that leads from a page's content back to them. All of it is the file's own objects, to be changed in place.

type PdfLib = typeof import('@cantoo/pdf-lib');

export interface StructureElement {
  ref: PDFRef;
  dict: PDFDict;
  /** Its type as written: `P`, `Strong`. */
  type: string;
  /** As they stand in /K; the elements among them are read. */
  kids: { object: PDFObject; element?: StructureElement }[];
}

/** The elements below the root; none where there is no tree. Chromium writes every element as an object of its own. */
export function readStructureTree(lib: PdfLib, document: PDFDocument): StructureElement[] {
  const root = document.catalog.lookupMaybe(lib.PDFName.of('StructTreeRoot'), lib.PDFDict);
  return root ? kidsOf(lib, root).flatMap(({ element }) => element ?? []) : [];
}

function kidsOf(lib: PdfLib, dict: PDFDict): StructureElement['kids'] {
  const { PDFArray, PDFDict, PDFName, PDFRef } = lib;
  const [K, S] = [PDFName.of('K'), PDFName.of('S')];
  const read = (dict: PDFDict): StructureElement['kids'] => {
    const kids = dict.lookup(K);
    const objects = kids instanceof PDFArray ? kids.asArray() : [dict.get(K) ?? []].flat();
    return objects.map((object) => {
      const kid = object instanceof PDFRef ? dict.context.lookup(object) : undefined;
      const type = kid instanceof PDFDict ? kid.lookup(S) : undefined;
      if (!(object instanceof PDFRef && kid instanceof PDFDict && type instanceof PDFName)) return { object };
      return { object, element: { ref: object, dict: kid, type: type.asString().slice(1), kids: read(kid) } };
    });
  };
  return read(dict);
}

/** Every element, in reading order. */
export function allElements(elements: readonly StructureElement[]): StructureElement[] {
  const all: StructureElement[] = [];
  const add = (one: StructureElement): void => {
    all.push(one);
    for (const { element } of one.kids) if (element) add(element);
  };
  for (const one of elements) add(one);
  return all;
}

/** The entries of the parent tree (ISO 32000-1, 14.7.4.4): for a page its contents' elements, for an annotation its own. */
export function readParentTree(lib: PdfLib, document: PDFDocument): Map<number, PDFObject> {
  const { PDFArray, PDFDict, PDFName, PDFNumber } = lib;
  const entries = new Map<number, PDFObject>();
  const visit = (node: PDFDict | undefined): void => {
    const numbers = node?.lookupMaybe(PDFName.of('Nums'), PDFArray);
    for (let at = 0; at + 1 < (numbers?.size() ?? 0); at += 2) {
      const value = numbers?.lookup(at + 1);
      if (value) entries.set(numbers?.lookup(at, PDFNumber).asNumber() ?? 0, value);
    }
    const kids = node?.lookupMaybe(PDFName.of('Kids'), PDFArray);
    for (let at = 0; at < (kids?.size() ?? 0); at += 1) visit(kids?.lookupMaybe(at, PDFDict));
  };
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  visit(root?.lookupMaybe(PDFName.of('ParentTree'), PDFDict));
  return entries;
}

/** The elements of a page's contents, by the contents' numbers. */
export function parentsOn(
  { PDFArray, PDFName, PDFNumber }: PdfLib,
  page: PDFPage,
  tree: ReadonlyMap<number, PDFObject>,
): PDFArray | undefined {
  const key = page.node.lookupMaybe(PDFName.of('StructParents'), PDFNumber)?.asNumber();
  const parents = key === undefined ? undefined : tree.get(key);
  return parents instanceof PDFArray ? parents : undefined;
}
