import { type Diagnostic, formatPath } from '../source/diagnostic.js';
import { isMap } from '../source/is-map.js';
import type { SourceTree } from '../source/parse.js';
import type { Found } from '../source/values-in.js';
import { type ParsedDate, parseDate } from './dates.js';

// Two dates that contradict each other, and beginnings that are still to come. Only what cannot be otherwise is told:
// a year ends in December, a season may be on either side of the world, and `~1990` may be any year near it.

/** Of a résumé's values: an end before its start is an error; a start after `today`, where that is known, a warning. */
export function checkPeriods(values: readonly Found[], tree: SourceTree, today?: Date): Diagnostic[] {
  return values.flatMap(({ value: map, path }) => {
    if (!isMap(map)) return [];
    const found = PAIRS.flatMap(([first, last]) => contradiction(map, first, last));
    const { startDate } = map;
    if (today && typeof startDate === 'string') found.push(...yetToCome(startDate, today));
    return found.map(({ key, ...finding }) => {
      const here = [...path, key];
      return { ...finding, file: tree.file, path: formatPath(here), place: tree.valueAt(here) };
    });
  });
}

/** What comes first, and what cannot come before it. */
const PAIRS = [
  ['startDate', 'endDate'],
  ['date', 'expires'],
] as const;

type Finding = Pick<Diagnostic, 'severity' | 'rule' | 'message' | 'suggestion'> & { key: string };

function contradiction(map: Record<string, unknown>, first: string, last: string): Finding[] {
  const [start, end] = [map[first], map[last]];
  if (typeof start !== 'string' || typeof end !== 'string') return [];
  const [begin, finish] = [daysOf(parseDate(start)), daysOf(parseDate(end))];
  if (!begin || !finish || finish.to >= begin.from) return [];
  return [
    {
      key: last,
      severity: 'error',
      rule: 'end-before-start',
      message: `\`${last}\` ${end} lies before \`${first}\` ${start}`,
      suggestion: 'swap the two, or mend the one that is wrong',
    },
  ];
}

function yetToCome(startDate: string, today: Date): Finding[] {
  const days = daysOf(parseDate(startDate));
  const now = number(today.getUTCFullYear(), today.getUTCMonth() + 1, today.getUTCDate());
  // It is tomorrow already in the east.
  if (!days || days.from <= now + 1) return [];
  return [
    {
      key: 'startDate',
      severity: 'warning',
      rule: 'future-start',
      message: `\`startDate\` ${startDate} is still to come`,
      suggestion: 'mend the year, or leave it if you mean it',
    },
  ];
}

/** The first and the last day a date may be, as numbers that compare; undefined where that is anybody's guess. */
function daysOf(date: ParsedDate): { from: number; to: number } | undefined {
  switch (date.precision) {
    case 'text':
    case 'present':
      return undefined;
    case 'year':
    case 'season':
      return date.circa ? undefined : span(date.year, 1, 12);
    case 'quarter':
      return date.circa ? undefined : span(date.year, date.quarter * 3 - 2, date.quarter * 3);
    case 'month':
      return date.circa ? undefined : span(date.year, date.month, date.month);
    case 'day': {
      const day = number(date.year, date.month, date.day);
      return date.circa ? undefined : { from: day, to: day };
    }
  }
}

const span = (year: number, first: number, last: number) => ({
  from: number(year, first, 1),
  to: number(year, last, 31),
});
const number = (year: number, month: number, day: number): number => (year * 12 + month) * 31 + day;
