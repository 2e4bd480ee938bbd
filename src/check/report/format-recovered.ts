import { printable } from '../../source/frame.js';
import type { Recovered, Stretch } from '../recover/recovered.js';

/** What a parser recovers, for people: a line for each field, what is missing said plainly. */
export function formatRecovered(recovered: Recovered): string {
  return listRecovered(recovered)
    .map(([key, value]) => `  ${key.padEnd(10)}${value ? printable(value) : '–'}`)
    .join('\n');
}

/** The fields with their names; one that has no name is another of those before, one without a value is missing. */
export function listRecovered(recovered: Recovered): [name: string, value: string | undefined][] {
  const { name, label, emails, phones, links, place, jobs, degrees, skills, languages, sections } = recovered;
  return [
    ['name', name],
    ['headline', label],
    ...many('e-mail', emails),
    ...many('phone', phones),
    ...many('link', links),
    ['place', place],
    ...many(
      'job',
      jobs.map((job) => entry([job.title, job.employer, job.place], job)),
    ),
    ...many(
      'degree',
      degrees.map((degree) => entry([degree.title, degree.area, degree.institution, degree.place], degree)),
    ),
    ...many(
      'skills',
      skills.map((skill) => [skill.name, skill.keywords.join(', ')].filter(Boolean).join(': ')),
    ),
    ['languages', languages.map(({ name, level }) => (level ? `${name} (${level})` : name)).join(', ')],
    ['sections', sections.map(({ title, id }) => (id ? title : `${title} (?)`)).join(', ')],
  ];
}

const many = (key: string, values: readonly string[]): [string, string | undefined][] =>
  values.length === 0 ? [[key, undefined]] : values.map((value, index) => [index === 0 ? key : '', value]);

function entry(parts: readonly (string | undefined)[], { start, end }: Stretch): string {
  const dates = start === undefined ? 'no dates' : start === end ? start : `${start} to ${end}`;
  return [...parts.filter(Boolean), dates].join(' · ');
}
