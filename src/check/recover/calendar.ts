import { LANGUAGES } from '../../resume/locales.js';
import { labelsFor } from '../../view/labels.js';
import { foldTerm } from './fold.js';

// The words that dates are made of, in all our languages: the names of months from `Intl`, the rest from the language packs
// and from what people write besides.

export interface Calendar {
  month(word: string): number | undefined;
  /** `spring`, `summer` … */
  season(word: string): string | undefined;
  /** How each quarter is written; the group is the year. */
  quarters: { quarter: number; pattern: RegExp }[];
  /** What stands before a date that is not sure, such as `ca. `, or after it. */
  circa: RegExp;
  circaAfter: RegExp;
  /** `Present`, at the place where the pattern begins to look. */
  present: RegExp;
}

const NOW = `now|current|currently|today|to date|ongoing|bis heute|aktuell|jetzt|actuel|actuellement|en cours|à ce jour|
  actual|hoy|atual|atualmente|hoje|oggi|attuale|in corso|nu|heden|obecnie|teraz|dziś|до сих пор|н\\.в\\.|по настоящее время|
  дотепер|зараз|σημερα|halen|devam ediyor`;

function readCalendar(): Calendar {
  const months = new Map<string, number>();
  const seasons = new Map<string, string>();
  const quarters = new Map<string, number>();
  const circasAfter = new Set<string>();
  const circas = new Set<string>(['ca\\.?\\s*', 'circa\\s+', 'c\\.\\s*', '~\\s*']);
  const presents = new Set<string>(NOW.split('|').map((word) => word.trim()));

  for (const language of LANGUAGES) {
    const labels = labelsFor(language);
    for (let month = 1; month <= 12; month += 1) {
      for (const name of monthNames(language, month)) {
        for (const form of [name, labels.month(name), labels.monthOfDay(name)]) {
          const key = foldMonth(form);
          if (key !== '' && !months.has(key)) months.set(key, month);
        }
      }
    }
    for (const [season, word] of Object.entries(labels.seasons)) seasons.set(foldTerm(word), season);
    for (const quarter of [1, 2, 3, 4]) quarters.set(pattern(labels.quarter(quarter, 9999)), quarter);
    const [before = '', after = ''] = labels
      .circa('\0')
      .split('\0')
      .map((part) => part.trim());
    if (before !== '') circas.add(`${quoted(before)}\\s*`);
    if (after !== '') circasAfter.add(quoted(after));
    presents.add(quoted(labels.present));
  }
  return {
    // In Hebrew the word for “in” is a letter before the month.
    month: (word) => months.get(foldMonth(word)) ?? months.get(foldMonth(word.replace(/^ב/u, ''))),
    season: (word) => seasons.get(foldTerm(word)),
    quarters: [...quarters].map(([source, quarter]) => ({ quarter, pattern: new RegExp(source, 'iuy') })),
    circaAfter: new RegExp(`\\s*(?:${longestFirst(circasAfter) || '(?!)'})`, 'iuy'),
    circa: new RegExp(`(?:${longestFirst(circas)})`, 'iuy'),
    present: new RegExp(`(?:${longestFirst(presents)})(?![\\p{L}\\p{N}])`, 'iuy'),
  };
}

/** In all the forms a date can have them: alone, beside a day, short. */
function monthNames(language: string, month: number): string[] {
  const instant = new Date(Date.UTC(2000, month - 1, 1));
  const shapes: Intl.DateTimeFormatOptions[] = [
    { month: 'long' },
    { month: 'long', day: 'numeric' },
    { month: 'short' },
    { month: 'short', day: 'numeric' },
  ];
  return shapes.flatMap((shape) =>
    new Intl.DateTimeFormat(language, { ...shape, timeZone: 'UTC', calendar: 'gregory' })
      .formatToParts(instant)
      .flatMap(({ type, value }) => (type === 'month' && /\p{L}/u.test(value) ? value : [])),
  );
}

const foldMonth = (word: string): string => foldTerm(word.replace(/\.$/, ''));
const quoted = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const longestFirst = (list: ReadonlySet<string>): string =>
  [...list].sort((a, b) => b.length - a.length).join('|');

/** The quarter of 9999 as it is written, with a group in place of the year. */
const pattern = (example: string): string =>
  quoted(example).replaceAll(' ', '\\s+').replace('9999', '(\\d{4})');

/** Read once: asking `Intl` for every language takes its time. */
export const CALENDAR: Calendar = readCalendar();
