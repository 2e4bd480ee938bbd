import type { SectionId } from '../../resume/schema.js';

// What a parser recovers from a document. Dates are written as in the résumé format: `2021-03`, `2018`, `2017-Q4`,
// `2019-spring`, `present`, with `~` where the document says that it is not sure.

export interface Recovered {
  name?: string | undefined;
  /** The line below the name. */
  label?: string | undefined;
  emails: string[];
  phones: string[];
  /** As they are printed. */
  links: string[];
  place?: string | undefined;
  jobs: Job[];
  degrees: Degree[];
  skills: Skill[];
  languages: { name: string; level?: string | undefined }[];
  /** The headings that divide the document; `id` where the name is a usual one. */
  sections: { title: string; id?: SectionName | undefined }[];
}

export type SectionName = SectionId | 'contact';

export interface Stretch {
  start?: string | undefined;
  end?: string | undefined;
}

export interface Job extends Stretch {
  title?: string | undefined;
  employer?: string | undefined;
  place?: string | undefined;
}

export interface Degree extends Stretch {
  title?: string | undefined;
  area?: string | undefined;
  institution?: string | undefined;
  place?: string | undefined;
}

export interface Skill {
  /** What stands before a colon. */
  name?: string | undefined;
  keywords: string[];
}
