import * as z from 'zod';
import {
  customEntry,
  education,
  interest,
  language,
  pair,
  project,
  skill,
  volunteer,
  work,
} from './entries.js';
import { contacts, entry, highlights, line, marks, optional, plain, prose, text, url } from './fields.js';
import { award, certificate, membership, patent, publication, reference, talk } from './records.js';
import { style } from './style.js';

// The canonical résumé: a strict superset of JSON Resume 1.0.0 (https://jsonresume.org/schema).
// Every key of that standard keeps its name and meaning; what is ours is optional.

const location = entry('Place', {
  address: text('Street and number; several lines are joined by commas.', 'Quay 12'),
  postalCode: text('Printed before the city.', 'LS1 4AB'),
  city: text('The town.', 'Leeds'),
  region: text('State, province or county.', 'West Yorkshire'),
  countryCode: text('Two letters (ISO 3166-1); the name of the country is printed.', 'GB'),
});

const profile = entry('Profile', {
  network: text('Printed where the address does not say it.', 'Mastodon'),
  username: text('Printed where the address does not say it, or there is none.', 'ada'),
  url: url('Printed and linked.', 'https://git.example.com/ada'),
  ...marks,
});

const basics = z
  .strictObject({
    name: text('Your name: the title of the document.', 'Ada Example'),
    ...optional({
      label: line('What you are, below the name.', 'Systems engineer'),
      image: text('Your picture: a PNG or JPEG file in the résumé’s folder or below it.', 'portrait.jpg'),
      email: contacts('One address, or a list of addresses and `{label, value}`.', 'ada@example.com'),
      phone: contacts('One number, or a list of numbers and `{label, value}`.', '+44 20 5550 0100'),
      url: contacts('Your own site, or several.', 'https://ada.example.com'),
      summary: prose('The section *Summary*.', 'I build **data platforms** for energy grids.'),
      location: location.meta({ title: 'Place', description: 'Where you live; printed as one text.' }),
      profiles: z.array(profile).meta({ description: 'Where you are found on the web.' }),
    }),
  })
  .meta({ title: 'Person', description: 'The head of the document: who you are and how to reach you.' });

const custom = {
  id: plain('What `meta` calls this section; made from the title otherwise.', 'grants').optional(),
  title: text('The heading.', 'Teaching'),
  private: marks.private,
};
const section = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...custom,
      kind: z.literal('entries').meta({ description: 'Entries with a title line and text, as in `work`.' }),
      entries: z.array(customEntry).meta({ description: 'The entries.' }),
    }),
    z.strictObject({
      ...custom,
      kind: z.literal('list').meta({ description: 'Bullets.' }),
      items: highlights('The bullets.', ['I read twice before I answer.']),
    }),
    z.strictObject({
      ...custom,
      kind: z.literal('text').meta({ description: 'Paragraphs.' }),
      text: prose('The text.', 'My first cue was a *sunset*.'),
    }),
    z.strictObject({
      ...custom,
      kind: z.literal('pairs').meta({ description: 'Lines of `name: value`.' }),
      pairs: z.array(pair).meta({ description: 'The lines.' }),
    }),
  ])
  .meta({ title: 'Section of your own' });

const sectionId = plain('The id of a section.', 'work');
// The reader keeps numbers as they are written.
const count = z.preprocess(
  (value) => (typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value),
  z.number().int().min(1).max(99),
);

const meta = entry('How the document is made', {
  canonical: plain('Where the newest version of this file is.', 'https://ada.example.com/resume.json'),
  version: plain('Of this file.', 'v1.0.0'),
  lastModified: plain('The date written into the files.', '2026-03-01'),
  theme: plain('A theme’s name, or the path of its folder.', 'classic'),
  locale: plain('The document’s language, a BCP 47 tag.', 'en', 'de', 'pt-BR'),
  paper: z.enum(['a4', 'letter']).meta({ description: 'The paper’s size; the theme’s otherwise.' }),
  pages: count.meta({
    description: 'How many pages there may be at most; spacing, margins and size give way.',
    examples: [1],
  }),
  order: z.array(sectionId).meta({
    description: 'The sections that come first, in this order; the others follow.',
    examples: [['summary', 'skills']],
  }),
  hidden: z
    .array(sectionId)
    .meta({ description: 'The sections that are left out.', examples: [['interests']] }),
  titles: z
    .record(z.string(), text('The heading.', 'Employment history'))
    .meta({ description: 'Other headings, by section id.', examples: [{ work: 'Employment history' }] }),
  style,
}).meta({ title: 'How the document is made', description: 'Theme, language, paper, order of sections.' });

const listOf = <E extends z.ZodType>(item: E, title: string, description: string) =>
  z.array(item).meta({ title, description }).optional();

export const resumeSchema = z.strictObject({
  $schema: plain('The schema that editors check this file with.').optional(),
  basics,
  work: listOf(work, 'Experience', 'Jobs, the latest first.'),
  volunteer: listOf(volunteer, 'Volunteering', 'What you do without pay.'),
  education: listOf(education, 'Education', 'Schools and degrees, the latest first.'),
  projects: listOf(project, 'Projects', 'Things you made, inside and outside of jobs.'),
  skills: listOf(skill, 'Skills', 'What you can do, one line a group.'),
  languages: listOf(language, 'Languages', 'Which you speak, and how well.'),
  certificates: listOf(certificate, 'Certificates', 'What you are certified for, and until when.'),
  awards: listOf(award, 'Awards', 'Prizes, grants and honours.'),
  publications: listOf(publication, 'Publications', 'Papers, books, articles.'),
  talks: listOf(talk, 'Talks', 'Given in public.'),
  patents: listOf(patent, 'Patents', 'Filed or granted.'),
  memberships: listOf(membership, 'Memberships', 'Societies, boards, committees.'),
  interests: listOf(interest, 'Interests', 'What else you care for.'),
  references: listOf(reference, 'References', 'Who speaks for you.'),
  sections: listOf(
    section,
    'Sections of your own',
    'Whatever has no place elsewhere; any number, any place.',
  ),
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
