import type { Word } from '../../src/check/reading.js';

/** Words as a reader finds them: `open-|source` ends a line after the hyphen. */
export function brokenLines(text: string): Word[] {
  return text.split(/\s+/).flatMap((piece) => {
    const lines = piece.split('|');
    return lines.map((line, i) => (i < lines.length - 1 ? { text: line, endsLine: true } : { text: line }));
  });
}
