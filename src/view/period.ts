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
  if (date.precision === 'year') return labels.dates.year(date.year);
  if (date.precision === 'quarter') return labels.quarter(date.quarter, date.year);
  if (date.precision === 'season') return labels.dates.season(labels.seasons[date.season], date.year);
  const withDay = date.precision === 'day' && finest === 'day';
  const instant = new Date(Date.UTC(2000, date.month - 1, date.precision === 'day' ? date.day : 1));
  instant.setUTCFullYear(date.year);
  const parts = labels.dateParts(instant, withDay ? 'day' : 'month');
  return withDay ? wholeDate(parts, labels) : monthAndYear(parts, labels);
}

/** `May 2018`, `2018年5月`: without the words some languages put between and after, `mayo de 2018`, `май 2018 г.` */
function monthAndYear(parts: readonly Intl.DateTimeFormatPart[], labels: Labels): string {
  if (labels.dates.counted) return parts.map(({ value }) => value).join('');
  const named = parts.filter(({ type }) => type === 'month' || type === 'year');
  return named.map(({ type, value }) => (type === 'month' ? labels.month(value) : value)).join(' ');
}

/** `May 12, 2018`, `12 мая 2018`: in the order and with the words of the locale, without what follows the last number. */
function wholeDate(parts: readonly Intl.DateTimeFormatPart[], labels: Labels): string {
  if (labels.dates.counted) return parts.map(({ value }) => value).join('');
  const end = parts.findLastIndex(({ type }) => type !== 'literal') + 1;
  const written = parts.slice(0, end).map(({ type, value }) => {
    if (type === 'month') return labels.monthOfDay(value);
    return type === 'day' && value === '1' ? labels.firstDay : value;
  });
  return written.join('');
}
