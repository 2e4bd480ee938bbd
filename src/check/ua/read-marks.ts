import {
  BACKSLASH,
  CLOSE,
  ENDS_LINE,
  ENDS_WORD,
  IS_DELIMITER,
  IS_NUMERIC,
  IS_SPACE,
  LESS,
  OPEN,
  PERCENT,
  SLASH,
} from '../pdf-characters.js';

// In: a content stream, one character a byte. Out: what in it marks content and what paints (ISO 32000-1, 7.8.2), in order.
// All else, which is most of it, is skipped; a stream that is damaged is read as far as it makes sense.

/** Words that are operands. */
const VALUES = new Set(['true', 'false', 'null']);

/** Gives `take` each operator that is `wanted`, and what stands before it, as it is written. */
export function readMarks(
  content: string,
  wanted: ReadonlySet<string>,
  take: (operator: string, operands: string) => void,
): void {
  let start = 0;
  let at = 0;
  while (at < content.length) {
    const first = content.charCodeAt(at);
    if (IS_SPACE[first]) at += 1;
    else if (first === OPEN) at = endOfString(content, at);
    else if (first === LESS && content.charCodeAt(at + 1) !== LESS) at = endAfter(content, '>', at);
    else if (first === PERCENT) at = endOfLine(content, at);
    else if (first === SLASH || IS_NUMERIC[first]) at = endOfWord(content, at + 1);
    else if (IS_DELIMITER[first]) at += 1;
    else {
      const end = endOfWord(content, at);
      const operator = content.slice(at, end);
      if (wanted.has(operator)) take(operator, content.slice(start, at).trim());
      at = operator === 'BI' ? endOfPicture(content, end) : end;
      if (!VALUES.has(operator)) start = at;
    }
  }
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
