import { columnsOf } from '../writers/columns.js';
import type { Reading, Word } from './reading.js';
import { splitWords } from './words.js';

// In: plain text as we write it. Out: its words and headings. Why: nothing but the lines says what is what, so a
// heading is what is underlined, and the name what comes first.

/** Chinese and Japanese go on in the next line without a space, and so does what stands beside them. */
const SQUARE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u30ff\\uff00-\\uffef]';
const SQUARE_AROUND = new RegExp(`${SQUARE}\n|\n${SQUARE}`, 'u');

export function readTxt(text: string): Reading {
  const lines = text.split('\n');
  /** Whether a heading stands above it: a line of dashes by itself may be the author's. */
  const isRule = (index: number) =>
    /^-+$/.test(lines[index] ?? '') &&
    lines[index]?.length === Math.min(columnsOf(lines[index - 1] ?? ''), 72);
  const words = lines.flatMap((line, index) => {
    if (isRule(index)) return [];
    const found: Word[] = splitWords(line).map((word) => ({ text: word }));
    const last = found.at(-1);
    if (last && SQUARE_AROUND.test(`${last.text}\n${lines[index + 1]?.trimStart() ?? ''}`))
      last.endsLine = true;
    return found;
  });
  const headings = lines.flatMap((line, index) => {
    if (index === 0 && line !== '') return [{ level: 1, text: line }];
    return isRule(index + 1) ? [{ level: 2, text: line }] : [];
  });
  return { words, headings, links: [] };
}
