import { BACKSLASH, CLOSE, ENDS_WORD, IS_SPACE, OPEN } from '../../check/pdf-characters.js';

// A place in a PDF, or in a content stream of one, one character a byte → where what begins there ends (ISO 32000-1, 7.2 and 7.3).

export function endOfSpace(text: string, from: number): number {
  let at = from;
  while (IS_SPACE[text.charCodeAt(at)]) at += 1;
  return at;
}

/** Of a name behind its slash, a number, an operator. */
export function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && !ENDS_WORD[text.charCodeAt(at)]) at += 1;
  return at;
}

/** From one parenthesis to behind the other. They nest, and a backslash takes what follows along. */
export function endOfString(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === BACKSLASH) at += 1;
    else if (letter === OPEN) depth += 1;
    else if (letter === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return undefined;
}
