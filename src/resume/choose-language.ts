import { type Diagnostic, formatPath, inFileOrder } from '../source/diagnostic.js';
import type { SourceTree } from '../source/parse.js';
import { keysAt, kindsAt } from '../source/schema-keys.js';
import { documentLocale, isLocale, LANGUAGES } from './locales.js';
import { nearestLanguage } from './nearest-language.js';
import { resumeSchema } from './schema.js';

// A text may be written in several languages, `{en: …, de: …}`. One of them is printed: here each such map becomes the
// text of the résumé's language, before anything else asks what the text says.

/** The kinds of value that may be a map of languages, by their ids in the schema. */
export const TRANSLATABLE: readonly string[] = ['text', 'line', 'prose', 'url'];

/** The same tree in one language; a warning where a text is not there in it, an error where a key is no language. */
export function chooseLanguage(tree: SourceTree): { tree: SourceTree; diagnostics: Diagnostic[] } {
  const locale = localeOf(tree.data);
  const isLanguage = languageTest();
  const diagnostics: Diagnostic[] = [];

  function chosen(value: unknown, path: PropertyKey[]): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const inside = (inner: unknown, key: PropertyKey) =>
      typeof inner === 'object' ? chosen(inner, [...path, key]) : inner;
    if (Array.isArray(value)) return value.map(inside);
    const map = Object.entries(value);
    if (isLanguageMap(Object.keys(value), path)) return choose(map, path);
    return Object.fromEntries(map.map(([key, inner]) => [key, inside(inner, key)]));
  }

  function isLanguageMap(keys: readonly string[], path: PropertyKey[]): boolean {
    if (!keys.some((key) => TAG.test(key))) return false;
    if (!kindsAt(resumeSchema, path, tree.data).some((kind) => TRANSLATABLE.includes(kind))) return false;
    const legal = keysAt(resumeSchema, path, tree.data);
    // A key may be both: `id` is Indonesian, and the name of an entry.
    if (keys.every(isLanguage)) return !keys.every((key) => legal.includes(key));
    return keys.some(isLanguage) && !keys.some((key) => legal.includes(key));
  }

  function choose(map: readonly [string, unknown][], path: PropertyKey[]): unknown {
    const texts = map.filter(([tag, text]) => {
      if (!isLanguage(tag)) tell([...path, tag], noLanguage(tag, map, isLanguage));
      else if (typeof text !== 'string') tell([...path, tag], noText(tag));
      return typeof text === 'string';
    });
    const tags = texts.map(([tag]) => tag);
    const tag = nearestLanguage(tags, locale);
    if (tag === undefined && tags[0] !== undefined) tell(path, untranslated(tags[0], locale));
    return texts[tag === undefined ? 0 : tags.indexOf(tag)]?.[1] ?? '';
  }

  function tell(path: PropertyKey[], finding: Finding): void {
    const place = tree.keyAt(path);
    diagnostics.push({ ...finding, file: tree.file, path: formatPath(path), place });
  }

  const data = chosen(tree.data, []);
  return { tree: { ...tree, data }, diagnostics: inFileOrder(diagnostics) };
}

/** What a language's key looks like: `No: we did not` is a sentence with a colon in it, not Norwegian. */
const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

type LanguageTest = (key: string) => boolean;

/**
 * Tells tags of BCP 47 whose language has a name; `url` and `doi` look like tags too. Loading the names takes as long as
 * reading a short file, so they wait for the first key that looks like one.
 */
function languageTest(): LanguageTest {
  let names: Intl.DisplayNames | undefined;
  return (key) => {
    if (!TAG.test(key) || !isLocale(key)) return false;
    names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    return names.of(key.slice(0, 3).replace(/-.*/, '')) !== undefined;
  };
}

function localeOf(data: unknown): string {
  const { meta } = (data ?? {}) as { meta?: { locale?: unknown } };
  return documentLocale(meta?.locale);
}

type Finding = Omit<Diagnostic, 'file' | 'path' | 'place'>;

function untranslated(tag: string, locale: string): Finding {
  return {
    severity: 'warning',
    rule: 'untranslated',
    message: `there is no text in \`${locale}\` here, so the one in \`${tag}\` is printed`,
    suggestion: `add \`${locale}: …\``,
  };
}

function noLanguage(tag: string, map: readonly [string, unknown][], isLanguage: LanguageTest): Finding {
  const others = map.flatMap(([key]) => (isLanguage(key) ? [`\`${key}\``] : []));
  const code = codeOf(tag, isLanguage);
  return {
    severity: 'error',
    rule: 'unknown-language',
    message: `\`${tag}\` beside ${others.join(', ')} is not the code of a language`,
    suggestion: code ? `did you mean \`${code}\`?` : 'codes are en, de, pt-BR …',
  };
}

/** `german`, `deutsch` and `de_AT` as we write them. */
function codeOf(name: string, isLanguage: LanguageTest): string | undefined {
  const dashed = name.replaceAll('_', '-');
  if (isLanguage(dashed)) return dashed;
  return LANGUAGES.find((tag) =>
    ['en', tag].some((locale) => nameIn(locale, tag)?.toLowerCase() === name.toLowerCase()),
  );
}

const nameIn = (locale: string, tag: string): string | undefined =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(tag);

const noText = (tag: string): Finding => ({
  severity: 'error',
  rule: 'wrong-type',
  message: `\`${tag}\` should be text`,
  suggestion: 'write one text for each language',
});
