import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { allElements, type StructureElement } from './structure-tree.js';
import { utf16 } from './utf16.js';

// In: a PDF's links. Out: the same, each saying in words what it is (/Contents), which PDF/UA-1 (7.18.5) asks for and screen
// readers read out: the words it stands under, else where it leads.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** `texts` are those of the page's links in order; they are used when there are as many as the PDF has. */
export function describeLinks(
  lib: PdfLib,
  document: PDFDocument,
  elements: readonly StructureElement[],
  texts: readonly string[],
): void {
  const { PDFArray, PDFDict, PDFHexString, PDFName } = lib;
  const links = elements.filter(({ type }) => type === 'Link');
  const known = links.length === texts.length ? texts : [];
  const words = new Map(
    links.flatMap((link, index) => annotationsOf(lib, link).map((one) => [one, known[index]] as const)),
  );
  for (const page of document.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
    for (let at = 0; at < (annotations?.size() ?? 0); at += 1) {
      const annotation = annotations?.lookupMaybe(at, PDFDict);
      if (annotation?.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
      const text = words.get(annotation)?.trim() || targetOf(lib, annotation);
      if (text) annotation.set(PDFName.of('Contents'), PDFHexString.of(utf16(`\uFEFF${text}`)));
    }
    // The order in which the tabulator goes through them is that of the structure (7.18.3).
    if (annotations) page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  }
}

/** A link over two lines has two, and they may hang from any element inside it. */
function annotationsOf({ PDFDict, PDFName }: PdfLib, link: StructureElement): PDFDict[] {
  return allElements([link]).flatMap(({ dict, kids }) =>
    kids.flatMap(({ object }) => {
      const kid = dict.context.lookup(object);
      const isReference = kid instanceof PDFDict && kid.get(PDFName.of('Type')) === PDFName.of('OBJR');
      return (isReference && kid.lookupMaybe(PDFName.of('Obj'), PDFDict)) || [];
    }),
  );
}

function targetOf(
  { PDFDict, PDFHexString, PDFName, PDFString }: PdfLib,
  annotation: PDFDict,
): string | undefined {
  const uri = annotation
    .lookupMaybe(PDFName.of('A'), PDFDict)
    ?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString);
  return uri?.decodeText().replace(/^(mailto|tel):/i, '');
}
