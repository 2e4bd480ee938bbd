import type { PDFDict, PDFDocument, PDFObject, PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { decodeStream } from './decode-stream.js';
import { markArtifacts } from './mark-artifacts.js';
import { type Operator, readOperators } from './read-operators.js';
import { releaseContents } from './release-contents.js';
import { parentsOn } from './structure-tree.js';
import { writeOperators } from './write-operators.js';

// In: a page on which something is painted as a form (ISO 32000-1, 8.10), as Chromium does with all that is half
// transparent. Out: the same, with the marks inside the form known as the form's own. Chromium numbers them as if they
// stood on the page, and by the standard (14.7.4.4) nobody finds them there.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** `tree` is the document's parent tree as it was read. */
export function adoptForms(
  lib: PdfLib,
  document: PDFDocument,
  page: PDFPage,
  tree: ReadonlyMap<number, PDFObject>,
): void {
  const done = new Set<PDFRef>();
  const visit = (resources: PDFDict | undefined): void => {
    for (const [ref, form] of formsIn(lib, resources)) {
      if (done.has(ref)) continue;
      done.add(ref);
      const inner = form.dict.lookupMaybe(lib.PDFName.of('Resources'), lib.PDFDict);
      const holdsForms = formsIn(lib, inner).length > 0;
      const content = decodeStream(lib, form);
      const numbers = Array.from(content.matchAll(/\/MCID\s+(\d+)/g), ([, number]) => Number(number));
      if (numbers.length > 0) {
        const operators = readOperators(content);
        const marked = operators && markArtifacts(operators, () => holdsForms);
        const released = marked?.released ?? [];
        releaseContents(lib, document, page, tree, released);
        if (marked) document.context.assign(ref, rewritten(lib, form, marked.operators));
        const kept = numbers.filter((number) => !released.includes(number));
        adopt(lib, document, { page, tree, ref, numbers: kept });
      }
      visit(inner);
    }
  };
  visit(page.node.Resources());
}

function formsIn(
  { PDFDict, PDFName, PDFRawStream, PDFRef }: PdfLib,
  resources: PDFDict | undefined,
): [PDFRef, PDFRawStream][] {
  const objects = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict);
  return (objects?.entries() ?? []).flatMap(([name, ref]): [PDFRef, PDFRawStream][] => {
    const object = objects?.lookup(name);
    if (!(ref instanceof PDFRef) || !(object instanceof PDFRawStream)) return [];
    return object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form') ? [[ref, object]] : [];
  });
}

function rewritten({ PDFName }: PdfLib, form: PDFRawStream, operators: readonly Operator[]): PDFRawStream {
  const stream = form.dict.context.stream(Buffer.from(writeOperators(operators), 'latin1'));
  for (const [key, value] of form.dict.entries()) {
    if (key !== PDFName.of('Filter') && key !== PDFName.of('Length')) stream.dict.set(key, value);
  }
  return stream;
}

interface Adoption {
  page: PDFPage;
  tree: ReadonlyMap<number, PDFObject>;
  ref: PDFRef;
  numbers: readonly number[];
}

/** The form gets a row of the parent tree, and the elements name the form. The page's row stays: some readers go by it. */
function adopt(lib: PdfLib, document: PDFDocument, { page, tree, ref, numbers }: Adoption): void {
  const { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRawStream } = lib;
  const { context } = document;
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const rows = root
    ?.lookupMaybe(PDFName.of('ParentTree'), PDFDict)
    ?.lookupMaybe(PDFName.of('Nums'), PDFArray);
  const form = context.lookup(ref);
  const parents = parentsOn(lib, page, tree);
  if (!root || !rows || !parents || !(form instanceof PDFRawStream)) return;
  // Rows are in the order of their keys.
  const key = rows.size() < 2 ? 0 : rows.lookup(rows.size() - 2, PDFNumber).asNumber() + 1;
  const row = Array.from({ length: Math.max(-1, ...numbers) + 1 }, (): PDFObject => PDFNull);
  for (const number of numbers) {
    const owner = number < parents.size() ? parents.lookupMaybe(number, PDFDict) : undefined;
    const kids = owner?.lookup(PDFName.of('K'));
    if (!owner) continue;
    row[number] = parents.get(number);
    const reference = context.obj({ Type: 'MCR', Pg: page.ref, Stm: ref, MCID: number });
    const isIt = (kid: PDFObject | undefined) => kid instanceof PDFNumber && kid.asNumber() === number;
    if (kids instanceof PDFArray) {
      for (const [at, kid] of kids.asArray().entries()) if (isIt(kid)) kids.set(at, reference);
    } else if (isIt(kids)) owner.set(PDFName.of('K'), reference);
  }
  rows.push(PDFNumber.of(key));
  rows.push(context.register(context.obj(row)));
  form.dict.set(PDFName.of('StructParents'), PDFNumber.of(key));
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(key + 1));
}
