import type { Shown } from './interpret.js';

// In: what a page shows, in the order of its content stream. Out: lines of text, divided where a simple reader divides
// them. Why: such a reader knows where a piece of text begins but not how wide it is, so a wide step is a space to it,
// even inside a word. Measured on Debian's pypdf: the step is about seven and a half spaces.

const STEP_OF_SPACES = 7.5;
/** The share of the type size by which text must move up or down to be on another line. */
const NEW_LINE = 0.3;

export function naiveLines(shown: readonly Shown[]): string[] {
  let text = '';
  let before: Shown | undefined;
  for (const piece of shown) {
    const { y, step, size, space } = piece;
    if (before && Math.abs(y - before.y) > NEW_LINE * Math.max(size, 1)) text += '\n';
    else if (before && step > STEP_OF_SPACES * space * size && !/\s$/.test(text)) text += ' ';
    text += piece.text;
    before = piece;
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
