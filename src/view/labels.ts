import { onceBy } from '../once.js';
import { type Language, languageOf } from '../resume/locales.js';
import { ARABIC } from './locales/ar.js';
import { GERMAN } from './locales/de.js';
import { GREEK } from './locales/el.js';
import { ENGLISH } from './locales/en.js';
import { SPANISH } from './locales/es.js';
import { FRENCH } from './locales/fr.js';
import { HEBREW } from './locales/he.js';
import { ITALIAN } from './locales/it.js';
import { JAPANESE } from './locales/ja.js';
import { KOREAN } from './locales/ko.js';
import type { LanguagePack } from './locales/language-pack.js';
import { DUTCH } from './locales/nl.js';
import { POLISH } from './locales/pl.js';
import { PORTUGUESE } from './locales/pt.js';
import { RUSSIAN } from './locales/ru.js';
import { TURKISH } from './locales/tr.js';
import { UKRAINIAN } from './locales/uk.js';
import { CHINESE } from './locales/zh-Hans.js';

const PACKS: Record<Language, LanguagePack> = {
  en: ENGLISH,
  de: GERMAN,
  fr: FRENCH,
  es: SPANISH,
  pt: PORTUGUESE,
  it: ITALIAN,
  nl: DUTCH,
  pl: POLISH,
  el: GREEK,
  ru: RUSSIAN,
  uk: UKRAINIAN,
  tr: TURKISH,
  ja: JAPANESE,
  'zh-Hans': CHINESE,
  ko: KOREAN,
  ar: ARABIC,
  he: HEBREW,
};

/** The words the product adds to a résumé, in one language. */
export interface Labels extends Omit<LanguagePack, 'years' | 'pages'> {
  /** The country with this code of two letters; the code itself where it has no name. Throws for another. */
  country: (code: string) => string;
  /** A month or a day, an instant in UTC, in the parts that `Intl` makes of it. */
  dateParts: (instant: Date, finest: 'month' | 'day') => Intl.DateTimeFormatPart[];
  /** `9 years`; what is no whole number stays as it is. */
  years: (count: string) => string;
  /** `p. 7`, `pp. 7–15`; what begins with an abbreviation stays as it is. */
  pages: (pages: string) => string;
}

/**
 * The labels for a BCP 47 locale; English where there is no pack for its language. The names of months and countries and
 * the order of a date come from `Intl` in this locale.
 */
export function labelsFor(locale: string): Labels {
  const language = languageOf(locale);
  const pack = PACKS[language ?? 'en'];
  const own = language ? locale : 'en';
  return kept(pack, own, () => makeLabels(pack, own, language ?? 'en'));
}
/** What `Intl` makes for a locale costs more than using it on every date of a résumé. */
const kept = onceBy<LanguagePack, string, Labels>(10);

function makeLabels(pack: LanguagePack, own: string, language: Language): Labels {
  const { years, pages } = pack;
  let plural: Intl.PluralRules | undefined;
  let countries: Intl.DisplayNames | undefined;
  // One for each precision.
  const formats = new Map<string, Intl.DateTimeFormat>();
  return {
    ...pack,
    country: (code) => {
      countries ??= new Intl.DisplayNames([own], { type: 'region', fallback: 'code' });
      return countries.of(code.toUpperCase()) ?? code;
    },
    dateParts: (instant, finest) => {
      const format = formats.get(finest) ?? dateFormat(own, finest);
      formats.set(finest, format);
      return format.formatToParts(instant);
    },
    years: (count) => {
      if (!/^\d+$/.test(count)) return count;
      plural ??= new Intl.PluralRules(language);
      return (years[plural.select(Number(count))] ?? years.other).replace('#', count);
    },
    pages: (text) => {
      if (/^\p{L}{1,2}\./u.test(text) || says(text, pages.more)) return text;
      return (/^[\p{L}\p{N}_]+$/u.test(text) ? pages.one : pages.more).replace('#', () => text);
    },
  };
}

const dateFormat = (locale: string, finest: 'month' | 'day') =>
  new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'long',
    ...(finest === 'day' && { day: 'numeric' as const }),
  });

/** Whether a text has the words of a pattern around its `#` already. */
function says(text: string, pattern: string): boolean {
  const [before = '', after = ''] = pattern.split('#').map((part) => part.trim());
  return text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after);
}
