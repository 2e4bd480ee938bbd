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

type Kind = 'builds' | 'paints' | 'ends path' | 'shades' | 'shows' | 'draws' | 'begins' | 'ends';

/** What operators do; most do nothing that matters here. */
const KINDS = new Map<string, Kind>([
  ['BMC', 'begins'],
  ['BDC', 'begins'],
  ['EMC', 'ends'],
  ['m', 'builds'],
  ['re', 'builds'],
  ['n', 'ends path'],
  ['sh', 'shades'],
  ['Do', 'draws'],
]);
for (const name of ['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']) KINDS.set(name, 'paints');
for (const name of ['Tj', 'TJ', "'", '"']) KINDS.set(name, 'shows');
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
    for (const mark of marks) {
      if (kind === 'shapes') mark.shapes += 1;
      else mark.others += 1;
    }
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
    const kind = KINDS.get(operator.name);
    const at = marked.length;
    if (kind === 'shows') paint(operator, at, 'others');
    else if (kind === 'shades') paint(operator, at, 'shapes');
    else if (kind === 'paints') paint(operator, path ?? at, 'shapes');
    else if (kind === 'draws' && !holdsMarks(nameIn(operator.text))) paint(operator, at, 'others');
    else {
      marked.push(operator);
      if (kind === 'draws') for (const mark of marks) mark.alone = false;
    }
    if (kind === 'builds') path ??= at;
    else if (kind === 'paints' || kind === 'ends path') path = undefined;
    else if (kind === 'begins') {
      const reading = isReadingMark(operator);
      const { number, plain } = reading ? NOBODYS : readMark(operator.text);
      for (const mark of marks) {
        mark.others += 1;
        mark.alone &&= reading;
      }
      marks.push({ at, number, plain, alone: reading && marks.length === 0, shapes: 0, others: 0 });
    } else if (kind === 'ends') {
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

/** A mark that only tells how letters are read has no number. */
const NOBODYS = { number: undefined, plain: true };

const nameIn = (text: string): string => /^\/(\S+)/.exec(text)?.[1] ?? '';
