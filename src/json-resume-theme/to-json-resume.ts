import type { Highlight } from '../resume/fields.js';
import { hasScheme, safeHref, visibleAddress } from '../resume/links.js';
import type { Resume } from '../resume/schema.js';
import { flatLine, flatProse } from './flat-markdown.js';
import { isoDate } from './iso-date.js';

// A résumé → the same as strict JSON Resume 1.0.0 (https://jsonresume.org/schema), for programs that know that standard
// and no more. What has a place there takes it; what fits a neighbour's place goes there; what fits nowhere is left out,
// and the content gate tells of it.

/** Texts, lists and maps, all of them keys of that standard. */
export type JsonResume = { basics: Record<string, unknown> } & Record<string, unknown>;

/** Paths of what is of no use to such a program, for it is in sections of ours. */
export const BEYOND_JSON_RESUME = /^(talks|patents|memberships|sections)\b/;

/**
 * Pure. Markdown becomes plain text, for some themes read it and some do not. `resume` has lost its private parts before;
 * `image` is the portrait's data URI.
 */
export function toJsonResume(resume: Resume, image?: string): JsonResume {
  const { basics } = resume;
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: {
      ...filled({
        name: basics.name,
        label: flatLine(basics.label),
        image,
        email: first(basics.email),
        phone: first(basics.phone),
        url: address(first(basics.url)),
        summary: flatProse(basics.summary),
      }),
      // Of all that may be absent, these are what most themes take for granted.
      location: { ...basics.location },
      profiles: listed(basics.profiles, profile),
    },
    ...filled({
      work: listed(resume.work, jobs),
      volunteer: listed(resume.volunteer, (entry) => ({
        organization: flatLine(entry.organization),
        position: flatLine(entry.position),
        ...story(entry),
      })),
      education: listed(resume.education, (entry) => ({
        institution: flatLine(entry.institution),
        url: address(entry.url),
        area: flatLine(entry.area),
        studyType: flatLine(entry.studyType),
        ...period(entry),
        score: flatLine(entry.score),
        courses: entry.courses?.map((course) =>
          typeof course === 'string' ? flatLine(course) : joined(', ', course.name, course.score),
        ),
      })),
      projects: [...listed(resume.projects, projects), ...listed(resume.work, jobProjects)],
      skills: listed(resume.skills, ({ name, level, years, keywords }) => ({
        name: flatLine(name),
        level: joined(', ', level, years),
        keywords: names(keywords),
      })),
      languages: listed(resume.languages, ({ language, fluency, level }) => ({
        language: flatLine(language),
        fluency: joined(', ', fluency, level),
      })),
      certificates: listed(resume.certificates, (entry) => ({
        name: flatLine(entry.name),
        date: isoDate(entry.date),
        url: address(entry.url),
        issuer: flatLine(entry.issuer),
      })),
      awards: listed(resume.awards, (entry) => ({
        title: flatLine(entry.title),
        date: isoDate(entry.date),
        awarder: flatLine(entry.awarder),
        summary: flatProse(entry.summary),
      })),
      publications: listed(resume.publications, (entry) => ({
        name: flatLine(entry.name),
        publisher: joined(', ', entry.venue, entry.publisher),
        releaseDate: isoDate(entry.releaseDate),
        url: address(entry.url ?? (entry.doi && `https://doi.org/${entry.doi}`)),
        summary: flatProse(entry.summary),
      })),
      interests: listed(resume.interests, ({ name, keywords }) => ({
        name: flatLine(name),
        keywords: names(keywords),
      })),
      references: listed(resume.references, ({ name, role, organization, reference }) => ({
        name: joined(', ', name, role, organization),
        reference: flatProse(reference),
      })),
    }),
  };
}

type Job = NonNullable<Resume['work']>[number];
type Project = NonNullable<Resume['projects']>[number];
type Profile = NonNullable<Resume['basics']['profiles']>[number];
type Contacts = Resume['basics']['email'];
type Entry = Record<string, unknown>;

/** Themes take a network and a name for granted; the address tells both. */
function profile({ network, username, url }: Profile): Entry {
  const href = safeHref(url ?? '');
  return {
    network: network ?? (href && new URL(href).hostname.replace(/^www\./, '')),
    username: username ?? (url && visibleAddress(url)),
    url: address(url),
  };
}

