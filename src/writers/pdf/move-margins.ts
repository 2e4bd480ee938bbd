import { type Operator, readOperators } from './read-operators.js';

// A page's content stream as Chromium writes it → the same with its margin boxes at the end, marked as no part of the
// text (ISO 32000-1, 14.8.2.2). Why: Chromium paints them first, and programs that read the stream as it comes find the
// footer before the name.

/** In the stream: first what is true of the whole page, then each box, then the page's own text inside its clip. */
interface Shape {
  boxes: { start: number; end: number };
  body: { start: number; end: number };
}

/** Both are one character a byte. `undefined` where there is nothing to move, or not the shape that is known to be safe. */
export function moveMargins(content: string): string | undefined {
  const operators = readOperators(content);
  const shape = operators && shapeOf(operators);
  if (!shape) return undefined;
  const { boxes, body } = shape;
  const before = content.slice(0, boxes.start);
  const moved = content.slice(boxes.start, boxes.end);
  return `${before}${content.slice(body.start, body.end)}\n/Artifact <</Type /Pagination>> BDC\n${moved}\nEMC\n`;
}

function shapeOf(operators: readonly Operator[]): Shape | undefined {
  const { groups, loose } = groupsOf(operators) ?? { groups: [], loose: [] };
  const body = groups.findIndex(isClipped);
  const boxes = groups.slice(0, body);
  const [first] = boxes;
  const last = boxes.at(-1)?.at(-1);
  const text = groups[body]?.[0];
  const end = operators.at(-1);
  if (body < 1 || !first?.[0] || !last || !text || !end || !boxes.every(isPlainText)) return undefined;
  // Between and after the groups nothing may be set that would hold for what is moved.
  if (!loose.every(({ name, start }) => start < first[0].start || MARKS.has(name))) return undefined;
  return { boxes: { start: first[0].start, end: last.end }, body: { start: text.start, end: end.end } };
}

const MARKS = new Set(['BMC', 'BDC', 'EMC']);
type Group = [Operator, ...Operator[]];

/** From each outermost `q` to its `Q`, and what is in none; `undefined` when these or the marks are not in pairs. */
function groupsOf(operators: readonly Operator[]): { groups: Group[]; loose: Operator[] } | undefined {
  const groups: Group[] = [];
  const loose: Operator[] = [];
  let depth = 0;
  let marks = 0;
  for (const operator of operators) {
    const { name } = operator;
    if (name === 'q' && depth === 0) groups.push([operator]);
    else if (depth > 0) groups.at(-1)?.push(operator);
    else loose.push(operator);
    if (name === 'q') depth += 1;
    if (name === 'Q') depth -= 1;
    if (MARKS.has(name)) marks += name === 'EMC' ? -1 : 1;
    if (depth < 0 || marks < 0) return undefined;
  }
  return depth === 0 && marks === 0 ? { groups, loose } : undefined;
}

/** The page's own text is painted inside the page's edges. */
const isClipped = ([, ...operators]: Group): boolean =>
  /^re W\*? n /.test(
    `${operators
      .slice(0, 3)
      .map(({ name }) => name)
      .join(' ')} `,
  );

/** What else might be painted there lies below the text for good reason, as a page's colour does. */
const isPlainText = (group: Group): boolean =>
  group.some(({ name }) => name === 'Tj' || name === 'TJ') &&
  group.every(({ name }) => PLAIN.has(name) || /^T/.test(name));
const PLAIN = new Set('q Q cm gs rg RG g G k K cs CS sc SC scn SCN BT ET w J j M d i ri'.split(' '));
