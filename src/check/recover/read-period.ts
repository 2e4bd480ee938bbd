import { CALENDAR } from './calendar.js';
import type { Stretch } from './recovered.js';

// In: a line. Out: the stretch of time it ends or begins with, and the rest of the line. Why: dates are what a parser tells
// jobs apart by.

export interface Dated extends Stretch {
  /** The line without the dates. */
  rest: string;
  /** The dates as they are written. */
  text: string;
  /** Cannot be anything but a date: a range, a month, or apart from the other words. */
  sure: boolean;
}

interface Point {
  value: string;
  end: number;
}

const SEPARATOR = /\s*[-‐‑–—−~〜～]\s*|\s+(?:to|until|bis|à|au|a|al|até|tot|do|до|по|έως|–)\s+/iuy;
const MONTH_YEAR = /(\p{L}[\p{L}\p{M}]*\.?),?\s+(?:del?\s+)?(\d{4})(?!\d)/uy;
const MONTH_DAY_YEAR = /(\p{L}[\p{L}\p{M}]*\.?)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/uy;
const DAY_MONTH_YEAR =
  /(\d{1,2})(?:\.|º|er)?\s+(?:de\s+)?(\p{L}[\p{L}\p{M}]*\.?)\s+(?:de\s+)?(\d{4})(?!\d)/uy;
const EAST_ASIAN = /(\d{4})\s*[年년](?:\s*(\d{1,2})\s*[月월])?(?:\s*\d{1,2}\s*[日일])?/uy;
const EAST_ASIAN_SEASON = /(\d{4})\s*[年년]\s*(\p{L}+)/uy;
const NUMERIC = /(?:\d{1,2}[./])?(0?[1-9]|1[0-2])[./](\d{4})(?!\d)/uy;
const ISO = /(\d{4})[-./](0[1-9]|1[0-2])(?:[-./]\d{2})?(?!\d)/uy;
const YEAR = /((?:19|20)\d{2})(?!\d)/uy;

/** The dates at the end of a line, in a cell of their own, or before the words; undefined for a line without. */
export function readPeriod(line: string): Dated | undefined {
  const cells = line.split('\t');
  for (const [index, cell] of cells.entries()) {
    const whole = cells.length > 1 ? periodAt(cell.trim(), 0) : undefined;
    if (whole && whole.end === cell.trim().length) {
      const rest = cells.filter((_, at) => at !== index).join('\t');
      return { ...whole.stretch, rest: rest.trim(), text: cell.trim(), sure: true };
    }
  }
  return atEnd(line) ?? atStart(line);
}

function atEnd(line: string): Dated | undefined {
  for (const { index } of line.matchAll(/(?<![\p{L}\p{N}./@-])[\p{L}\p{N}~]/gu)) {
    const found = periodAt(line, index);
    if (!found || !/^[\s)\]）]*$/u.test(line.slice(found.end))) continue;
    const before = line.slice(0, index);
    const rest = before.replace(/[\s,;:·|•–—([（-]+$/u, '');
    const apart = rest === '' || rest.length < before.trimEnd().length;
    return { ...found.stretch, rest, text: line.slice(index, found.end), sure: apart || found.rich };
  }
  return undefined;
}

function atStart(line: string): Dated | undefined {
  const found = periodAt(line, 0);
  const after = found && /^\s*[\t:|·•,–—]\s*|^\s{2,}/u.exec(line.slice(found.end))?.[0];
  if (!found || after === undefined) return undefined;
  return {
    ...found.stretch,
    rest: line.slice(found.end + after.length),
    text: line.slice(0, found.end),
    sure: true,
  };
}

function periodAt(text: string, at: number): { stretch: Stretch; end: number; rich: boolean } | undefined {
  const start = pointAt(text, at);
  if (!start) return undefined;
  const gap = stick(SEPARATOR, text, start.end);
  const next = gap ? (pointAt(text, gap.end) ?? presentAt(text, gap.end)) : undefined;
  if (next) return { stretch: { start: start.value, end: next.value }, end: next.end, rich: true };
  const { value, end } = start;
  return { stretch: { start: value, end: value }, end, rich: value.length > 4 };
}

function presentAt(text: string, at: number): Point | undefined {
  const found = stick(CALENDAR.present, text, at);
  return found && { value: 'present', end: found.end };
}

function pointAt(text: string, at: number): Point | undefined {
  const before = stick(CALENDAR.circa, text, at);
  const unsure = before && exactAt(text, before.end);
  const point = unsure ?? exactAt(text, at);
  if (!point) return undefined;
  const after = stick(CALENDAR.circaAfter, text, point.end);
  const value = unsure || after ? `~${point.value}` : point.value;
  return { value, end: after?.end ?? point.end };
}

function exactAt(text: string, at: number): Point | undefined {
  const { month, season, quarters } = CALENDAR;
  const found = (pattern: RegExp, read: (groups: string[]) => string | undefined): Point | undefined => {
    const match = stick(pattern, text, at);
    const value = match && read(match.groups);
    return match && value !== undefined ? { value, end: match.end } : undefined;
  };
  const named = (year: string, word: string) => {
    const number = month(word);
    return number === undefined ? undefined : dated(year, number);
  };
  for (const { quarter, pattern } of quarters) {
    const point = found(pattern, ([year]) => `${year}-Q${quarter}`);
    if (point) return point;
  }
  return (
    found(MONTH_YEAR, ([word = '', year = '']) => {
      const time = season(word);
      return named(year, word) ?? (time && `${year}-${time}`);
    }) ??
    found(MONTH_DAY_YEAR, ([word = '', , year = '']) => named(year, word)) ??
    found(DAY_MONTH_YEAR, ([, word = '', year = '']) => named(year, word)) ??
    found(EAST_ASIAN_SEASON, ([year = '', word = '']) => {
      const time = season(word);
      return time && `${year}-${time}`;
    }) ??
    found(EAST_ASIAN, ([year = '', number]) => (number ? dated(year, Number(number)) : year)) ??
    found(ISO, ([year = '', number = '']) => dated(year, Number(number))) ??
    found(NUMERIC, ([number = '', year = '']) => dated(year, Number(number))) ??
    found(YEAR, ([year]) => year)
  );
}

const dated = (year: string, month: number): string => `${year}-${String(month).padStart(2, '0')}`;

function stick(pattern: RegExp, text: string, at: number): { groups: string[]; end: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? { groups: match.slice(1), end: at + match[0].length } : undefined;
}
