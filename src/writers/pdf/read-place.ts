import { readNumber } from './read-number.js';
import type { Joined, Operator } from './read-operators.js';
import { endOfSpace } from './token-ends.js';

// A matrix that says where text stands, and perhaps a move behind it → one matrix for both (ISO 32000-1, 9.4.2). Chromium
// begins every font's piece of a line so.

/** In the units of the page as Chromium paints it, from its upper left corner. */
export interface Place extends Joined {
  x: number;
  y: number;
}

const UPRIGHT = '1 0 0 -1 ';

/** `undefined` where the operator at `start` is none that leaves text upright and of its own size. */
export function readPlace(content: string, start: number): Place | undefined {
  if (!content.startsWith(UPRIGHT, start)) return undefined;
  const own = readPair(content, start + UPRIGHT.length, ' Tm');
  if (!own) return undefined;
  const move = readPair(content, endOfSpace(content, own.end), ' Td');
  if (!move) return { name: 'Tm', text: content.slice(start, own.end), ...own };
  const [x, y] = [own.x + move.x, own.y - move.y];
  return { name: 'Tm', text: `${UPRIGHT}${decimal(x)} ${decimal(y)} Tm`, x, y, end: move.end };
}

/** Two numbers with a space between, and what they are to be followed by. */
function readPair(content: string, start: number, behind: string): Omit<Place, keyof Operator> | undefined {
  const space = content.indexOf(' ', start);
  const end = content.indexOf(' ', space + 1);
  if (space < 0 || !content.startsWith(behind, end)) return undefined;
  const [x, y] = [readNumber(content, start, space), readNumber(content, space + 1, end)];
  return Number.isNaN(x) || Number.isNaN(y) ? undefined : { x, y, end: end + behind.length };
}

/** A number as Chromium's own are written, exact enough for all readers. */
export const decimal = (value: number): string => String(Math.round(value * 1e6) / 1e6);
