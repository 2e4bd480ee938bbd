import type { Season } from '../resume/dates.js';
import type { SectionId } from '../resume/schema.js';

/** The words the product adds to a résumé, in one language. */
export interface Labels {
  /** BCP 47; month names and list punctuation come from `Intl` in this locale. */
  locale: string;
  /** The kind of document, for its title. */
  document: string;
  sections: Record<SectionId, string>;
  present: string;
  circa: (date: string) => string;
  quarter: (quarter: number, year: number) => string;
  season: (season: Season, year: number) => string;
  years: (count: string) => string;
  expires: (date: string) => string;
  pages: (pages: string) => string;
  credential: string;
  minor: string;
  score: string;
  honors: string;
  thesis: string;
  courses: string;
}

const ENGLISH: Labels = {
  locale: 'en',
  document: 'Résumé',
  sections: {
    summary: 'Summary',
    work: 'Experience',
    projects: 'Projects',
    education: 'Education',
    skills: 'Skills',
    languages: 'Languages',
    certificates: 'Certifications',
    awards: 'Awards',
    publications: 'Publications',
    talks: 'Talks',
    patents: 'Patents',
    volunteer: 'Volunteering',
    memberships: 'Memberships',
    interests: 'Interests',
    references: 'References',
  },
  present: 'Present',
  circa: (date) => `c. ${date}`,
  quarter: (quarter, year) => `Q${quarter} ${year}`,
  season: (season, year) => `${season[0]?.toUpperCase()}${season.slice(1)} ${year}`,
  years: (count) => (/^\d+$/.test(count) ? `${count} ${count === '1' ? 'year' : 'years'}` : count),
  expires: (date) => `expires ${date}`,
  pages: (pages) => (/^pp?\./i.test(pages) ? pages : /^\w+$/.test(pages) ? `p. ${pages}` : `pp. ${pages}`),
  credential: 'Credential',
  minor: 'Minor',
  score: 'Grade',
  honors: 'Honors',
  thesis: 'Thesis',
  courses: 'Courses',
};

const PACKS = new Map([['en', ENGLISH]]);

/** The language packs there are. */
export const LOCALES: readonly string[] = [...PACKS.keys()];

/** The labels for a BCP 47 locale; English where there is no pack for its language. */
export function labelsFor(locale: string): Labels {
  return PACKS.get(locale.toLowerCase().split('-', 1)[0] ?? '') ?? ENGLISH;
}
