import { type PartialDate, parseDate } from '../resume/dates.js';
import type { Labels } from './labels.js';

// Dates as data → dates as a reader expects them, in the résumé's language. `Intl` is asked in UTC about a date made
// in UTC, so the machine's time zone has no say.

/**
 * A stretch of time: `Mar 2021 – Present`, `2018 – 2020`. No end means it goes on, as JSON Resume has it; days are
 * left out, because a reader of a career counts in months.
 */
export function formatPeriod(
  start: string | undefined,
  end: string | undefined,
  labels: Labels,
): string | undefined {
  const begin = start === undefined ? undefined : parseDate(start);
  const from = begin && format(begin, labels, 'month');
  if (end === undefined) {
    // Words of the author's own, `2020–2021` or `since school`, may say the end already.
    const goesOn = begin && begin.precision !== 'text' && begin.precision !== 'present';
    return goesOn ? `${from} – ${labels.present}` : from;
  }
  const to = format(parseDate(end), labels, 'month');
  return from === undefined || from === to ? to : `${from} – ${to}`;
}

/** A point in time, as precise as it was written. */
export function formatDate(date: string, labels: Labels): string {
  return format(parseDate(date), labels, 'day');
}

function format(date: PartialDate, labels: Labels, finest: 'month' | 'day'): string {
  if (date.precision === 'text') return date.text;
  if (date.precision === 'present') return labels.present;
  const text = dated(date, labels, finest);
  return date.circa ? labels.circa(text) : text;
}

function dated(
  date: Exclude<PartialDate, { precision: 'text' | 'present' }>,
  labels: Labels,
  finest: 'month' | 'day',
): string {
  if (date.precision === 'year') return String(date.year);
  if (date.precision === 'quarter') return labels.quarter(date.quarter, date.year);
  if (date.precision === 'season') return labels.season(date.season, date.year);
  const withDay = date.precision === 'day' && finest === 'day';
  const instant = new Date(Date.UTC(2000, date.month - 1, date.precision === 'day' ? date.day : 1));
  instant.setUTCFullYear(date.year);
  return new Intl.DateTimeFormat(labels.locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    ...(withDay && { day: 'numeric' as const }),
  }).format(instant);
}
