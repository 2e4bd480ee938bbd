import { attributeAt } from './attributes.js';
import { textAt } from './entries.js';
import { type UaElement, type UaTree, within } from './read-tree.js';
import type { UaFault } from './ua-fault.js';

// ISO 14289-1, 7.2 and 7.5: the cells of a table fill it, each at one place, and whoever hears a cell can know what stands
// above it.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** Larger tables are no table, and may be meant to keep a checker busy. */
const MAX_PLACES = 1_000_000;

export function checkTables(lib: PdfLib, tree: UaTree): UaFault[] {
  const tables = tree.elements.filter(({ role }) => role === 'Table');
  if (tables.length === 0) return [];
  const ids = new Set(tree.elements.map(({ dict }) => textAt(lib, dict, 'ID')));
  return tables.flatMap((table, index) => {
    const rows = rowsOf(table).map((row) => within(row).filter(({ role }) => role === 'TH' || role === 'TD'));
    const fault = (clause: string, what: string): UaFault => ({
      rule: 'ua-table',
      clause,
      place: `table ${index + 1}: ${what}`,
    });
    const laid = layOut(lib, tree, rows);
    return laid.wrong ? [fault(...laid.wrong)] : checkHeaders(lib, tree, laid.cells, ids, fault);
  });
}

const GROUPS = new Set(['THead', 'TBody', 'TFoot']);
const rowsOf = (table: UaElement): UaElement[] =>
  within(table).flatMap((kid) =>
    GROUPS.has(kid.role) ? within(kid).filter(({ role }) => role === 'TR') : kid.role === 'TR' ? [kid] : [],
  );

interface Cell {
  element: UaElement;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

interface LaidOut {
  cells: Cell[];
  /** The clause, and what breaks it: the first thing, for all behind it is out of place. */
  wrong?: [clause: string, what: string];
}

/** Each cell takes the first free place of its row, and those that it spans. */
function layOut(lib: PdfLib, tree: UaTree, rows: readonly UaElement[][]): LaidOut {
  const span = (element: UaElement, key: string) => spanOf(lib, tree, element, key);
  const width = (rows[0] ?? []).reduce((sum, cell) => sum + span(cell, 'ColSpan'), 0);
  const cells: Cell[] = [];
  if (rows.length * width > MAX_PLACES) return { cells };
  const taken = new Set<number>();
  for (const [row, elements] of rows.entries()) {
    for (const element of elements) {
      let column = 0;
      while (column < width && taken.has(row * width + column)) column += 1;
      const cell = {
        element,
        row,
        column,
        rows: span(element, 'RowSpan'),
        columns: span(element, 'ColSpan'),
      };
      const place = `row ${row + 1}`;
      if (column + cell.columns > width) return { cells, wrong: ['7.2-42', `${place} has too many cells`] };
      if (row + cell.rows > rows.length) return { cells, wrong: ['7.2-41', `a cell of ${place} ends below`] };
      for (const at of placesOf(cell, width)) {
        if (taken.has(at)) return { cells, wrong: ['7.2-15', `cells of ${place} overlap`] };
        taken.add(at);
      }
      cells.push(cell);
    }
    const isFull = Array.from({ length: width }, (_, column) => taken.has(row * width + column)).every(
      Boolean,
    );
    if (!isFull && elements.length > 0)
      return { cells, wrong: ['7.2-43', `row ${row + 1} has too few cells`] };
  }
  return { cells };
}

const placesOf = ({ row, column, rows, columns }: Cell, width: number): number[] =>
  Array.from({ length: rows * columns }, (_, index) => {
    return (row + Math.floor(index / columns)) * width + column + (index % columns);
  });

function spanOf(lib: PdfLib, { classes }: UaTree, { dict }: UaElement, key: string): number {
  const span = attributeAt(lib, { dict, classes }, 'Table', key);
  return span instanceof lib.PDFNumber && span.asNumber() >= 0 ? Math.floor(span.asNumber()) : 1;
}

/** Where a header does not say what it is the header of, its cells have to name it. */
function checkHeaders(
  lib: PdfLib,
  { classes }: UaTree,
  cells: readonly Cell[],
  ids: ReadonlySet<string | undefined>,
  fault: (clause: string, what: string) => UaFault,
): UaFault[] {
  const scopes = cells.flatMap(({ element: { dict, role }, ...place }) => {
    const scope = attributeAt(lib, { dict, classes }, 'Table', 'Scope');
    return role === 'TH' ? [{ ...place, scope: scope instanceof lib.PDFName ? scope.decodeText() : '' }] : [];
  });
  if (scopes.every(({ scope }) => /^(Row|Column|Both)$/.test(scope))) return [];
  for (const cell of cells) {
    if (cell.element.role !== 'TD') continue;
    const named = namesOf(lib, attributeAt(lib, { dict: cell.element.dict, classes }, 'Table', 'Headers'));
    const place = `the cell in row ${cell.row + 1}, column ${cell.column + 1}`;
    const isBelow = scopes.some(
      ({ scope, row, rows, column, columns }) =>
        (scope !== 'Row' && scope !== '' && overlap(column, columns, cell.column, cell.columns)) ||
        (scope !== 'Column' && scope !== '' && overlap(row, rows, cell.row, cell.rows)),
    );
    if (isBelow || (named.length > 0 && named.every((id) => ids.has(id)))) continue;
    if (named.length === 0) return [fault('7.5-1', `${place} has no header`)];
    return [fault('7.5-2', `${place} names headers that are not there`)];
  }
  return [];
}

const overlap = (a: number, length: number, b: number, other: number): boolean =>
  a < b + other && b < a + length;

function namesOf({ PDFArray, PDFHexString, PDFString }: PdfLib, headers: unknown): string[] {
  const list = headers instanceof PDFArray ? headers.asArray() : [];
  return list.flatMap((one) =>
    one instanceof PDFString || one instanceof PDFHexString ? [one.decodeText()] : [],
  );
}
