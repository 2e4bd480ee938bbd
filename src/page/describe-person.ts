import { parseDate } from '../resume/dates.js';
import { safeHref, visibleAddress } from '../resume/links.js';
import { parseInline, plainText } from '../resume/markdown.js';
import type { Resume } from '../resume/schema.js';
import { isMap } from '../source/is-map.js';
import { shown } from '../view/texts.js';
import { skillNames } from './skill-names.js';

/**
 * The résumé as a schema.org `Person` (https://schema.org/Person) for search engines: only what the page shows too.
 */
export function describePerson(resume: Resume): object {
  const { basics } = resume;
  const hidden = new Set(resume.meta?.hidden ?? []);
  const list = <T>(id: string, entries: readonly T[] | undefined) =>
    hidden.has(id) ? [] : shown(entries, id).map(([entry]) => entry);
  const place = basics.location;
  return clean({
    '@context': 'https://schema.org',
    '@type': 'Person',
    name: basics.name,
    jobTitle: plain(basics.label),
    description: hidden.has('summary') ? undefined : plain(basics.summary?.split(/\n\s*\n/, 1)[0]),
    email: values(basics.email),
    telephone: values(basics.phone),
    url: values(basics.url).flatMap((url) => safeHref(url) ?? []),
    sameAs: list('profiles', basics.profiles).flatMap(({ url }) => safeHref(url ?? '') ?? []),
    address: place && {
      '@type': 'PostalAddress',
      streetAddress: place.address,
      postalCode: place.postalCode,
      addressLocality: place.city,
      addressRegion: place.region,
      addressCountry: place.countryCode,
    },
    worksFor: list('work', resume.work)
      .filter((job) => job.name && goesOn(job))
      .map(({ name, url }) => ({ '@type': 'Organization', name: plain(name), url: safeHref(url ?? '') })),
    alumniOf: list('education', resume.education)
      .filter(({ institution }) => institution)
      .map(({ institution, url }) => ({
        '@type': 'EducationalOrganization',
        name: plain(institution),
        url: safeHref(url ?? ''),
      })),
    award: list('awards', resume.awards).map(({ title }) => plain(title)),
    knowsLanguage: list('languages', resume.languages).map(({ language }) => plain(language)),
    knowsAbout: hidden.has('skills') ? [] : skillNames(resume).map(plain),
  });
}

type Job = NonNullable<Resume['work']>[number];

/** Whether the page says `Present`, of the job or of a role in it. */
function goesOn({ startDate, endDate, roles }: Pick<Job, 'startDate' | 'endDate' | 'roles'>): boolean {
  if (endDate !== undefined) return parseDate(endDate).precision === 'present';
  return startDate !== undefined || shown(roles, '').some(([role]) => goesOn({ ...role, roles: [] }));
}

function values(entries: Resume['basics']['email']): string[] {
  if (entries === undefined) return [];
  if (typeof entries === 'string') return [entries];
  return shown(entries, '').map(([entry]) => (typeof entry === 'string' ? entry : entry.value));
}

const plain = (source: string | undefined) =>
  source === undefined ? undefined : plainText(parseInline(source)) || visibleAddress(source);

/** Drops what is absent; a list of one is its item. */
function clean(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      const kept = Array.isArray(value) ? value.filter((item) => item !== undefined).map(tidy) : tidy(value);
      const one = Array.isArray(kept) && kept.length === 1 ? kept[0] : kept;
      return one === undefined || (Array.isArray(one) && one.length === 0) ? [] : [[key, one]];
    }),
  );
}

const tidy = (value: unknown): unknown => (isMap(value) ? clean(value) : value);
