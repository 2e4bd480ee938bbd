import type { PDFDocument, PDFObject, PDFPage } from '@cantoo/pdf-lib';
import { parentsOn } from './structure-tree.js';

type PdfLib = typeof import('@cantoo/pdf-lib');

/**
 * Takes contents of a page out of the structure tree, by their numbers: the elements they belonged to forget them, and the
 * parent tree (`tree`) leads nowhere from them.
 */
export function releaseContents(
  lib: PdfLib,
  document: PDFDocument,
  page: PDFPage,
  tree: ReadonlyMap<number, PDFObject>,
  numbers: readonly number[],
): void {
  const { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber } = lib;
  const parents = parentsOn(lib, page, tree);
  for (const number of numbers) {
    const owner = parents && number < parents.size() ? parents.lookupMaybe(number, PDFDict) : undefined;
    if (!owner) continue;
    parents?.set(number, PDFNull);
    // A number counts on the page that its element names; a reference names the page itself.
    const isIt = (kid: PDFObject | undefined): boolean => {
      if (kid instanceof PDFNumber) {
        return kid.asNumber() === number && owner.get(PDFName.of('Pg')) === page.ref;
      }
      if (!(kid instanceof PDFDict) || kid.get(PDFName.of('Pg')) !== page.ref) return false;
      return kid.lookup(PDFName.of('MCID'))?.toString() === String(number);
    };
    const kids = owner.lookup(PDFName.of('K'));
    if (kids instanceof PDFArray) {
      const rest = kids.asArray().filter((kid) => !isIt(document.context.lookup(kid)));
      owner.set(PDFName.of('K'), document.context.obj(rest));
    } else if (isIt(kids)) owner.delete(PDFName.of('K'));
  }
}
