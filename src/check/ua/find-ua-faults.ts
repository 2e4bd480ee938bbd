import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { checkAnnotations, checkAttachments } from './check-annotations.js';
import { checkContent } from './check-content.js';
import { checkDocument } from './check-document.js';
import { checkElements } from './check-elements.js';
import { checkFonts } from './check-fonts.js';
import { checkNesting } from './check-nesting.js';
import { checkTables } from './check-tables.js';
import { structureRoot } from './entries.js';
import { readTree } from './read-tree.js';
import type { UaFault } from './ua-fault.js';
import type { Shown } from './watch-text.js';

type PdfLib = typeof import('@cantoo/pdf-lib');

/**
 * Where a PDF breaks what a machine can judge of PDF/UA-1 (ISO 14289-1); docs/accessibility.md lists what that is. None for
 * a file that may claim to follow it. It shares no code with what writes PDFs. Of a file without a structure tree
 * only that is told.
 */
export function findUaFaults(lib: PdfLib, document: PDFDocument): UaFault[] {
  if (!structureRoot(lib, document)) {
    return [{ rule: 'untagged', clause: '7.1-11', place: 'no structure tree' }];
  }
  const tree = readTree(lib, document);
  const shown = new Map<PDFDict, Shown>();
  return [
    ...checkDocument(lib, document, tree),
    ...tree.faults,
    ...checkNesting(tree),
    ...checkTables(lib, tree),
    ...checkElements(lib, tree),
    ...checkContent(lib, document, tree, shown),
    ...checkFonts(lib, shown),
    ...checkAnnotations(lib, document, tree),
    ...checkAttachments(lib, document),
  ];
}
