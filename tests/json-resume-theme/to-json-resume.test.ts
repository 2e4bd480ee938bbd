import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toJsonResume } from '../../src/json-resume-theme/to-json-resume.js';
import { packageRoot } from '../../src/package-root.js';
import { published } from '../../src/resume/publish-resume.js';
import { buildView } from '../../src/view/build-view.js';
import { resumeOf } from '../page/samples.js';

// What other programs get of a résumé: JSON Resume 1.0.0 and nothing else.

function lowered(yaml: string, image?: string) {
  const resume = resumeOf(yaml);
  const ids = buildView(resume).sections.map(({ id }) => id);
  return toJsonResume(published(resume, ids), image);
}

const ADA = 'basics: { name: Ada Example }\n';

test('a text without Markdown, whatever the author marked', () => {
  const { basics, work } = lowered(`basics:
  name: Ada Example
  label: "**Systems** engineer at [Northwind](https://northwind.example.com)"
  summary: "First *paragraph*.\\n\\n- one\\n- two with \`code\`"
work:
  - name: Northwind
    highlights: ["Cut it by **half**"]
`);
  expect(basics).toMatchObject({
    label: 'Systems engineer at Northwind',
    summary: 'First paragraph.\n\n- one\n- two with code',
  });
  expect(work).toEqual([{ name: 'Northwind', highlights: ['Cut it by half'] }]);
});

test('dates of the standard, never more precise than they are; what goes on or is no date has none', () => {
  const { work } = lowered(`${ADA}work:
  - { position: a, startDate: 2018-05-12, endDate: 2019-02 }
  - { position: b, startDate: 2017-Q4, endDate: 2019-spring }
  - { position: c, startDate: "~1990", endDate: present }
  - { position: d, startDate: long ago, endDate: May 2015 }
`);
  expect(work).toEqual([
    { position: 'a', startDate: '2018-05-12', endDate: '2019-02' },
    { position: 'b', startDate: '2017', endDate: '2019' },
    { position: 'c', startDate: '1990' },
    { position: 'd', endDate: '2015-05' },
  ]);
});

test('an entry for each role, with the employer in all of them', () => {
  const { work } = lowered(`${ADA}work:
  - name: Northwind Grid
    url: https://northwind.example.com
    location: Lisbon
    roles:
      - { position: Lead, startDate: 2020, highlights: [Led] }
      - { position: Engineer, startDate: 2017, endDate: 2020, location: Porto, locationType: remote }
  - name: Harbour
    summary: Both at once.
    roles: [{ position: Clerk }]
`);
  expect(work).toEqual([
    {
      name: 'Northwind Grid',
      url: 'https://northwind.example.com',
      location: 'Lisbon',
      position: 'Lead',
      startDate: '2020',
      highlights: ['Led'],
    },
    {
      name: 'Northwind Grid',
      url: 'https://northwind.example.com',
      location: 'Porto, remote',
      position: 'Engineer',
      startDate: '2017',
      endDate: '2020',
    },
    { name: 'Harbour', summary: 'Both at once.' },
    { name: 'Harbour', position: 'Clerk' },
  ]);
});

test('projects inside a job, and parts of a project, stand beside the others', () => {
  const { projects } = lowered(`${ADA}work:
  - name: Northwind
    projects: [{ name: Archive, position: Architect, description: Ten years., summary: For a regulator. }]
projects:
  - { name: Tools, projects: [{ name: Hammer, keywords: [steel] }] }
`);
  expect(projects).toEqual([
    { name: 'Tools' },
    { name: 'Hammer', keywords: ['steel'] },
    {
      name: 'Archive',
      description: 'Ten years.\n\nFor a regulator.',
      roles: ['Architect'],
      entity: 'Northwind',
    },
  ]);
});

test('nested highlights one after the other, keywords of a job last', () => {
  const { work } = lowered(`${ADA}work:
  - position: Engineer
    highlights: [{ text: "Rebuilt it:", highlights: [faster, { text: smaller, highlights: [by half] }] }, Done]
    keywords: [Go, { name: Rust, level: expert }]
`);
  expect(work).toEqual([
    { position: 'Engineer', highlights: ['Rebuilt it:', 'faster', 'smaller', 'by half', 'Done', 'Go, Rust'] },
  ]);
});

test('of several contacts the first; a profile is told by its address', () => {
  const { basics } = lowered(`basics:
  name: Ada Example
  email: [{ label: work, value: ada@example.com }, second@example.com]
  url: ada.example.com
  profiles: [{ url: "https://www.git.example.com/ada" }]
`);
  expect(basics).toEqual({
    name: 'Ada Example',
    email: 'ada@example.com',
    url: 'https://ada.example.com/',
    location: {},
    profiles: [
      { network: 'git.example.com', username: 'git.example.com/ada', url: 'https://www.git.example.com/ada' },
    ],
  });
});

