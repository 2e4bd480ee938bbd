import { type Diagnostic, formatPath, type Place } from '../source/diagnostic.js';
import type { SourceTree } from '../source/parse.js';
import type { Found } from '../source/values-in.js';
import { parseDate } from './dates.js';
import { lastModified } from './last-modified.js';
import { hasScheme, safeHref } from './links.js';
import { isLocale, LANGUAGES, languageOf } from './locales.js';
import type { Resume } from './schema.js';

// Values that are legal and yet probably not what the author meant: a warning each, and the next best is taken.

interface Remark {
  rule: string;
  message: string;
  suggestion: string;
}

/** `values` are all that stand in the résumé. */
export function oddValues(resume: Resume, values: readonly Found[], tree: SourceTree): Diagnostic[] {
  const shown = values.filter(({ path }) => path[0] !== 'meta');
  return [...oddTexts(shown, tree), ...oddMeta(resume, tree), ...lostColour(resume, tree)];
}

/** What each kind of key has to say of its text, or of the texts in its list. `written` is how the file has it. */
const JUDGES = new Map<PropertyKey, (text: string, written: () => string) => Remark | undefined>([
  ...['startDate', 'endDate', 'date', 'releaseDate', 'expires'].map((key) => [key, aboutDate] as const),
  ...['url', 'slides', 'video'].map((key) => [key, aboutUrl] as const),
  ['phone', aboutPhone] as const,
]);

function oddTexts(values: readonly Found[], tree: SourceTree): Diagnostic[] {
  return values.flatMap(({ value, path }) => {
    if (typeof value !== 'string') return [];
    const remark = JUDGES.get(keyOf(path))?.(value, () => textAt(tree.valueAt(path), tree));
    if (!remark) return [];
    const place = tree.valueAt(path);
    return [{ severity: 'warning' as const, file: tree.file, path: formatPath(path), place, ...remark }];
  });
}

/** The key a text belongs to: `url[1].value` is a `url`, as `url` is. */
function keyOf(path: readonly PropertyKey[]): PropertyKey {
  const own = path.at(-1) === 'value' && typeof path.at(-2) === 'number' ? path.slice(0, -1) : path;
  return own.findLast((step) => typeof step === 'string') ?? '';
}

const textAt = ({ line, column, length }: Place, { source }: SourceTree): string =>
  source.split('\n')[line - 1]?.slice(column - 1, column - 1 + length) ?? '';

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
  if (/^~?\d{4}-\d\d(-\d\d)?$/.test(written.trim())) {
    return {
      rule: 'odd-date',
      message: `no calendar has the date \`${written}\`, so it is printed as written`,
      suggestion: 'write the year, the month (01 to 12), then the day',
    };
  }
  return {
    rule: 'odd-date',
    message: `\`${written}\` is not a date we know, so it is printed as written`,
    suggestion: 'write 2018, 2018-05, 2018-05-12, 2017-Q4, 2019-spring, ~1990 or present',
  };
}

function aboutUrl(text: string): Remark | undefined {
  const address = safeHref(text);
  if (address !== undefined) return hasScheme(text) ? undefined : aboutScheme(text, address);
  return {
    rule: 'odd-url',
    message: `\`${text}\` is no web address, so nothing links to it`,
    suggestion: 'write https://example.com/page, or put the words into a text',
  };
}

const aboutScheme = (text: string, address: string): Remark => ({
  rule: 'no-scheme',
  message: `\`${text}\` does not say how it is reached, so https is taken`,
  suggestion: `write ${address}`,
});

/** YAML reads a number where none is meant: `+44 20` keeps its plus and `020` its zero here, but nowhere else. */
function aboutPhone(text: string, written: () => string): Remark | undefined {
  if (!/^[+0]\d+$/.test(text) || written() !== text) return undefined;
  return {
    rule: 'unquoted-number',
    message: `YAML takes ${text} for a number; it is printed as it stands, but other programs change it`,
    suggestion: `put it in quotes: "${text}"`,
  };
}

/** YAML takes a colour without quotes for a comment, and the key before it for one with nothing to say. */
function lostColour({ meta }: Resume, tree: SourceTree): Diagnostic[] {
  if (meta?.style?.accent !== undefined || !tree.source.includes('accent')) return [];
  const path = ['meta', 'style', 'accent'];
  const place = tree.keyAt(path);
  const line = tree.source.split('\n')[place.line - 1]?.slice(place.column - 1) ?? '';
  const [, colour] = /^accent\s*:\s+(#[0-9a-fA-F]{3,6})\b/.exec(line) ?? [];
  if (colour === undefined) return [];
  return [
    {
      severity: 'warning',
      rule: 'unquoted-colour',
      file: tree.file,
      path: formatPath(path),
      place,
      message: `YAML takes ${colour} for a comment, so there is no accent here`,
      suggestion: `put it in quotes: "${colour}"`,
    },
  ];
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
