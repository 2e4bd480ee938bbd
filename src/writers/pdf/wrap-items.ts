import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { readParentTree, type StructureElement } from './structure-tree.js';

// In: list items that hold their label and, beside it, whatever the page's items hold. Out: items of a label and a body
// (ISO 32000-1, 14.8.4.3.3), the only two an item may hold. Chromium knows no LBody.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** `elements`: all of the document. Leaves each element's own list of kids as it was read. */
export function wrapItems(lib: PdfLib, document: PDFDocument, elements: readonly StructureElement[]): void {
  const { PDFName } = lib;
  const { context } = document;
  for (const { ref, dict, kids } of elements.filter(({ type }) => type === 'LI')) {
    const labels = kids.filter(({ element }) => element?.type === 'Lbl');
    const rest = kids.filter(({ element }) => element?.type !== 'Lbl');
    if (rest.length === 0 || rest.some(({ element }) => element?.type === 'LBody')) continue;
    const body = context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: rest.map(({ object }) => object) });
    // Numbered contents count from the page their element names.
    const page = dict.get(PDFName.of('Pg'));
    if (page) body.set(PDFName.of('Pg'), page);
    const bodyRef = context.register(body);
    for (const { element } of rest) element?.dict.set(PDFName.of('P'), bodyRef);
    dict.set(PDFName.of('K'), context.obj([...labels.map(({ object }) => object), bodyRef]));
    const own = rest.filter(({ element }) => element === undefined).map(({ object }) => object);
    if (own.length > 0) moveContents(lib, document, { from: ref, to: bodyRef });
  }
}

/** What belonged to one element belongs to another. Labels are elements with contents of their own. */
function moveContents(
  lib: PdfLib,
  document: PDFDocument,
  { from, to }: { from: PDFObject; to: PDFObject },
): void {
  for (const row of readParentTree(lib, document).values()) {
    if (!(row instanceof lib.PDFArray)) continue;
    for (const [at, parent] of row.asArray().entries()) if (parent === from) row.set(at, to);
  }
}
