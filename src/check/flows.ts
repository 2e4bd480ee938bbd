import type { Sheet } from './sheet.js';
import type { Structure } from './structure.js';

// In: the pages of a PDF. Out: the same, but where a column stands beside the text, its parts come after those of the
// text. Why: on two pages a column is painted after the first page's text, and yet nobody reads it in the middle of a job.
// What is read on from one page to the next, the structure tree says.

/** Sheets in the order of reading: where there is a column, each page is two. */
export function readFlows(sheets: readonly Sheet[]): Sheet[] {
  const parted = sheets.map(({ structure }) => structure.beside.size > 0);
  // A section that other text follows is no column, but a part of the text.
  if (!parted.includes(true) || !sheets.every(({ structure }) => endsBeside(structure))) return [...sheets];
  return [false, true].flatMap((beside) =>
    sheets.map((sheet) => keep(sheet, (id) => sheet.structure.beside.has(id) === beside)).filter(hasText),
  );
}

const hasText = ({ pieces }: Sheet): boolean => pieces.some(({ id }) => id !== undefined);

function endsBeside({ contents, beside }: Structure): boolean {
  const first = contents.findIndex((id) => beside.has(id));
  return first < 0 || contents.slice(first).every((id) => beside.has(id));
}

function keep(sheet: Sheet, isHere: (id: string) => boolean): Sheet {
  const { pieces, structure } = sheet;
  return {
    ...sheet,
    pieces: pieces.filter(({ id }) => id === undefined || isHere(id)),
    structure: {
      ...structure,
      parts: structure.parts.filter(({ contents: [first] }) => first === undefined || isHere(first)),
      contents: structure.contents.filter(isHere),
    },
  };
}
