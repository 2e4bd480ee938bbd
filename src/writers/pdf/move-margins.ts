import { isReadingMark } from './is-reading-mark.js';
import type { Operator } from './read-operators.js';

// A page's operators as Chromium writes them → the same with its margin boxes at the end, marked as no part of the
// text (ISO 32000-1, 14.8.2.2). Why: Chromium paints them first, and programs that read the stream as it comes find the
// footer before the name.

/** The same operators where there is nothing to move, or not the shape that is known to be safe. */
export function moveMargins(operators: readonly Operator[]): readonly Operator[] {
  const { groups, loose } = groupsOf(operators) ?? { groups: [], loose: [] };
  const body = groups.findIndex(({ start }) => isClipped(operators.slice(start + 1, start + 4)));
  const boxes = groups.slice(0, body);
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last || body < 0) return operators;
  if (!boxes.every(({ start, end }) => isPlainText(operators.slice(start, end)))) return operators;
  // Between them nothing may stand, and behind them nothing may be set that would hold for what is moved.
  const isSafe = (at: number) => at >= last.end && MARKS.has(operators[at]?.name ?? '');
  if (!loose.every((at) => at < first.start || isSafe(at))) return operators;
  return [
    ...operators.slice(0, first.start),
    ...operators.slice(last.end),
    { name: 'BDC', text: '/Artifact <</Type /Pagination>> BDC' },
    ...operators.slice(first.start, last.end),
    { name: 'EMC', text: 'EMC' },
  ];
}

const MARKS = new Set(['BMC', 'BDC', 'EMC']);

/** From an outermost `q` to just after its `Q`, as places among the operators. */
interface Group {
  start: number;
  end: number;
}

/** The groups, and what is in none; `undefined` when they or the marks are not in pairs. */
function groupsOf(operators: readonly Operator[]): { groups: Group[]; loose: number[] } | undefined {
  const groups: Group[] = [];
  const loose: number[] = [];
  let depth = 0;
  let marks = 0;
  let start = 0;
  for (let at = 0; at < operators.length; at += 1) {
    const name = operators[at]?.name ?? '';
    if (name === 'q') {
      if (depth === 0) start = at;
      depth += 1;
    } else if (name === 'Q') {
      depth -= 1;
      if (depth === 0) groups.push({ start, end: at + 1 });
    } else if (depth === 0) loose.push(at);
    if (MARKS.has(name)) marks += name === 'EMC' ? -1 : 1;
    if (depth < 0 || marks < 0) return undefined;
  }
  return depth === 0 && marks === 0 ? { groups, loose } : undefined;
}

/** The page's own text is painted inside the page's edges. */
const isClipped = (operators: readonly Operator[]): boolean =>
  /^re W\*? n$/.test(operators.map(({ name }) => name).join(' '));

/** What else might be painted there lies below the text for good reason, as a page's colour does. */
const isPlainText = (group: readonly Operator[]): boolean =>
  group.some(({ name }) => name === 'Tj' || name === 'TJ') &&
  group.every((operator) => PLAIN.has(operator.name) || /^T/.test(operator.name) || isReadingMark(operator));
const PLAIN = new Set('q Q cm gs rg RG g G k K cs CS sc SC scn SCN BT ET EMC w J j M d i ri'.split(' '));
