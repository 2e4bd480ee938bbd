import {
  BACKSLASH,
  CLOSE,
  ENDS_LINE,
  ENDS_WORD,
  IS_DELIMITER,
  IS_NUMERIC,
  IS_SPACE,
  keyOf,
  LESS,
  LONGEST_NAME,
  OPEN,
  PERCENT,
  SLASH,
} from '../pdf-characters.js';

// In: a content stream, one character a byte. Out: what in it marks content and what paints (ISO 32000-1, 7.8.2), in order.
// All else, which is most of it, is skipped; a stream that is damaged is read as far as it makes sense.

/** Words that are operands. */
const VALUES = new Set(['true', 'false', 'null']);
const PICTURE = keyOf('BI', 0, 2);

/**
 * Gives `take` each operator that is `wanted`, and what stands before it, as it is written. The names it gives are the very
 * strings of `wanted`, which are quickly compared.
 */
export function readMarks(
  content: string,
  wanted: readonly string[],
  take: (operator: string, operands: string) => void,
): void {
  const names = new Map(wanted.map((name) => [keyOf(name, 0, name.length), name]));
  /** Where the first operand begins, if there is one, and the last one ends. */
  let start: number | undefined;
  let last = 0;
  let at = 0;
  while (at < content.length) {
    const first = content.charCodeAt(at);
    if (IS_SPACE[first]) at += 1;
    else if (first === PERCENT) at = endOfLine(content, at);
    else if (IS_DELIMITER[first] || IS_NUMERIC[first]) {
      start ??= at;
      last = endOfOperand(content, at);
      at = last;
    } else {
      const end = endOfWord(content, at);
      if (end - at > LONGEST_NAME && VALUES.has(content.slice(at, end))) {
        start ??= at;
        last = end;
        at = end;
        continue;
      }
      const key = end - at > LONGEST_NAME ? undefined : keyOf(content, at, end);
      const operator = key === undefined ? undefined : names.get(key);
      if (operator !== undefined) take(operator, start === undefined ? '' : content.slice(start, last));
      at = key === PICTURE ? endOfPicture(content, end) : end;
      start = undefined;
    }
  }
}

/** Of brackets, only where each of them ends. */
function endOfOperand(content: string, from: number): number {
  const first = content.charCodeAt(from);
  if (first === SLASH || IS_NUMERIC[first]) return endOfWord(content, from + 1);
  if (first === OPEN) return endOfString(content, from);
  if (first === LESS && content.charCodeAt(from + 1) !== LESS) return endAfter(content, '>', from);
  return from + 1;
}

function endOfWord(content: string, from: number): number {
  let at = from;
  while (at < content.length && !ENDS_WORD[content.charCodeAt(at)]) at += 1;
  return at;
}

function endAfter(content: string, sign: string, from: number): number {
  const end = content.indexOf(sign, from);
  return end < 0 ? content.length : end + sign.length;
}

function endOfLine(content: string, from: number): number {
  let at = from;
  while (at < content.length && !ENDS_LINE[content.charCodeAt(at)]) at += 1;
  return at;
}

/** Parentheses nest, and a backslash takes what follows along. */
function endOfString(content: string, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at += 1) {
    const letter = content.charCodeAt(at);
    if (letter === BACKSLASH) at += 1;
    else if (letter === OPEN) depth += 1;
    else if (letter === CLOSE && depth === 1) return at + 1;
    else if (letter === CLOSE) depth -= 1;
  }
  return content.length;
}

/** `BI … ID … EI`: pixels, in which anything may look like an operator. */
const endOfPicture = (content: string, from: number): number =>
  endAfter(content, 'EI', endAfter(content, 'ID', from));
