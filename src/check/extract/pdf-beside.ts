import type { PdfLine } from './pdf-lines.js';

// In: the lines of a page. Out: those that stand beside other text. Why: readers that go by the eye read across columns.

/** A date, a place, a page number beside a title is usual; more words than these are a column. */
const USUAL_WORDS = 5;

/** Every line is held against those before it. */
const MAX_LINES = 500;

export function linesBeside(page: readonly PdfLine[]): string[] {
  return page
    .filter(({ furniture }) => !furniture)
    .slice(0, MAX_LINES)
    .flatMap((line, index, lines) => {
      const [, ...cells] = line.text.split('\t');
      const across = cells.filter((cell) => cell.split(/\s+/).length > USUAL_WORDS);
      const neighbour = lines
        .slice(0, index)
        .find(
          (other) =>
            Math.abs(other.y - line.y) < line.size &&
            (other.right + line.size < line.x || line.right + line.size < other.x) &&
            (line.block === undefined || other.block !== line.block),
        );
      return neighbour ? [line.text] : across;
    });
}
