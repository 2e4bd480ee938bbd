import {
  ENDS_LINE,
  ENDS_WORD,
  GREATER,
  IS_NUMERIC,
  keyOf,
  LESS,
  LONGEST_NAME,
  OPEN,
  PERCENT,
  SLASH,
  tableOf,
} from '../../check/pdf-characters.js';
import { endOfSpace, endOfString, endOfWord } from './token-ends.js';

// A PDF content stream → its operators, each with its operands as text (ISO 32000-1, 7.2 and 7.8.2). Operands are only
// skipped, but skipped as what they are: a `Q` inside a string is no operator. It looks at every byte of every page, so it
// goes by their codes; the steps that mend a page hand its operators on, so that it has to look once.

export interface Operator {
  name: string;
  /** Its operands and its name, as they stand in the stream. */
  text: string;
}

/**
 * All of ISO 32000-1, annex A, by `keyOf`. Operators are read by the thousand, and each step asks for their names: of one
 * name there is one string, and of those without operands one object.
 */
const KNOWN: ReadonlyMap<number, Operator> = new Map(
  `b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S
  SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "`
    .split(/\s+/)
    .map((name) => [keyOf(name, 0, name.length), { name, text: name }]),
);

const knownAt = (content: string, from: number, end: number): Operator | undefined =>
  end - from > LONGEST_NAME ? undefined : KNOWN.get(keyOf(content, from, end));

const HEXADECIMAL = tableOf('0123456789ABCDEFabcdef\t\n\f\r ');
const BRACKETS = tableOf('[]{}');
const VALUES = new Set(['true', 'false', 'null']);

/** Several operators that were read as one; `end` is where the last of them ends. */
export interface Joined extends Operator {
  end: number;
}

/**
 * `content` is one character a byte (latin1). `undefined` for what is damaged, or holds pictures inside itself. `readOn` may
 * take an operator, which begins at `start`, together with those behind it.
 */
export function readOperators<T extends Joined>(
  content: string,
  readOn?: (operator: Operator, start: number) => T | undefined,
): (Operator | T)[] | undefined {
  const operators: (Operator | T)[] = [];
  let at = endOfGap(content, 0);
  let start = at;
  while (at < content.length) {
    const operand = endOfOperand(content, at);
    if (operand === undefined) {
      const end = endOfWord(content, at);
      if (end === at) return undefined;
      const known = knownAt(content, at, end);
      const name = known?.name ?? content.slice(at, end);
      // What follows would be the picture's own bytes.
      if (name === 'BI') return undefined;
      if (!known && VALUES.has(name)) {
        at = endOfGap(content, end);
        continue;
      }
      const operator = known && start === at ? known : { name, text: content.slice(start, end) };
      const longer = readOn?.(operator, start);
      operators.push(longer ?? operator);
      at = endOfGap(content, longer?.end ?? end);
      start = at;
    } else at = endOfGap(content, operand);
  }
  return operators;
}

/** Remarks count as space. */
function endOfGap(content: string, from: number): number {
  let at = endOfSpace(content, from);
  while (content.charCodeAt(at) === PERCENT) {
    while (at < content.length && !ENDS_LINE[content.charCodeAt(at)]) at += 1;
    at = endOfSpace(content, at);
  }
  return at;
}

function endOfOperand(content: string, from: number): number | undefined {
  const first = content.charCodeAt(from);
  if (IS_NUMERIC[first]) return endOfNumber(content, from);
  if (first === SLASH) return endOfWord(content, from + 1);
  if (first === LESS || first === GREATER) {
    if (content.charCodeAt(from + 1) === first) return from + 2;
    return first === LESS ? endOfHex(content, from) : undefined;
  }
  if (BRACKETS[first]) return from + 1;
  return first === OPEN ? endOfString(content, from) : undefined;
}

/** A word that begins like a number and goes on otherwise is none. */
function endOfNumber(content: string, from: number): number | undefined {
  let at = from + 1;
  while (IS_NUMERIC[content.charCodeAt(at)]) at += 1;
  return at >= content.length || ENDS_WORD[content.charCodeAt(at)] ? at : undefined;
}

function endOfHex(content: string, from: number): number | undefined {
  let at = from + 1;
  while (HEXADECIMAL[content.charCodeAt(at)]) at += 1;
  return content.charCodeAt(at) === GREATER ? at + 1 : undefined;
}
