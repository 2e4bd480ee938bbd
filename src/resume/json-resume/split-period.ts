import { parseDate } from '../dates.js';

const RANGE =
  /^(?<start>.*?\p{N}.*?)(?:\s+(?:-|–|—|~|to|until|till|bis|au?|al?)\s+|\s*[–—]\s*|(?<=^\d{1,2}\/\d{4}|^\d{4})\s*-\s*(?=\d{1,2}\/\d{4}$|\d{4}$|\p{L}))(?<end>.+)$/iu;

/** `2015 - 2018`, `May 2015 to present` → its two dates, spelt as ours; undefined unless both are dates for sure. */
export function splitPeriod(text: string): { startDate: string; endDate: string } | undefined {
  const { start: startDate, end: endDate } = RANGE.exec(text.trim())?.groups ?? {};
  if (startDate === undefined || endDate === undefined) return undefined;
  if (parseDate(text).precision !== 'text') return undefined;
  const [start, end] = [parseDate(startDate), parseDate(endDate)];
  if (start.precision === 'text' || end.precision === 'text') return undefined;
  return { startDate: start.spelling ?? startDate, endDate: end.spelling ?? endDate };
}
