import { isCode, safeHref, visibleAddress } from '../resume/links.js';
import type { Resume } from '../resume/schema.js';
import type { Labels } from './labels.js';
import { fact, keywordTexts } from './pairs.js';
import { formatDate, formatPeriod } from './period.js';
import { highlightList, holdsLink, line, present, prose, shown, words } from './texts.js';
import { isVisible } from './texts-of.js';
import type { Entry, Text } from './view.js';

// Jobs, studies, projects → entries. The title line says what the person was, the line below says where.

type Job = NonNullable<Resume['work']>[number];
type Role = NonNullable<Job['roles']>[number];
type WorkProject = NonNullable<Job['projects']>[number];
type Project = NonNullable<Resume['projects']>[number];
type Study = NonNullable<Resume['education']>[number];
type Service = NonNullable<Resume['volunteer']>[number];
type Custom = Extract<NonNullable<Resume['sections']>[number], { kind: 'entries' }>['entries'][number];

type Heading = Entry['heading'];
/** The heading of an entry's parts; where the entry itself has none, theirs is not a level lower. */
const below = (entry: Entry, heading: Heading): Heading =>
  entry.heading === undefined ? heading : heading === 'h3' ? 'h4' : undefined;

/** What a list shows: private entries and those that say nothing are left out. */
export function entriesOf<T>(
  list: readonly T[] | undefined,
  path: string,
  build: (entry: T, path: string) => Entry,
): Entry[] {
  return shown(list, path)
    .map(([entry, here]) => build(entry, here))
    .filter(isVisible);
}

/** An entry with nothing in it yet but its title line; without a title it is no heading. */
export function bareEntry(
  heading: Heading,
  title: (Text | undefined)[],
  subtitle: (Text | undefined)[] = [],
): Entry {
  const own = present(...title);
  const rest = present(...subtitle);
  // An entry without a title of its own is known by the next thing it says.
  const said = own.length > 0 ? own : rest.slice(0, 1);
  return {
    ...(heading && said.length > 0 && { heading }),
    title: said,
    subtitle: own.length > 0 ? rest : rest.slice(1),
    authors: [],
    details: [],
    about: [],
    prose: [],
    facts: [],
    keywords: [],
    parts: [],
  };
}

export function dated(path: string, text: string | undefined): { period?: Text } {
  return text === undefined ? {} : { period: words(path, text) };
}

/** A line of the entry, which may link to the entry's url; where the line is absent, the url stands for it. */
export function optional(path: string, source: string | undefined, url?: string): Text | undefined {
  if (source !== undefined) return line(path, source, url);
  return url === undefined ? undefined : words(path.replace(/[^.]+$/, 'url'), visibleAddress(url), url);
}

/** A line that links to `url`; where it cannot, because of the one or the other, the address itself stands behind it. */
export function linked(path: string, source: string | undefined, url: string | undefined): Text[] {
  const own = optional(path, source, url);
  const isLost =
    source !== undefined &&
    url !== undefined &&
    !isCode(url) &&
    (safeHref(url) === undefined || holdsLink(source));
  return present(own, isLost && words(path.replace(/[^.]+$/, 'url'), visibleAddress(url), url));
}

interface Story {
  startDate?: string | undefined;
  endDate?: string | undefined;
  summary?: string | undefined;
  highlights?: Job['highlights'];
  keywords?: Job['keywords'];
}

function story(path: string, entry: Story, labels: Labels): Partial<Entry> {
  const list = highlightList(`${path}.highlights`, entry.highlights);
  return {
    ...dated(
      `${path}.${entry.startDate === undefined ? 'endDate' : 'startDate'}`,
      formatPeriod(entry.startDate, entry.endDate, labels),
    ),
    prose: prose(`${path}.summary`, entry.summary),
    ...(list && { list }),
    keywords: keywordTexts(`${path}.keywords`, entry.keywords, labels),
  };
}

export function work(job: Job, path: string, labels: Labels): Entry {
  const employer = linked(`${path}.name`, job.name, job.url);
  const position = optional(`${path}.position`, job.position);
  const location = optional(`${path}.location`, job.location);
  // With several roles the employer leads and each role has a title line of its own.
  const entry =
    shown(job.roles, '').length > 0
      ? bareEntry('h3', employer, [position, location, ...terms(job, path)])
      : bareEntry('h3', [position], [...employer, location, ...terms(job, path)]);
  const heading = below(entry, 'h3');
  return {
    ...entry,
    ...story(path, job, labels),
    about: prose(`${path}.description`, job.description),
    parts: [
      ...entriesOf(job.roles, `${path}.roles`, (role, here) => roleEntry(role, here, heading, labels)),
      ...entriesOf(job.projects, `${path}.projects`, (inner, here) =>
        workProject(inner, here, heading, labels),
      ),
    ],
  };
}

