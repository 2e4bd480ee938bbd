import { monthOf } from './month-names.js';

// Spellings of a date that others use and that leave no doubt → our own. `05/06/2015` is not among them: it is May to
// some readers and June to others.

const MARK = '(?<mark>[-/.])';
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?`;
const NAME = String.raw`(?<name>\p{L}{3,})\.?`;
const OF = String.raw`,?(?:\s+|[-/.])(?:de[l]?\s+|of\s+)?`;
const YEAR = String.raw`(?<year>\d{4})(?:\s*(?:г|р)\.?)?`;

const PATTERNS = [
  /** `2014-`, of something that goes on. */
  String.raw`(?<year>\d{4})\s*[-–—]`,
  /** `2018-5`, `2015/05`, `2015.05.12` */
  String.raw`(?<year>\d{4})${MARK}(?<month>\d{1,2})(?:\k<mark>(?<day>\d{1,2}))?`,
  /** `05/2015`, `5.2015` */
  String.raw`(?<month>\d{1,2})[-/.](?<year>\d{4})`,
  /** `201505`, `20150512` */
  String.raw`(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)?`,
  /** `2018-05-12T00:00:00.000Z`: the day that is written there, whatever day it was elsewhere. */
  String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?`,
  /** `2015年5月12日`, `2015년 5월` */
  String.raw`(?<year>\d{4})\s?[年년]\s?(?<month>\d{1,2})\s?[月월](?:\s?(?<day>\d{1,2})\s?[日일])?`,
  /** `May 2015`, `Sept., 2015`, `mayo de 2015`, `May-2015` */
  `${NAME}${OF}${YEAR}`,
  /** `2015 May`, `2015-May` */
  String.raw`(?<year>\d{4})[-/.,\s]\s?${NAME}`,
  /** `15 May 2015`, `1. Mai 2015`, `12 de mayo de 2018` */
  String.raw`${DAY}(?:\s+|[-/])(?:de\s+|of\s+)?${NAME}${OF}${YEAR}`,
  /** `May 15, 2015`, `May 1st 2015` */
  String.raw`${NAME}\s+${DAY},?\s+(?<year>\d{4})`,
].map(whole);

/** `Summer 2015`, `fall, 2019`, `2020 spring` */
const SEASON =
  /^(?:(?<season>spring|summer|autumn|fall|winter)(?: of)?,?\s+(?<year>\d{4})|(?<before>\d{4})\s+(?<after>spring|summer|autumn|fall|winter))$/i;
/** `Q1 2020`, `Q1/2020`, `2020 Q1`, `2020Q1` */
const QUARTER = /^(?:Q(?<quarter>[1-4])[\s/-]*(?<year>\d{4})|(?<before>\d{4})[\s/]*Q(?<after>[1-4]))$/i;
/** `15/05/2015`: one of the two is no month, or both are the same. */
const EITHER_WAY = whole(String.raw`(?<one>\d{1,2})${MARK}(?<two>\d{1,2})\k<mark>(?<year>\d{4})`);

const PRESENT = new Set(
  (
    'now|current|currently|ongoing|on-going|today|to date|present day|heute|aktuell|derzeit|laufend|actualidad|la actualidad|' +
    'actual|actualmente|presente|atual|atualmente|o momento|attuale|oggi|in corso|heden|obecnie|teraz|aujourd’hui|' +
    "aujourd'hui|actuel|à ce jour|en cours|σήμερα|настоящее время|по настоящее время|н.в.|дотепер|теперішній час|" +
    'halen|devam ediyor|günümüz|至今|现在|現在|현재'
  ).split('|'),
);

/** `May 2015` → `2015-05`; undefined where nothing is meant for sure. The month and day may still be impossible. */
export function ownSpelling(text: string): string | undefined {
  if (PRESENT.has(text.toLowerCase())) return 'present';
  const { groups: season } = SEASON.exec(text) ?? {};
  if (season) return `${season.year ?? season.before}-${(season.season ?? season.after ?? '').toLowerCase()}`;
  const { groups: quarter } = QUARTER.exec(text) ?? {};
  if (quarter) return `${quarter.year ?? quarter.before}-Q${quarter.quarter ?? quarter.after}`;
  const { groups: either } = EITHER_WAY.exec(text) ?? {};
  if (either) return dayAndMonth(either);
  for (const pattern of PATTERNS) {
    const { year, name, day, month = name && monthOf(name)?.toString() } = pattern.exec(text)?.groups ?? {};
    if (year === undefined || (name !== undefined && month === undefined)) continue;
    return joined(year, month, day);
  }
  return undefined;
}

function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`, 'iu');
}

function dayAndMonth({ one = '', two = '', year = '' }: Record<string, string>): string | undefined {
  if (Number(one) > 12 || one.padStart(2, '0') === two.padStart(2, '0')) return joined(year, two, one);
  return Number(two) > 12 ? joined(year, one, two) : undefined;
}

/** As ours; `00` is how databases write a month or a day that nobody knows. */
function joined(year: string, month?: string, day?: string): string {
  const parts = [year, month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : []));
  while (parts.length > 1 && parts.at(-1) === '00') parts.pop();
  return parts.join('-');
}
