import { printable } from '../source/frame.js';
import { columnsOf } from '../writers/columns.js';

/** How far long work has come. */
export interface Standing {
  done: number;
  total: number;
  /** The file that is worked at. */
  current: string;
  /** Milliseconds until the end, where that can be known. */
  left?: number;
}

/** Narrower than this a name says nothing. */
const LEAST_NAME = 8;

/**
 * The line that is shown meanwhile: `12/200  resumes/ada.yaml  about 40 s left`. Never wider than `width` columns: the name
 * gives way first, from its front, then the time, in the end the name altogether.
 */
export function progressLine({ done, total, current, left }: Standing, width: number): string {
  const head = `${done}/${total}`;
  const tail = left === undefined ? '' : `  ${describeTime(left)}`;
  for (const end of new Set([tail, ''])) {
    const room = width - head.length - end.length - 2;
    const name = shortened(printable(current), room);
    if (name !== undefined) return `${head}  ${name}${end}`;
  }
  return head.slice(0, Math.max(0, width));
}

/** Steps of five seconds, so that the eye is not drawn to it all the time. */
function describeTime(left: number): string {
  const seconds = Math.ceil(left / 5000) * 5;
  if (seconds <= 5) return 'a few seconds left';
  return seconds < 90 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`;
}

/** The end of a path, where files differ; undefined where there is no room for one. */
function shortened(path: string, room: number): string | undefined {
  if (columnsOf(path) <= room) return path;
  if (room < LEAST_NAME) return undefined;
  const letters = Array.from(new Intl.Segmenter().segment(path), ({ segment }) => segment);
  while (columnsOf(letters.join('')) > room - 1) letters.shift();
  return `…${letters.join('')}`;
}
