import {
  BACKSLASH,
  CLOSE,
  CLOSE_BRACKET,
  ENDS_LINE,
  ENDS_WORD,
  GREATER,
  HEX_VALUE,
  IS_NUMERIC,
  IS_SPACE,
  LESS,
  OPEN,
  OPEN_BRACKET,
  PERCENT,
  SLASH,
} from '../../pdf-characters.js';

// In: the bytes of a content stream. Out: its operators, each with its operands (ISO 32000-1, 7.8.2). Why: a reader of our
// own, so that a PDF is not judged by pdf.js alone. It never stands still: every turn of its loops takes a byte.

/** A string's bytes, a number, a list; names begin with a slash; what is in a dictionary does not matter here. */
export type Operand = number | string | Uint8Array | Operand[];
export interface Operation {
  operator: string;
  operands: Operand[];
}

/** Walks over one stream. */
interface Cursor {
  bytes: Uint8Array;
  at: number;
}

const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
/** Deeper lists are no text operator's. */
const MAX_DEPTH = 16;
const MAX_WORD = 200;

export function* readOperations(bytes: Uint8Array): Generator<Operation> {
  const cursor = { bytes, at: 0 };
  let operands: Operand[] = [];
  while (cursor.at < bytes.length) {
    const operand = readOperand(cursor, 0);
    if (operand !== undefined) operands.push(operand);
    else {
      const operator = readWord(cursor);
      if (operator === '') cursor.at += opensDictionary(cursor) ? 2 : 1;
      else {
        if (operator === 'BI') skipInlineImage(cursor);
        yield { operator, operands };
      }
      if (operator !== '') operands = [];
    }
  }
}

/** Its second `<` begins no string. */
const opensDictionary = ({ bytes, at }: Cursor): boolean => bytes[at] === LESS && bytes[at + 1] === LESS;

function readOperand(cursor: Cursor, depth: number): Operand | undefined {
  skipSpace(cursor);
  const { bytes, at } = cursor;
  const first = bytes[at] ?? 32;
  if (first === SLASH) {
    cursor.at += 1;
    return `/${readWord(cursor)}`;
  }
  if (first === OPEN) return readString(cursor);
  if (first === LESS && bytes[at + 1] !== LESS) return readHex(cursor);
  if (first === OPEN_BRACKET && depth < MAX_DEPTH) return readList(cursor, depth);
  if (IS_NUMERIC[first]) {
    const number = Number.parseFloat(readWord(cursor));
    return Number.isFinite(number) ? number : 0;
  }
  return undefined;
}

function readList(cursor: Cursor, depth: number): Operand[] {
  const list: Operand[] = [];
  cursor.at += 1;
  while (cursor.at < cursor.bytes.length) {
    const operand = readOperand(cursor, depth + 1);
    if (operand !== undefined) list.push(operand);
    else {
      cursor.at += 1;
      if (cursor.bytes[cursor.at - 1] === CLOSE_BRACKET) break;
    }
  }
  return list;
}

function readWord(cursor: Cursor): string {
  const start = cursor.at;
  let word = '';
  for (; cursor.at < cursor.bytes.length; cursor.at += 1) {
    const byte = cursor.bytes[cursor.at] as number;
    if (ENDS_WORD[byte]) break;
    if (cursor.at < start + MAX_WORD) word += String.fromCharCode(byte);
  }
  return word;
}

function skipSpace(cursor: Cursor): void {
  const { bytes } = cursor;
  for (; cursor.at < bytes.length; cursor.at += 1) {
    if (bytes[cursor.at] === PERCENT) {
      while (cursor.at < bytes.length && !ENDS_LINE[bytes[cursor.at] as number]) cursor.at += 1;
    } else if (!IS_SPACE[bytes[cursor.at] as number]) return;
  }
}

function readString(cursor: Cursor): Uint8Array {
  const { bytes } = cursor;
  const out: number[] = [];
  cursor.at += 1;
  for (let depth = 1; cursor.at < bytes.length; cursor.at += 1) {
    const byte = bytes[cursor.at] as number;
    if (byte === BACKSLASH) {
      out.push(...readEscape(cursor));
      continue;
    }
    if (byte === OPEN) depth += 1;
    if (byte === CLOSE) depth -= 1;
    if (depth === 0) break;
    out.push(byte);
  }
  cursor.at += 1;
  return Uint8Array.from(out);
}

/** Leaves the cursor on the last byte of the escape. */
function readEscape(cursor: Cursor): number[] {
  const { bytes } = cursor;
  cursor.at += 1;
  const next = String.fromCharCode(bytes[cursor.at] ?? 32);
  const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...bytes.subarray(cursor.at, cursor.at + 3)))?.[0];
  if (octal) {
    cursor.at += octal.length - 1;
    return [Number.parseInt(octal, 8) & 255];
  }
  // A line end after a backslash is no part of the string.
  if (next === '\r' && bytes[cursor.at + 1] === 10) cursor.at += 1;
  if (next === '\r' || next === '\n') return [];
  return [ESCAPES[next] ?? next.charCodeAt(0)];
}

function readHex(cursor: Cursor): Uint8Array {
  const end = cursor.bytes.indexOf(GREATER, cursor.at);
  const stop = end < 0 ? cursor.bytes.length : end;
  const out = new Uint8Array((stop - cursor.at) >> 1);
  let digits = 0;
  for (let at = cursor.at + 1; at < stop; at += 1) {
    const digit = HEX_VALUE[cursor.bytes[at] as number] as number;
    if (digit < 0) continue;
    // The first of two is the higher; where the last stands alone, a nought follows it.
    out[digits >> 1] = (out[digits >> 1] as number) | (digits % 2 === 0 ? digit << 4 : digit);
    digits += 1;
  }
  cursor.at = stop + 1;
  return out.subarray(0, (digits + 1) >> 1);
}

/** `BI … ID … EI`: pixels, in which anything may look like an operator. */
function skipInlineImage(cursor: Cursor): void {
  const rest = Buffer.from(cursor.bytes.buffer, cursor.bytes.byteOffset, cursor.bytes.byteLength);
  const end = rest.indexOf('EI', rest.indexOf('ID', cursor.at) + 2);
  cursor.at = end < 0 ? cursor.bytes.length : end + 2;
}
