import { type Diagnostic, formatPath } from '../source/diagnostic.js';
import type { SourceTree } from '../source/parse.js';
import { parseDate } from './dates.js';
import { lastModified } from './last-modified.js';
import { safeHref } from './links.js';
import { isLocale, LANGUAGES, languageOf } from './locales.js';
import type { Resume } from './schema.js';

// Values that are legal and yet probably not what the author meant: a warning each, and the next best is taken.

interface Remark {
  rule: string;
  message: string;
  suggestion: string;
}

export function oddValues(resume: Resume, tree: SourceTree): Diagnostic[] {
  const { meta: _, ...parts } = resume;
  return [...oddTexts(parts, [], tree), ...oddMeta(resume, tree)];
}

/** What each kind of key has to say of its text. */
const JUDGES = new Map([
  ...['startDate', 'endDate', 'date', 'releaseDate', 'expires'].map((key) => [key, aboutDate] as const),
  ['url', aboutUrl] as const,
]);

function oddTexts(value: unknown, path: PropertyKey[], tree: SourceTree): Diagnostic[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => oddTexts(item, [...path, index], tree));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const judge = JUDGES.get(key);
    if (typeof inner !== 'string' || !judge) return oddTexts(inner, here, tree);
    const remark = judge(inner);
    if (!remark) return [];
    const place = tree.valueAt(here);
    return { severity: 'warning' as const, file: tree.file, path: formatPath(here), place, ...remark };
  });
}

/** How a date is taken that is not spelt as ours. */
function aboutDate(written: string): Remark | undefined {
  const { precision, spelling } = parseDate(written);
  if (spelling !== undefined) {
    const meant = precision === 'present' ? spelling : `the ${precision} ${spelling}`;
    return {
      rule: 'odd-date',
      message: `\`${written}\` is read as ${meant}`,
      suggestion: `write ${spelling}`,
    };
  }
  if (precision !== 'text') return undefined;
  return {
    rule: 'odd-date',
    message: `\`${written}\` is not a date we know, so it is printed as written`,
    suggestion: 'write 2018, 2018-05, 2018-05-12, 2017-Q4, 2019-spring, ~1990 or present',
  };
}

function aboutUrl(written: string): Remark | undefined {
  if (safeHref(written) !== undefined) return undefined;
  return {
    rule: 'odd-url',
    message: `\`${written}\` is no web address, so nothing links to it`,
    suggestion: 'write https://example.com/page, or put the words into a text',
  };
}

function oddMeta({ meta = {} }: Resume, tree: SourceTree): Diagnostic[] {
  const remarks = {
    lastModified: meta.lastModified === undefined ? undefined : aboutModified(meta.lastModified),
    locale: meta.locale === undefined ? undefined : aboutLocale(meta.locale),
  };
  return Object.entries(remarks).flatMap(([key, remark]) => {
    if (!remark) return [];
    const place = tree.valueAt(['meta', key]);
    return { severity: 'warning' as const, file: tree.file, path: `meta.${key}`, place, ...remark };
  });
}

function aboutModified(written: string): Remark | undefined {
  if (lastModified(written)) return undefined;
  return {
    rule: 'odd-date',
    message: `\`${written}\` is not a date, so the file’s own is taken`,
    suggestion: 'write 2024-05-12',
  };
}

function aboutLocale(written: string): Remark | undefined {
  if (languageOf(written)) return undefined;
  if (!isLocale(written)) {
    return {
      rule: 'unknown-locale',
      message: `\`${written}\` is not a language tag, so English is assumed`,
      suggestion: 'write en, de, pt-BR …',
    };
  }
  return {
    rule: 'no-language-pack',
    message: `there is no language pack for \`${written}\`, so headings and dates are English`,
    suggestion: `there are ${LANGUAGES.join(', ')}`,
  };
}
