import * as z from 'zod';
import {
  award,
  certificate,
  education,
  interest,
  language,
  membership,
  patent,
  project,
  publication,
  reference,
  skill,
  talk,
  volunteer,
  work,
} from './entries.js';
import { date, highlights, keywords, marks, oneOrMore, prose, story, text, url } from './fields.js';

// The canonical résumé: a strict superset of JSON Resume 1.0.0 (https://jsonresume.org/schema).
// Every key of that standard keeps its name and meaning; what is ours is optional.

const basics = z.strictObject({
  name: text,
  label: text.optional(),
  image: text.optional(),
  email: oneOrMore.optional(),
  phone: oneOrMore.optional(),
  url: oneOrMore.optional(),
  summary: prose.optional(),
  location: z
    .strictObject({
      address: text.optional(),
      postalCode: text.optional(),
      city: text.optional(),
      countryCode: text.optional(),
      region: text.optional(),
    })
    .optional(),
  profiles: z
    .array(
      z.strictObject({
        network: text.optional(),
        username: text.optional(),
        url: url.optional(),
        ...marks,
      }),
    )
    .optional(),
});

const customEntry = z.strictObject({
  name: text.optional(),
  organization: text.optional(),
  location: text.optional(),
  date: date.optional(),
  ...story,
});
const pair = z.strictObject({ name: text, value: z.union([text, keywords]), ...marks });
const custom = { id: text.optional(), title: text, private: z.boolean().optional() };
const section = z.discriminatedUnion('kind', [
  z.strictObject({ ...custom, kind: z.literal('entries'), entries: z.array(customEntry) }),
  z.strictObject({ ...custom, kind: z.literal('list'), items: highlights }),
  z.strictObject({ ...custom, kind: z.literal('text'), text: prose }),
  z.strictObject({ ...custom, kind: z.literal('pairs'), pairs: z.array(pair) }),
]);

const meta = z.strictObject({
  canonical: text.optional(),
  version: text.optional(),
  lastModified: text.optional(),
  theme: text.optional(),
  locale: text.optional(),
  paper: z.enum(['a4', 'letter']).optional(),
  order: z.array(text).optional(),
  hidden: z.array(text).optional(),
  titles: z.record(z.string(), text).optional(),
});

export const resumeSchema = z.strictObject({
  $schema: text.optional(),
  basics,
  work: z.array(work).optional(),
  volunteer: z.array(volunteer).optional(),
  education: z.array(education).optional(),
  projects: z.array(project).optional(),
  skills: z.array(skill).optional(),
  languages: z.array(language).optional(),
  certificates: z.array(certificate).optional(),
  awards: z.array(award).optional(),
  publications: z.array(publication).optional(),
  talks: z.array(talk).optional(),
  patents: z.array(patent).optional(),
  memberships: z.array(membership).optional(),
  interests: z.array(interest).optional(),
  references: z.array(reference).optional(),
  sections: z.array(section).optional(),
  meta: meta.optional(),
});

/** A résumé as the author wrote it: validated, absent things left out, nothing reworded. */
export type Resume = z.infer<typeof resumeSchema>;

/** The sections every résumé knows, in the order a reader expects them; `summary` is `basics.summary`. */
export const SECTION_IDS = [
  'summary',
  'work',
  'projects',
  'education',
  'skills',
  'languages',
  'certificates',
  'awards',
  'publications',
  'talks',
  'patents',
  'volunteer',
  'memberships',
  'interests',
  'references',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];
