import { readPeriod } from '../recover/read-period.js';
import type { Degree, Job } from '../recover/recovered.js';
import { ALL, type Checked, type Rule } from './rule.js';

// Loxo asks for a month as a word, a year with four digits, and the range on one line. A job is a title, an employer and
// dates; a degree is a title and a school (RChilli 3105, 3109).

export const DATE_RULES: readonly Rule[] = [
  {
    id: 'date-forms',
    severity: 'warning',
    formats: ALL,
    wrong: 'dates are written in more than one form',
    fix: 'write all of them alike, the month as a word: Mar 2021 – Present',
    judge: (checked) => {
      const forms = new Map(datesOf(checked).flatMap((text) => formsIn(text).map((form) => [form, text])));
      return forms.size > 1 ? [...forms.values()] : [];
    },
  },
  {
    id: 'short-date',
    severity: 'warning',
    formats: ALL,
    wrong: 'a year has two digits, so that 05/06 may be a month and a year or two years',
    fix: 'write the year with four digits and the month as a word',
    judge: ({ extraction: { paragraphs } }) =>
      paragraphs
        .filter(({ bullet, text }) => !bullet && text.length < 110 && SHORT.test(text))
        .map(({ text }) => text),
  },
  {
    id: 'date-split',
    severity: 'warning',
    formats: ['pdf'],
    wrong: 'a range of dates is broken over two lines',
    fix: 'make the title shorter, or keep the dates together with no-break spaces',
    judge: ({ extraction: { paragraphs } }) =>
      paragraphs
        .filter(({ bullet }) => !bullet)
        .flatMap(({ lines }) => lines.slice(0, -1).filter((line) => /\d{4}\s*[–—-]$/u.test(line))),
  },
  {
    id: 'job-incomplete',
    severity: 'warning',
    formats: ALL,
    wrong: 'a job lacks its title, employer or dates, or they are not where a parser looks',
    fix: 'give every job a title, an employer and dates, in the same order',
    judge: ({ recovered: { jobs } }) => jobs.flatMap((job) => lacking(job, ['title', 'employer', 'start'])),
  },
  {
    id: 'degree-incomplete',
    severity: 'warning',
    formats: ALL,
    wrong: 'a degree lacks its title or school, or they are not where a parser looks',
    fix: 'give every degree a title and a school',
    judge: ({ recovered: { degrees } }) =>
      degrees.flatMap((degree) => lacking(degree, ['title', 'institution'])),
  },
];

const SHORT = /(?<![\d/.])(?:0?[1-9]|1[0-2])\/\d{2}(?![\d/.])|\s[’'‘]\d{2}(?!\d|\p{L})/u;

function datesOf({ extraction: { paragraphs } }: Checked): string[] {
  return paragraphs.flatMap(({ text, bullet }) => {
    const period = bullet || text.length > 200 ? undefined : readPeriod(text);
    return period?.sure ? period.text : [];
  });
}

/** A year by itself goes with every form. */
function formsIn(text: string): string[] {
  return [
    ...(/\p{L}+\.?\s+(de\s+)?\d{4}/u.test(text) ? ['words'] : []),
    ...(/(?<!\d)\d{1,2}[/.]\d{4}/.test(text) ? ['numbers'] : []),
    ...(/\d{4}[-/.]\d{2}(?!\d)/.test(text) ? ['iso'] : []),
  ];
}

const NAMES: Record<string, string> = { start: 'dates', institution: 'school' };

function lacking<T extends Job | Degree>(entry: T, keys: readonly (keyof T & string)[]): string[] {
  const missing = keys.filter((key) => entry[key] === undefined || entry[key] === '');
  const { title = 'without a title', start } = entry;
  const known = start === undefined ? title : `${title} (${start})`;
  return missing.length === 0
    ? []
    : [`${known}: no ${missing.map((key) => NAMES[key] ?? key).join(', no ')}`];
}
