import { styleText } from 'node:util';
import { clip } from './clip.js';
import type { Diagnostic } from './diagnostic.js';

/**
 * A diagnostic as a code frame for people: what, where, the line itself with the span underlined, the way out.
 * `source` is the text of the file; without it (or without a place) the frame is left out.
 */
export function frame(diagnostic: Diagnostic, source: string | undefined, colour: boolean): string {
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const tone = diagnostic.severity === 'error' ? 'red' : 'yellow';
  const { place, suggestion } = diagnostic;
  const head = `${paint([tone, 'bold'], diagnostic.severity)}${paint('bold', `: ${printable(diagnostic.message)}`)} ${paint('dim', `[${diagnostic.rule}]`)}`;
  const hint = suggestion ? paint('cyan', printable(suggestion)) : '';
  const file = printable(diagnostic.file);
  const where = place ? `${file}:${place.line}:${place.column}` : file;
  const [before = '', line] = place && source !== undefined ? linesTo(place.line, source) : [];
  if (!place || line === undefined) {
    return [head, `  --> ${where}`, ...(hint ? [`  ${hint}`] : [])].join('\n');
  }

  const width = String(place.line).length;
  const gutter = (number: number | '', text: string) =>
    `${paint('dim', `${String(number).padStart(width)} |`)}${text ? ` ${text}` : ''}`;
  const shown = window(printable(line), place.column, place.length);
  const above = printable(before);
  const fits =
    shown.from + shown.length + columns(suggestion ?? '') < WIDTH || (suggestion ?? '').length < 50;
  return [
    head,
    `${' '.repeat(width)}--> ${where}`,
    ...(above.trim() ? [gutter(place.line - 1, clip(above, WIDTH))] : []),
    gutter(place.line, shown.text),
    gutter(
      '',
      `${' '.repeat(shown.from)}${paint(tone, '^'.repeat(shown.length))}${fits && hint ? ` ${hint}` : ''}`,
    ),
    ...(fits ? [] : folded(printable(suggestion ?? '')).map((part) => gutter('', paint('cyan', part)))),
  ].join('\n');
}

/** A line, counted from 1, after the one above it; found without dividing the whole file, for each of many findings. */
function linesTo(number: number, source: string): [above: string, line: string | undefined] {
  let [start, above] = [0, 0];
  for (let count = 1; count < number; count++) {
    const end = source.indexOf('\n', start);
    if (end === -1) return ['', undefined];
    [above, start] = [start, end + 1];
  }
  const end = source.indexOf('\n', start);
  const clean = (line: string) => line.replace(/^\uFEFF|\r?\n?$/g, '');
  return [clean(source.slice(above, start)), clean(source.slice(start, end === -1 ? undefined : end))];
}

const WIDTH = 96;

/** The part of a long line that shows the span; `from` and `length` are columns of the terminal. */
function window(
  line: string,
  column: number,
  length: number,
): { text: string; from: number; length: number } {
  const start = column - 1 > WIDTH - 24 ? column - 1 - 24 : 0;
  const text = `${start > 0 ? '…' : ''}${clip(line.slice(start), WIDTH)}`;
  const from = column - 1 - start + (start > 0 ? 1 : 0);
  const end = Math.max(from + 1, Math.min(from + length, text.length));
  return {
    text,
    from: columns(text.slice(0, from)),
    length: Math.max(1, columns(text.slice(from, end))),
  };
}

/** What a terminal may be sent: one space for a tab, so that the carets stand right, and no control character. */
export const printable = (text: string): string =>
  text.replaceAll(/\p{Cc}/gu, (char) => (char === '\t' || char === '\n' ? ' ' : '\ufffd'));

/** A long suggestion in lines of its own, divided between words. */
function folded(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && columns(longer) <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** How many columns a text takes: East Asian letters and pictures two, what joins or accents another none. */
const columns = (text: string): number =>
  [...text.replaceAll(/\p{M}|\p{Cf}/gu, '').replaceAll(WIDE, '  ')].length;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/gu;
