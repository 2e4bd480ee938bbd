import type { Run } from './blocks.js';

// The runs of one paragraph → the same runs with the white space a browser shows (https://www.w3.org/TR/css-text-3/
// #white-space-rules): however a template is indented, Word and text get what the page shows.

/** Runs of white space are one space, none at the ends or beside a break; a break that ends it all adds no line. */
export function foldSpaces(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let atStart = true;
  for (const run of runs) {
    if (run.type === 'text') {
      // One space alone is one already.
      const folded = run.text.replaceAll(/[ \t\r\n\f]{2,}|[\t\r\n\f]/g, ' ');
      const text: string = atStart ? folded.replace(/^ /, '') : folded;
      if (text === '') continue;
      out.push({ ...run, text });
      atStart = text.endsWith(' ');
    } else {
      if (run.type === 'break') trimEnd(out);
      out.push(run);
      atStart = run.type === 'break';
    }
  }
  trimEnd(out);
  if (out.at(-1)?.type === 'break') out.pop();
  return out;
}

function trimEnd(runs: Run[]): void {
  const last = runs.at(-1);
  if (last?.type !== 'text') return;
  last.text = last.text.replace(/ $/, '');
  if (last.text === '') runs.pop();
}
