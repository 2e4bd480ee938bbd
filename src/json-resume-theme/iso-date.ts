import { parseDate } from '../resume/dates.js';

const two = (number: number): string => String(number).padStart(2, '0');

/**
 * A date as JSON Resume has it: `2018`, `2018-05` or `2018-05-12`. Undefined for one that goes on, and for one that is
 * none: themes would print `Invalid date`.
 */
export function isoDate(written: string | undefined): string | undefined {
  const date = parseDate(written ?? '');
  switch (date.precision) {
    case 'day':
      return `${year(date)}-${two(date.month)}-${two(date.day)}`;
    case 'month':
      return `${year(date)}-${two(date.month)}`;
    // A quarter or a season is no month: more would be said than is known.
    case 'year':
    case 'quarter':
    case 'season':
      return year(date);
    default:
      return undefined;
  }
}

const year = (date: { year: number }): string => String(date.year).padStart(4, '0');
