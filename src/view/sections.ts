import type { Resume, SectionId } from '../resume/schema.js';
import { customEntry, education, entriesOf, project, volunteer, work } from './entries.js';
import type { Labels } from './labels.js';
import { customPairs, interests, languages, skills } from './pairs.js';
import { award, certificate, membership, patent, publication, reference, talk } from './records.js';
import { highlightList, prose } from './texts.js';
import type { Entry, Pair, Section } from './view.js';

// One table: which part of the résumé each section shows, and how.

type Body = Section extends infer S ? (S extends Section ? Omit<S, 'id' | 'title'> : never) : never;
type Build = (resume: Resume, labels: Labels) => Body | undefined;

const BUILDERS: Record<SectionId, Build> = {
  summary: ({ basics }) => proseBody('basics.summary', basics.summary),
  work: (resume, labels) => entries('entries', 'work', resume.work, (e, p) => work(e, p, labels)),
  projects: (resume, labels) =>
    entries('entries', 'projects', resume.projects, (e, p) => project(e, p, labels)),
  education: (resume, labels) =>
    entries('entries', 'education', resume.education, (e, p) => education(e, p, labels)),
  volunteer: (resume, labels) =>
    entries('entries', 'volunteer', resume.volunteer, (e, p) => volunteer(e, p, labels)),
  certificates: (resume, labels) =>
    entries('records', 'certificates', resume.certificates, (e, p) => certificate(e, p, labels)),
  awards: (resume, labels) => entries('records', 'awards', resume.awards, (e, p) => award(e, p, labels)),
  publications: (resume, labels) =>
    entries('records', 'publications', resume.publications, (e, p) => publication(e, p, labels)),
  talks: (resume, labels) => entries('records', 'talks', resume.talks, (e, p) => talk(e, p, labels)),
  patents: (resume, labels) => entries('records', 'patents', resume.patents, (e, p) => patent(e, p, labels)),
  memberships: (resume, labels) =>
    entries('records', 'memberships', resume.memberships, (e, p) => membership(e, p, labels)),
  references: (resume, labels) =>
    entries('records', 'references', resume.references, (e, p) => reference(e, p, labels)),
  skills: (resume, labels) => pairs(skills(resume.skills, labels)),
  languages: (resume, labels) => pairs(languages(resume.languages, labels)),
  interests: (resume, labels) => pairs(interests(resume.interests, labels)),
};

/** What a section of ours shows; undefined when the résumé has nothing for it. */
export function buildSection(id: SectionId, resume: Resume, labels: Labels): Body | undefined {
  return BUILDERS[id](resume, labels);
}

/** What one of the author's own sections shows. */
export function buildCustomSection(
  section: NonNullable<Resume['sections']>[number],
  path: string,
  labels: Labels,
): Body | undefined {
  switch (section.kind) {
    case 'entries':
      return entries('entries', `${path}.entries`, section.entries, (e, p) => customEntry(e, p, labels));
    case 'list': {
      const list = highlightList(`${path}.items`, section.items);
      return list && { kind: 'list', list };
    }
    case 'text':
      return proseBody(`${path}.text`, section.text);
    case 'pairs':
      return pairs(customPairs(`${path}.pairs`, section.pairs, labels));
  }
}

function entries<T>(
  kind: 'entries' | 'records',
  path: string,
  list: readonly T[] | undefined,
  build: (entry: T, path: string) => Entry,
): Body | undefined {
  const built = entriesOf(list, path, build);
  return built.length > 0 ? { kind, entries: built } : undefined;
}

const pairs = (built: Pair[]): Body | undefined =>
  built.length > 0 ? { kind: 'pairs', pairs: built } : undefined;

function proseBody(path: string, source: string | undefined): Body | undefined {
  const built = prose(path, source);
  return built.length > 0 ? { kind: 'prose', prose: built } : undefined;
}
