// The way out of most trouble with YAML: the text in quotes, written out, so that it can be copied.

/** `put it in quotes: "…"`; a text that is not known, or too long to be read here, is left to the author. */
export function quoted(text: string | undefined): string {
  const mark = text?.includes('"') || text?.includes('\\') ? "'" : '"';
  if (text === undefined || text.length > MOST || text.includes(mark) || /[\r\n]/.test(text)) {
    return 'put the whole text in quotes';
  }
  return `put it in quotes: ${mark}${text}${mark}`;
}

const MOST = 60;

/**
 * The text on one line that begins at `start` and was meant to stand without quotes; undefined where it is not sure
 * where it ends: in brackets, before a comment, or when it goes on in the line below.
 */
export function plainTextAt(source: string, start: number): string | undefined {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const [line = '', ...below] = source.slice(lineStart, start + 2000).split('\n');
  const before = line.slice(0, start - lineStart);
  const text = line.slice(start - lineStart).trimEnd();
  if (!/^\s*(?:- +)*(?:[^\s[\]{}"'#:]+: +)?$/.test(before) || before.trim() === '') return undefined;
  if (text === '' || / #/.test(text) || /[,[{]$/.test(text)) return undefined;
  const next = below.find((one) => one.trim() !== '') ?? '';
  const indent = /^ *(?:- +)*/.exec(line)?.[0].length ?? 0;
  const goesOn = indentOf(next) >= indent && !/^\s*(?:- |[^\s:]+:(?:\s|$))/.test(next);
  return goesOn && next !== '' ? undefined : text;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
