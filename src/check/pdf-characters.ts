// The characters that PDF's syntax is made of (ISO 32000-1, 7.2.2 and 7.3.3), by their codes. Its readers, which otherwise
// share nothing, look at every byte of a page: so the kinds are tables to look a code up in, and the signs plain numbers.

export const PERCENT = 0x25;
export const OPEN = 0x28;
export const CLOSE = 0x29;
export const SLASH = 0x2f;
export const LESS = 0x3c;
export const GREATER = 0x3e;
export const OPEN_BRACKET = 0x5b;
export const BACKSLASH = 0x5c;
export const CLOSE_BRACKET = 0x5d;

const SPACES = '\0\t\n\f\r ';
const DELIMITERS = '()<>[]{}/%';

export const IS_SPACE = tableOf(SPACES);
export const ENDS_LINE = tableOf('\n\r');
export const IS_DELIMITER = tableOf(DELIMITERS);
/** Names, numbers and operators go on until one of these. */
export const ENDS_WORD = tableOf(SPACES + DELIMITERS);
/** What a number may hold. */
export const IS_NUMERIC = tableOf('+-.0123456789');

/** The value of a hexadecimal digit; -1 for anything else. */
export const HEX_VALUE = Int8Array.from({ length: 256 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? -1 : digit;
});

/** 1 at the code of each of these characters, 0 elsewhere below 256. */
export function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** Names of operators have no more characters, and these make one number: of a page's thousands, few are ever needed as text. */
export const LONGEST_NAME = 3;

/** The number of a word of at most so many characters. */
export function keyOf(text: string, from: number, end: number): number {
  let key = 0;
  for (let at = from; at < end; at += 1) key = (key << 8) | text.charCodeAt(at);
  return key;
}
