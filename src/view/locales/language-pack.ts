import type { Season } from '../../resume/dates.js';
import type { SectionId } from '../../resume/schema.js';

/** The words of one language, as a recruiter of its countries expects them. All of them: a pack is complete. */
export interface LanguagePack {
  /** The kind of document, for its title. */
  document: string;
  sections: Record<SectionId, string>;
  present: string;
  circa: (date: string) => string;
  /** `May 2018`: how a month by itself is written, given the full name `Intl` has for it. */
  month: (name: string) => string;
  /** `May 12, 2018`: the same beside a day, where many languages have another case. */
  monthOfDay: (name: string) => string;
  /** The first day of a month, which some languages count and others name. */
  firstDay: string;
  quarter: (quarter: number, year: number) => string;
  seasons: Record<Season, string>;
  /** What joins the parts of a date. */
  dates: DateStyle;
  /** What joins the parts of a line. */
  marks: Marks;
  /** `# year`, `# years`: a form for every plural category that whole numbers have in the language (CLDR); `#` is the number. */
  years: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;
  expires: (date: string) => string;
  /** One page and several; `#` is their numbers. */
  pages: { one: string; more: string };
  /** Stands before the number of a certificate. */
  credential: string;
  minor: string;
  score: string;
  honors: string;
  thesis: string;
  courses: string;
  /** Before the addresses of a talk's slides and recording. */
  slides: string;
  video: string;
}

export interface DateStyle {
  /** `2018`, `2018年`: a year that stands by itself. */
  year: (year: number) => string;
  season: (name: string, year: number) => string;
  /** Whether every number has a word after it, `2018年5月12日`, so that what `Intl` puts between belongs to the date. */
  counted: boolean;
}

/** Punctuation, with the spaces that go with it. */
export interface Marks {
  /** Between the items of a list. */
  comma: string;
  /** Between a term and what is said of it. */
  colon: string;
  /** Around a note; what comes before it stands right before `open`. */
  open: string;
  close: string;
}

export const EUROPEAN: Pick<LanguagePack, 'dates' | 'marks'> = {
  dates: { year: String, season: (name, year) => `${name} ${year}`, counted: false },
  marks: { comma: ', ', colon: ': ', open: ' (', close: ')' },
};

/** Chinese and Japanese marks are as wide as a letter and bring their space along. */
export const IDEOGRAPHIC: Pick<LanguagePack, 'dates' | 'marks'> = {
  dates: { year: (year) => `${year}年`, season: (name, year) => `${year}年${name}`, counted: true },
  marks: { comma: '、', colon: '：', open: '（', close: '）' },
};

// `Intl` is asked for whole names only: its abbreviations change from one version of Node to the next (`Sep`, `Sept`)
// and from region to region.

export const whole = (name: string): string => name;

export const threeLetters = (name: string): string => name.slice(0, 3);

export const roman = (quarter: number): string => ['I', 'II', 'III', 'IV'][quarter - 1] ?? String(quarter);
