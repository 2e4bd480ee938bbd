import { readOperators } from './read-operators.js';

// A page's content stream as Chromium writes it → the same with everything that nobody reads marked as such (Artifact,
// ISO 32000-1, 14.8.2.2): what bears no mark, such as pictures for show and signs made by style sheets, and marks around
// nothing but lines and boxes, which are a paragraph's border or ground and tell a screen reader nothing.

export interface MarkedContent {
  content: string;
  /** The numbers of the marks that became artifacts: the structure tree has to let go of them. */
  released: number[];
}

interface Mark {
  start: number;
  end: number;
  /** Undefined for a mark that no element of the structure tree can own. */
  number: number | undefined;
  /** Whether it may turn out to be only for show: not what the tree knows as a picture or a bullet. */
  plain: boolean;
  shapes: number;
  others: number;
}

const BUILDS = new Set(['m', 're']);
const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
const SHOWS = new Set(['Tj', 'TJ', "'", '"']);
const MEANT = new Set(['Artifact', 'Figure', 'Formula', 'Form', 'Lbl']);

/**
 * `content` is one character a byte (latin1). `holdsMarks` tells of an object that is painted by name whether it has marks
 * of its own, which may not stand inside an artifact. What is not understood comes back as it is.
 */
export function markArtifacts(content: string, holdsMarks: (name: string) => boolean): MarkedContent {
  const edits: { start: number; end: number; text: string }[] = [];
  const released: number[] = [];
  const marks: Mark[] = [];
  let path: number | undefined;

  const paint = (start: number, end: number, kind: 'shapes' | 'others') => {
    for (const mark of marks) mark[kind] += 1;
    if (marks.length > 0) return;
    edits.push({ start, end, text: `/Artifact BMC\n${content.slice(start, end)}\nEMC` });
  };
  const settle = ({ start, end, number, plain, shapes, others }: Mark) => {
    if (number === undefined || !plain || shapes === 0 || others > 0) return;
    edits.push({ start, end, text: '/Artifact BMC' });
    released.push(number);
  };

  for (const { name, start, end } of readOperators(content) ?? []) {
    if (name === 'BMC' || name === 'BDC') {
      const [, tag = '', number] =
        /^\/(\S+)\s*(?:<<\s*\/MCID\s+(\d+)\s*>>)?/.exec(content.slice(start, end)) ?? [];
      for (const mark of marks) mark.others += 1;
      marks.push({
        start,
        end,
        number: number === undefined ? undefined : Number(number),
        plain: !MEANT.has(tag),
        shapes: 0,
        others: 0,
      });
    } else if (name === 'EMC') {
      const mark = marks.pop();
      if (mark) settle(mark);
    } else if (BUILDS.has(name)) path ??= start;
    else if (PAINTS.has(name)) paint(path ?? start, end, 'shapes');
    else if (name === 'sh') paint(start, end, 'shapes');
    else if (SHOWS.has(name)) paint(start, end, 'others');
    else if (name === 'Do' && !holdsMarks(nameIn(content.slice(start, end)))) paint(start, end, 'others');
    if (PAINTS.has(name) || name === 'n') path = undefined;
  }
  return { content: apply(content, edits), released };
}

const nameIn = (text: string): string => /^\/(\S+)/.exec(text)?.[1] ?? '';

function apply(content: string, edits: { start: number; end: number; text: string }[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, text } of edits.sort((a, b) => a.start - b.start)) {
    out += content.slice(at, start) + text;
    at = end;
  }
  return out + content.slice(at);
}
