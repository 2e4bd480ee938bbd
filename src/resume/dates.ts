import { ownSpelling } from './odd-dates.js';

// A date as written → a date that knows its precision. Parsed by hand and never through the machine's clock or time
// zone: `new Date('2020-01')` prints December 2019 west of Greenwich.

export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

export type PartialDate =
  | { precision: 'year'; year: number; circa: boolean }
  | { precision: 'month'; year: number; month: number; circa: boolean }
  | { precision: 'day'; year: number; month: number; day: number; circa: boolean }
  | { precision: 'quarter'; year: number; quarter: number; circa: boolean }
  | { precision: 'season'; year: number; season: Season; circa: boolean }
  | { precision: 'present' }
  /** Anything else, printed as written. */
  | { precision: 'text'; text: string };

/** `spelling` is how we write a date that was written in another way; a date that is spelt as ours has none. */
export type ParsedDate = PartialDate & { spelling?: string };

const SEASONS = new Map<string, Season>([
  ['spring', 'spring'],
  ['summer', 'summer'],
  ['autumn', 'autumn'],
  ['fall', 'autumn'],
  ['winter', 'winter'],
]);

/**
 * Reads `2018`, `2018-05`, `2018-05-12`, `2017-Q4`, `2019-spring`, each also with a leading `~`, and `present`; then
 * what others write and nobody can take for two dates, such as `May 2015`.
 */
export function parseDate(written: string): ParsedDate {
  const text = written.trim();
  const date = parseOwn(text);
  if (date) return date;
  const spelling = ownSpelling(text);
  const meant = spelling === undefined ? undefined : parseOwn(spelling);
  return meant && spelling ? { ...meant, spelling } : { precision: 'text', text };
}

function parseOwn(text: string): PartialDate | undefined {
  if (/^present$/i.test(text)) return { precision: 'present' };
  const match = /^(~?)\s*(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|([a-z]+)))?$/i.exec(text);
  if (!match) return undefined;
  const circa = match[1] === '~';
  const year = Number(match[2]);
  const [month, day, quarter] = [match[3], match[4], match[5]].map((part) =>
    part ? Number(part) : undefined,
  );
  const season = match[6] ? SEASONS.get(match[6].toLowerCase()) : undefined;
  if (match[6] && !season) return undefined;
  if (season) return { precision: 'season', year, season, circa };
  if (quarter) return { precision: 'quarter', year, quarter, circa };
  if (month === undefined) return { precision: 'year', year, circa };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { precision: 'month', year, month, circa };
  if (day < 1 || day > daysIn(year, month)) return undefined;
  return { precision: 'day', year, month, day, circa };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
