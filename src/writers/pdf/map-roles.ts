import type { PDFDocument } from '@cantoo/pdf-lib';
import type { StructureElement } from './structure-tree.js';

// In: a structure tree with types of PDF 2.0, as Chromium writes it. Out: the same, with a role map that says which types of
// ISO 32000-1 (14.8.4) they come nearest to, as PDF/UA-1 (7.1) wants: readers of PDF 1.7 know no others.

type PdfLib = typeof import('@cantoo/pdf-lib');

const ROLES: Record<string, string> = {
  Aside: 'Sect',
  DocumentFragment: 'Part',
  Em: 'Span',
  FENote: 'Note',
  Strong: 'Span',
  Sub: 'Span',
  Title: 'P',
};

/** `elements`: all of the document. */
export function mapRoles(
  { PDFDict, PDFName }: PdfLib,
  document: PDFDocument,
  elements: readonly StructureElement[],
): void {
  const root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const types = new Set(elements.map(({ type }) => type));
  const used = Object.entries(ROLES).filter(([type]) => types.has(type));
  if (!root || used.length === 0) return;
  const map = root.lookupMaybe(PDFName.of('RoleMap'), PDFDict) ?? document.context.obj({});
  for (const [type, role] of used) map.set(PDFName.of(type), PDFName.of(role));
  root.set(PDFName.of('RoleMap'), map);
}
