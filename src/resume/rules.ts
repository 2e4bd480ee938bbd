import { type Diagnostic, formatPath } from '../source/diagnostic.js';
import type { SourceTree } from '../source/parse.js';
import { suggest } from '../source/suggest.js';
import { parseDate } from './dates.js';
import { isLocale, LANGUAGES, languageOf } from './locales.js';
import { type Resume, SECTION_IDS } from './schema.js';

/** What a schema cannot say: rules between fields of a valid résumé. */
export function checkRules(resume: Resume, tree: SourceTree): Diagnostic[] {
  const { meta: _, ...parts } = resume;
  return [...sectionNames(resume, tree), ...oddDates(parts, [], tree), ...oddMeta(resume, tree)];
}

/** The ids a résumé's sections go by: ours, and those of its custom sections. */
export function sectionIds(resume: Resume): string[] {
  return [...SECTION_IDS, ...(resume.sections ?? []).map(customId)];
}

/** A custom section's own id, or one made from its title. */
export function customId(section: { id?: string | undefined; title: string }, index: number): string {
  const made = section.title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return section.id ?? (made || `section-${index + 1}`);
}

function sectionNames(resume: Resume, tree: SourceTree): Diagnostic[] {
  const known = sectionIds(resume);
  const named: { id: string; path: PropertyKey[]; place: Diagnostic['place'] }[] = [
    ...(['order', 'hidden'] as const).flatMap((key) =>
      (resume.meta?.[key] ?? []).map((id, index) => {
        const path = ['meta', key, index];
        return { id, path, place: tree.valueAt(path) };
      }),
    ),
    ...Object.keys(resume.meta?.titles ?? {}).map((id) => {
      const path = ['meta', 'titles', id];
      return { id, path, place: tree.keyAt(path) };
    }),
  ];
  const unknown = named
    .filter(({ id }) => !known.includes(id))
    .map(({ id, path, place }) => {
      const near = suggest(id, known);
      return {
        severity: 'error' as const,
        rule: 'unknown-section',
        file: tree.file,
        path: formatPath(path),
        ...(place && { place }),
        message: `there is no section \`${id}\``,
        suggestion: near ? `did you mean \`${near}\`?` : `sections here: ${known.join(', ')}`,
      };
    });
  const doubled = (resume.sections ?? []).flatMap((section, index) => {
    const id = customId(section, index);
    if (known.indexOf(id) === SECTION_IDS.length + index) return [];
    const path = ['sections', index];
    return {
      severity: 'error' as const,
      rule: 'duplicate-id',
      file: tree.file,
      path: formatPath(path),
      place: tree.keyAt([...path, section.id ? 'id' : 'title']),
      message: `there is already a section \`${id}\``,
      suggestion: 'give this one an `id` of its own',
    };
  });
  return [...unknown, ...doubled];
}

/** A wrong value here changes no word of the résumé, so it is told and the next best is taken. */
function oddMeta({ meta = {} }: Resume, tree: SourceTree): Diagnostic[] {
  const warn = (
    key: 'lastModified' | 'locale',
    rule: string,
    message: string,
    suggestion: string,
  ): Diagnostic => ({
    severity: 'warning',
    rule,
    file: tree.file,
    path: `meta.${key}`,
    place: tree.valueAt(['meta', key]),
    message,
    suggestion,
  });
  const { lastModified, locale } = meta;
  const isDate = lastModified === undefined || /^\d{4}-\d{2}-\d{2}/.test(lastModified);
  return [
    ...(isDate && !Number.isNaN(Date.parse(lastModified ?? '2000-01-01'))
      ? []
      : [
          warn(
            'lastModified',
            'odd-date',
            `\`${lastModified}\` is not a date, so the file’s own is taken`,
            'write 2024-05-12',
          ),
        ]),
    ...(locale === undefined || languageOf(locale)
      ? []
      : isLocale(locale)
        ? [
            warn(
              'locale',
              'no-language-pack',
              `there is no language pack for \`${locale}\`, so headings and dates are English`,
              `there are ${LANGUAGES.join(', ')}`,
            ),
          ]
        : [
            warn(
              'locale',
              'unknown-locale',
              `\`${locale}\` is not a language tag, so English is assumed`,
              'write en, de, pt-BR …',
            ),
          ]),
  ];
}

const DATE_KEYS = new Set(['startDate', 'endDate', 'date', 'releaseDate', 'expires']);

function oddDates(value: unknown, path: PropertyKey[], tree: SourceTree): Diagnostic[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => oddDates(item, [...path, index], tree));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    if (typeof inner !== 'string' || !DATE_KEYS.has(key)) return oddDates(inner, here, tree);
    const said = aboutDate(inner);
    if (!said) return [];
    return {
      severity: 'warning' as const,
      rule: 'odd-date',
      file: tree.file,
      path: formatPath(here),
      place: tree.valueAt(here),
      ...said,
    };
  });
}

/** How a date is taken that is not spelt as ours. */
function aboutDate(written: string): { message: string; suggestion: string } | undefined {
  const { precision, spelling } = parseDate(written);
  if (spelling !== undefined) {
    const meant = precision === 'present' ? spelling : `the ${precision} ${spelling}`;
    return { message: `\`${written}\` is read as ${meant}`, suggestion: `write ${spelling}` };
  }
  if (precision !== 'text') return undefined;
  return {
    message: `\`${written}\` is not a date we know, so it is printed as written`,
    suggestion: 'write 2018, 2018-05, 2018-05-12, 2017-Q4, 2019-spring, ~1990 or present',
  };
}