test('place and profiles are there even when empty, for themes look into them unasked', () => {
  expect(lowered(ADA).basics).toEqual({ name: 'Ada Example', location: {}, profiles: [] });
});

test('nothing that is private or hidden, no other language, and no key of ours', () => {
  const json = JSON.stringify(
    lowered(`basics: { name: { en: Ada, de: Adele }, phone: [{ value: "555 0100", private: true }] }
work: [{ position: Spy, private: true }, { position: Clerk, id: clerk, tags: [dull] }]
interests: [{ name: Chess }]
talks: [{ name: On peat }]
meta: { hidden: [interests], theme: classic, locale: en, x-note: mine }
`),
  );
  expect(json).not.toMatch(/Adele|555|Spy|clerk|dull|Chess|peat|classic|mine/);
  expect(JSON.parse(json)).toMatchObject({ basics: { name: 'Ada' }, work: [{ position: 'Clerk' }] });
});

test('the portrait comes as a data URI', () => {
  expect(lowered(ADA, 'data:image/png;base64,AA==').basics).toMatchObject({
    image: 'data:image/png;base64,AA==',
  });
});

// The facts of the standard, in words of our own: which keys there are and what each holds.
type Kind = 'text' | 'texts' | 'date' | 'url' | 'email';
const entry = (kinds: Partial<Record<Kind, string>>): Record<string, Kind> =>
  Object.fromEntries(
    Object.entries(kinds).flatMap(([kind, keys]) => keys.split(' ').map((key) => [key, kind as Kind])),
  );
const LISTS: Record<string, Record<string, Kind>> = {
  work: entry({
    text: 'name location description position summary',
    url: 'url',
    date: 'startDate endDate',
    texts: 'highlights',
  }),
  volunteer: entry({
    text: 'organization position summary',
    url: 'url',
    date: 'startDate endDate',
    texts: 'highlights',
  }),
  education: entry({
    text: 'institution area studyType score',
    url: 'url',
    date: 'startDate endDate',
    texts: 'courses',
  }),
  awards: entry({ text: 'title awarder summary', date: 'date' }),
  certificates: entry({ text: 'name issuer', date: 'date', url: 'url' }),
  publications: entry({ text: 'name publisher summary', date: 'releaseDate', url: 'url' }),
  skills: entry({ text: 'name level', texts: 'keywords' }),
  languages: entry({ text: 'language fluency' }),
  interests: entry({ text: 'name', texts: 'keywords' }),
  references: entry({ text: 'name reference' }),
  projects: entry({
    text: 'name description entity type',
    texts: 'highlights keywords roles',
    date: 'startDate endDate',
    url: 'url',
  }),
};
const BASICS = entry({ text: 'name label image phone summary', email: 'email', url: 'url' });
const LOCATION = entry({ text: 'address postalCode city countryCode region' });
const PROFILE = entry({ text: 'network username', url: 'url' });

const HOLDS: Record<Kind, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && value !== '',
  texts: (value) => Array.isArray(value) && value.length > 0 && value.every(HOLDS.text),
  date: (value) => typeof value === 'string' && /^\d{4}(-(0[1-9]|1[0-2])(-[0-3]\d)?)?$/.test(value),
  url: (value) => typeof value === 'string' && URL.canParse(value),
  email: (value) => typeof value === 'string' && /^[^\s@]+@[^\s@]+$/.test(value),
};

function faults(record: object, kinds: Record<string, Kind>, path: string): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    const kind = kinds[key];
    return kind && HOLDS[kind](value) ? [] : [`${path}.${key}: ${JSON.stringify(value)}`];
  });
}

const samples = (await readdir(join(packageRoot(), 'resumes'))).filter((name) => name.endsWith('.yaml'));

test.each(samples)('%s becomes valid JSON Resume', async (name) => {
  const { basics, $schema, ...lists } = lowered(await readFile(join(packageRoot(), 'resumes', name), 'utf8'));
  const { location = {}, profiles = [], ...person } = basics as { location?: object; profiles?: object[] };
  expect($schema).toMatch(/^https:.*v1\.0\.0/);
  expect([
    ...faults(person, BASICS, 'basics'),
    ...faults(location, LOCATION, 'basics.location'),
    ...profiles.flatMap((profile) => faults(profile, PROFILE, 'basics.profiles')),
    ...Object.entries(lists).flatMap(([id, list]) =>
      (list as object[]).flatMap((record) => faults(record, LISTS[id] ?? {}, id)),
    ),
  ]).toEqual([]);
});
