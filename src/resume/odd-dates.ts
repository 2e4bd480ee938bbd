// Spellings of a date that others use and that leave no doubt → our own. `05/06/2015` is not among them: it is May to
// some readers and June to others.

const PATTERNS = [
  /** `2014-`, of something that goes on. */
  /^(?<year>\d{4})\s*[-–]$/,
  /** `2018-5`, `2015/05`, `2015.05.12` */
  /^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})(?:\k<mark>(?<day>\d{1,2}))?$/,
  /** `05/2015`, `5.2015` */
  /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/,
  /** `2018-05-12T00:00:00.000Z`: the day that is written there, whatever day it was elsewhere. */
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?\s?(?:Z|[+-]\d\d:?\d\d)?$/i,
  /** `May 2015`, `Sept., 2015` */
  /^(?<name>[a-z]+)\.?,?\s+(?<year>\d{4})$/i,
  /** `15 May 2015` */
  /^(?<day>\d{1,2})\s+(?<name>[a-z]+)\.?,?\s+(?<year>\d{4})$/i,
  /** `May 15, 2015` */
  /^(?<name>[a-z]+)\.?\s+(?<day>\d{1,2}),?\s+(?<year>\d{4})$/i,
];

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** `May 2015` → `2015-05`; undefined where nothing is meant for sure. The month and day may still be impossible. */
export function ownSpelling(text: string): string | undefined {
  if (/^(?:now|current|ongoing|today)$/i.test(text)) return 'present';
  for (const pattern of PATTERNS) {
    const { year, name, day, month = name && monthOf(name) } = pattern.exec(text)?.groups ?? {};
    if (year === undefined || (name !== undefined && month === undefined)) continue;
    return [year, month, day].flatMap((part) => (part ? [part.padStart(2, '0')] : [])).join('-');
  }
  return undefined;
}

/** `September`, `Sep` or `Sept` → `9`. */
function monthOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  const index = MONTHS.findIndex((month) => [month, month.slice(0, 3)].includes(lower));
  if (index !== -1) return String(index + 1);
  return lower === 'sept' ? '9' : undefined;
}
