import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';

// In: what pdf.js found in a page's content stream. Out: pieces of text, each with the marked content it
// belongs to. Why: margin boxes and decoration are painted like any other text; only the marks around it tell
// them apart.

/** Consecutive pieces touch: spaces and line ends ('\n') are part of the text. */
export interface Piece {
  text: string;
  /** The marked content the structure tree may know; absent on page furniture. */
  id?: string;
}

const ARTIFACT = 'Artifact';

export function readPieces(items: readonly (TextItem | TextMarkedContent)[]): Piece[] {
  return readMarked(items).flatMap(({ item, id }) => {
    const text = item.hasEOL ? `${item.str}\n` : item.str;
    if (text === '') return [];
    return [id === undefined ? { text } : { text, id }];
  });
}

/** Every text that was painted, with the marked content it belongs to. */
export function readMarked(
  items: readonly (TextItem | TextMarkedContent)[],
): { item: TextItem; id: string | undefined }[] {
  const found: { item: TextItem; id: string | undefined }[] = [];
  /** For each mark that is open, what text inside it belongs to. */
  const marks: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const id = marks.at(-1);
      found.push({ item, id: id === ARTIFACT ? undefined : id });
    } else if (item.type === 'endMarkedContent') marks.pop();
    else if (marks.at(-1) === ARTIFACT || isArtifact(item)) marks.push(ARTIFACT);
    // A mark without an id, such as a Span around one letter, belongs to what is around it.
    else marks.push(item.id ?? marks.at(-1));
  }
  return found;
}

/** The types of pdf.js leave the tag out. */
function isArtifact(mark: TextMarkedContent & { tag?: string }): boolean {
  return mark.tag === ARTIFACT;
}