/** The kind of employment and from where, as far as they are told. */
const terms = (job: Job | Role, path: string): (Text | undefined)[] => [
  optional(`${path}.employmentType`, job.employmentType),
  optional(`${path}.locationType`, job.locationType),
];

function roleEntry(role: Role, path: string, heading: Heading, labels: Labels): Entry {
  const entry = bareEntry(heading, linked(`${path}.position`, role.position, role.url), [
    optional(`${path}.location`, role.location),
    ...terms(role, path),
  ]);
  return {
    ...entry,
    ...story(path, role, labels),
    parts: entriesOf(role.projects, `${path}.projects`, (inner, here) =>
      workProject(inner, here, below(entry, heading), labels),
    ),
  };
}

function workProject(inner: WorkProject, path: string, heading: Heading, labels: Labels): Entry {
  return {
    ...bareEntry(
      heading,
      [optional(`${path}.name`, inner.name)],
      [optional(`${path}.position`, inner.position), optional(`${path}.location`, inner.location)],
    ),
    ...address(`${path}.url`, inner.url),
    ...story(path, inner, labels),
    about: prose(`${path}.description`, inner.description),
  };
}

export function volunteer(service: Service, path: string, labels: Labels): Entry {
  return {
    ...bareEntry(
      'h3',
      [optional(`${path}.position`, service.position)],
      [
        ...linked(`${path}.organization`, service.organization, service.url),
        optional(`${path}.location`, service.location),
      ],
    ),
    ...story(path, service, labels),
  };
}

export function project(entry: Project, path: string, labels: Labels, heading: Heading = 'h3'): Entry {
  const inner = 'projects' in entry ? entry.projects : undefined;
  const bare = bareEntry(
    heading,
    [optional(`${path}.name`, entry.name)],
    [
      ...(entry.roles ?? []).map((role, index) => line(`${path}.roles[${index}]`, role)),
      optional(`${path}.entity`, entry.entity),
      optional(`${path}.type`, entry.type),
      optional(`${path}.location`, entry.location),
    ],
  );
  return {
    ...bare,
    ...address(`${path}.url`, entry.url),
    ...story(path, entry, labels),
    about: [],
    prose: [...prose(`${path}.description`, entry.description), ...prose(`${path}.summary`, entry.summary)],
    parts: entriesOf(inner, `${path}.projects`, (part, here) =>
      project(part, here, labels, below(bare, heading)),
    ),
  };
}

export function education(study: Study, path: string, labels: Labels): Entry {
  const honors = typeof study.honors === 'string' ? [study.honors] : (study.honors ?? []);
  const courses = shown(study.courses, `${path}.courses`).map(([course, here]) =>
    typeof course === 'string'
      ? { text: line(here, course), notes: [] }
      : { text: line(`${here}.name`, course.name), notes: present(optional(`${here}.score`, course.score)) },
  );
  const one = (key: 'thesis' | 'minor' | 'score') =>
    fact(`${path}.${key}`, labels[key], present(optional(`${path}.${key}`, study[key])));
  const honorTexts = honors.map((honor, index) =>
    line(typeof study.honors === 'string' ? `${path}.honors` : `${path}.honors[${index}]`, honor),
  );
  return {
    ...bareEntry(
      'h3',
      [optional(`${path}.studyType`, study.studyType), optional(`${path}.area`, study.area)],
      [
        ...linked(`${path}.institution`, study.institution, study.url),
        optional(`${path}.location`, study.location),
      ],
    ),
    ...story(path, study, labels),
    facts: [
      [...one('minor'), ...one('score'), ...fact(`${path}.honors`, labels.honors, honorTexts)],
      one('thesis'),
      courses.length > 0
        ? [{ term: words(`${path}.courses`, labels.courses), notes: [], values: courses }]
        : [],
    ].filter((line) => line.length > 0),
  };
}

export function customEntry(entry: Custom, path: string, labels: Labels): Entry {
  return {
    ...bareEntry('h3', linked(`${path}.name`, entry.name, entry.url), [
      optional(`${path}.organization`, entry.organization),
      optional(`${path}.location`, entry.location),
    ]),
    ...story(path, entry, labels),
    ...(entry.date !== undefined && dated(`${path}.date`, formatDate(entry.date, labels))),
  };
}

/** An address that readers on paper can type, linked for the others. */
function address(path: string, url: string | undefined): { address?: Text } {
  return url === undefined ? {} : { address: words(path, visibleAddress(url), url) };
}
