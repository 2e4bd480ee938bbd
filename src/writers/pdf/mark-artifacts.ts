import { isReadingMark } from './is-reading-mark.js';
import type { Operator } from './read-operators.js';

// A page's operators as Chromium writes them → the same with everything that nobody reads marked as such (Artifact,
// ISO 32000-1, 14.8.2.2): what bears no mark, such as pictures for show and signs made by style sheets, and marks around
// nothing but lines and boxes, which are a paragraph's border or ground and tell a screen reader nothing. Marks that only
// tell how letters are read, as Arabic ones have, are as good as none.

export interface MarkedContent {
  operators: Operator[];
  /** The numbers of the marks that became artifacts: the structure tree has to let go of them. */
  released: number[];
}

interface Mark {
  /** Where it stands among the operators. */
  at: number;
  /** Undefined for a mark that no element of the structure tree can own. */
  number: number | undefined;
  /** Whether it may turn out to be only for show: not what the tree knows as a picture or a bullet. */
  plain: boolean;
  /** Whether nobody owns what it holds: it only tells how letters are read, with no mark around it and no other in it. */
  alone: boolean;
  shapes: number;
  others: number;
}

const BUILDS = new Set(['m', 're']);
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const SHOWS = new Set(['Tj', 'TJ', "'", '"']);
const MEANT = new Set(['Artifact', 'Figure', 'Formula', 'Form', 'Lbl']);

const BEGIN: Operator = { name: 'BMC', text: '/Artifact BMC' };
const END: Operator = { name: 'EMC', text: 'EMC' };

/** `holdsMarks` tells of an object that is painted by name whether it has marks of its own, which may not be in an artifact. */
export function markArtifacts(
  operators: readonly Operator[],
  holdsMarks: (name: string) => boolean,
): MarkedContent {
  const marked: Operator[] = [];
  const released: number[] = [];
  const marks: Mark[] = [];
  /** Where the path that is being built begins. */
  let path: number | undefined;

  const paint = (operator: Operator, from: number, kind: 'shapes' | 'others') => {
    for (const mark of marks) mark[kind] += 1;
    marked.push(operator);
    if (marks.length > 0) return;
    marked.splice(from, 0, BEGIN);
    marked.push(END);
  };
  const settle = ({ at, number, plain, alone, shapes, others }: Mark) => {
    if (alone && others > 0) {
      marked.splice(at, 0, BEGIN);
      marked.push(END);
    }
    if (number === undefined || !plain || shapes === 0 || others > 0) return;
    marked[at] = BEGIN;
    released.push(number);
  };

  for (const operator of operators) {
    const { name, text } = operator;
    const at = marked.length;
    if (BUILDS.has(name)) path ??= at;
    if (PAINTS.has(name)) paint(operator, path ?? at, 'shapes');
    else if (name === 'sh') paint(operator, at, 'shapes');
    else if (SHOWS.has(name)) paint(operator, at, 'others');
    else if (name === 'Do' && !holdsMarks(nameIn(text))) paint(operator, at, 'others');
    else {
      marked.push(operator);
      if (name === 'Do') for (const mark of marks) mark.alone = false;
    }
    if (PAINTS.has(name) || name === 'n') path = undefined;
    if (name === 'BMC' || name === 'BDC') {
      const reading = isReadingMark(operator);
      for (const mark of marks) {
        mark.others += 1;
        mark.alone &&= reading;
      }
      marks.push({ at, ...readMark(text), alone: reading && marks.length === 0, shapes: 0, others: 0 });
    } else if (name === 'EMC') {
      const mark = marks.pop();
      if (mark) settle(mark);
    }
  }
  return { operators: marked, released };
}

function readMark(text: string): Pick<Mark, 'number' | 'plain'> {
  const [, tag = '', number] = /^\/(\S+)\s*(?:<<\s*\/MCID\s+(\d+)\s*>>)?/.exec(text) ?? [];
  return { number: number === undefined ? undefined : Number(number), plain: !MEANT.has(tag) };
}

const nameIn = (text: string): string => /^\/(\S+)/.exec(text)?.[1] ?? '';
