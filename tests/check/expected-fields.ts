import type { Recovered, Stretch } from '../../src/check/recover/recovered.js';
import { squeeze } from '../../src/check/words.js';
import { parseDate } from '../../src/resume/dates.js';
import { visibleAddress } from '../../src/resume/links.js';
import type { Resume } from '../../src/resume/schema.js';

// In: a résumé, and what a parser recovered from a file made of it. Out: every field of the résumé, and whether it came
// back. The parser never saw the résumé; only this test knows both.

export interface Field {
  path: string;
  wanted: string;
  found: boolean;
}

type Maybe = string | undefined;

export function compareFields(resume: Resume, recovered: Recovered): Field[] {
  const { basics } = resume;
  const hidden = new Set(resume.meta?.hidden ?? []);
  const section = <T>(id: string, list: readonly T[] | undefined) => (hidden.has(id) ? [] : visible(list));
  return [
    field('name', basics.name, [recovered.name]),
    field('label', basics.label, [recovered.label]),
    field('place', basics.location?.city, recovered.place?.split(/[,\s]+/) ?? [], includes(recovered.place)),
    ...values(basics.email).map((email) => field('email', email, recovered.emails)),
    ...values(basics.phone).map((phone) => field('phone', phone, recovered.phones)),
    ...values(basics.url).map((url) => field('url', visibleAddress(url), recovered.links)),
    ...visible(basics.profiles).flatMap(({ url }) =>
      url === undefined ? [] : field('profile', visibleAddress(url), recovered.links),
    ),
    ...jobs(section('work', resume.work), recovered),
    ...studies(section('education', resume.education), recovered),
    ...section('skills', resume.skills).flatMap((skill) => skills(skill, recovered)),
    ...section('languages', resume.languages).map(({ language }) =>
      field(
        'language',
        language,
        recovered.languages.map(({ name }) => name),
      ),
    ),
  ].filter(({ wanted }) => wanted !== '');
}

interface Wanted {
  name: Maybe;
  position: Maybe;
  dates: Dates;
}

function jobs(work: NonNullable<Resume['work']>, { jobs: found }: Recovered): Field[] {
  const wanted = work.flatMap(({ name, position, startDate, endDate, roles }): Wanted[] =>
    roles && roles.length > 0
      ? visible(roles).map((role) => ({ name, position: role.position, dates: role }))
      : [{ name, position, dates: { startDate, endDate } }],
  );
  return wanted.flatMap(({ name, position, dates }, index) => {
    const job = found[index];
    return [
      field(`work[${index}].position`, plain(position), [job?.title]),
      field(`work[${index}].name`, plain(name), [job?.employer]),
      ...stretch(`work[${index}]`, dates, job),
    ];
  });
}

function studies(education: NonNullable<Resume['education']>, { degrees }: Recovered): Field[] {
  return education.flatMap(({ studyType, area, institution, startDate, endDate }, index) => {
    const degree = degrees[index];
    return [
      field(`education[${index}].studyType`, plain(studyType), [degree?.title]),
      // Without a degree the subject is the title.
      field(`education[${index}].area`, plain(area), [
        studyType === undefined ? degree?.title : degree?.area,
      ]),
      field(`education[${index}].institution`, plain(institution), [degree?.institution]),
      ...stretch(`education[${index}]`, { startDate, endDate }, degree),
    ];
  });
}

function skills(
  { name, keywords = [] }: NonNullable<Resume['skills']>[number],
  { skills: found }: Recovered,
) {
  const names = found.flatMap((skill) => [skill.name, ...(keywords.length === 0 ? skill.keywords : [])]);
  const all = found.flatMap((skill) => skill.keywords);
  return [
    field('skill', plain(name), names),
    ...visible(keywords).map((keyword) =>
      field(`skill ${name}`, plain(typeof keyword === 'string' ? keyword : keyword.name), all),
    ),
  ];
}

interface Dates {
  startDate?: Maybe;
  endDate?: Maybe;
}

/** What is printed: no end means that it goes on; days are left out. */
function stretch(path: string, { startDate, endDate }: Dates, found: Stretch | undefined): Field[] {
  const end = endDate ?? (startDate === undefined ? undefined : 'present');
  return [
    field(`${path}.startDate`, normal(startDate), [found?.start]),
    field(`${path}.endDate`, normal(end), [found?.end]),
  ];
}

function normal(written: Maybe): Maybe {
  if (written === undefined) return undefined;
  const date = parseDate(written);
  if (date.precision === 'text') return undefined;
  if (date.precision === 'present') return 'present';
  const month = 'month' in date ? `-${String(date.month).padStart(2, '0')}` : '';
  const quarter = 'quarter' in date ? `-Q${date.quarter}` : '';
  const season = 'season' in date ? `-${date.season}` : '';
  return `${date.circa ? '~' : ''}${date.year}${month}${quarter}${season}`;
}

const includes = (place: Maybe) => (wanted: string) => squeeze(place ?? '').includes(squeeze(wanted));

function field(
  path: string,
  wanted: Maybe,
  found: readonly Maybe[],
  test?: (wanted: string) => boolean,
): Field {
  const sought = squeeze(wanted ?? '');
  const hit = test?.(wanted ?? '') ?? found.some((value) => value !== undefined && squeeze(value) === sought);
  return { path, wanted: wanted ?? '', found: hit };
}

function values(list: Resume['basics']['email']): string[] {
  if (list === undefined) return [];
  if (typeof list === 'string') return [list];
  return visible(list).map((entry) => (typeof entry === 'string' ? entry : entry.value));
}

/** Without the Markdown. */
const plain = (text: Maybe): Maybe =>
  text?.replaceAll(/[*_`]{1,2}(\S[^*_`]*)[*_`]{1,2}/g, '$1').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');

function visible<T>(list: readonly T[] | undefined): T[] {
  return (list ?? []).filter(
    (entry) => !(typeof entry === 'object' && entry !== null && 'private' in entry && entry.private),
  );
}