/** One entry for each role; the job's own text has one too, where it says more than where it was. */
function jobs(job: Job): Entry[] {
  const { name, url, description, location, employmentType, locationType, roles = [] } = job;
  const employer = (place: Pick<Job, 'location' | 'employmentType' | 'locationType'>, own: Entry): Entry => ({
    name: flatLine(name),
    description: flatProse(description),
    location: joined(', ', place.location, place.employmentType, place.locationType),
    ...own,
    url: own.url ?? address(url),
  });
  const own = filled({ position: flatLine(job.position), ...story(job) });
  const { url: _, ...said } = own;
  return [
    ...(roles.length === 0 || Object.keys(said).length > 0
      ? [employer({ location, employmentType, locationType }, own)]
      : []),
    ...roles.map((role) =>
      employer(
        { location, employmentType, locationType, ...role },
        { position: flatLine(role.position), ...story(role) },
      ),
    ),
  ];
}

/** Work inside a job is a project whose entity is the employer. */
function jobProjects({ name, projects: own = [], roles = [] }: Job): Entry[] {
  return [...own, ...roles.flatMap((role) => role.projects ?? [])].map((part) => ({
    ...projectOf(part),
    roles: part.position === undefined ? undefined : [flatLine(part.position)],
    entity: flatLine(name),
  }));
}

/** A family of projects becomes a list. */
const projects = ({ projects: parts = [], ...own }: Project): Entry[] => [own, ...parts].map(projectOf);

function projectOf(project: Omit<Project, 'projects'>): Entry {
  const { summary, highlights, ...rest } = story({ ...project, keywords: undefined });
  return {
    name: flatLine(project.name),
    description: [flatProse(project.description), summary].filter(Boolean).join('\n\n'),
    highlights,
    keywords: names(project.keywords),
    ...rest,
    roles: project.roles?.map(flatLine),
    entity: flatLine(project.entity),
    type: flatLine(project.type),
  };
}

/** Keywords have no place of their own in a job: they are its last highlight. */
function story(
  entry: Pick<Job, 'url' | 'startDate' | 'endDate' | 'summary' | 'highlights' | 'keywords'>,
): Entry {
  return {
    url: address(entry.url),
    ...period(entry),
    summary: flatProse(entry.summary),
    highlights: [...(entry.highlights ?? []).flatMap(sentences), names(entry.keywords).join(', ')],
  };
}

const period = ({
  startDate,
  endDate,
}: {
  startDate?: string | undefined;
  endDate?: string | undefined;
}): Entry => ({
  startDate: isoDate(startDate),
  endDate: isoDate(endDate),
});

/** A nested highlight, then what stands below it. */
const sentences = (highlight: Highlight): string[] =>
  typeof highlight === 'string'
    ? [flatLine(highlight) ?? '']
    : [flatLine(highlight.text) ?? '', ...(highlight.highlights ?? []).flatMap(sentences)];

const names = (keywords: Job['keywords'] = []): string[] =>
  keywords.map((keyword) =>
    typeof keyword === 'string' ? (flatLine(keyword) ?? '') : (joined(', ', keyword.name) ?? ''),
  );

const joined = (separator: string, ...lines: (string | undefined)[]): string | undefined =>
  lines.flatMap((line) => flatLine(line) || []).join(separator) || undefined;

function first(contacts: Contacts): string | undefined {
  const [one] = typeof contacts === 'string' ? [contacts] : (contacts ?? []);
  return typeof one === 'string' ? one : one?.value;
}

/** As written, where that is an address in full. */
const address = (url: string | undefined): string | undefined =>
  url !== undefined && safeHref(url) !== undefined && hasScheme(url) ? url.trim() : safeHref(url ?? '');

const listed = <T>(list: readonly T[] | undefined, lower: (entry: T) => Entry | Entry[]): Entry[] =>
  (list ?? [])
    .flatMap((entry) => asList(lower(entry)))
    .map(filled)
    .filter((entry) => Object.keys(entry).length > 0);

const asList = (made: Entry | Entry[]): Entry[] => (Array.isArray(made) ? made : [made]);

/** Without what is absent or empty. */
function filled(entry: Entry): Entry {
  const kept = Object.entries(entry).map(([key, value]): [string, unknown] => [
    key,
    Array.isArray(value) ? value.filter((item) => item !== '' && item !== undefined) : value,
  ]);
  return Object.fromEntries(
    kept.filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
