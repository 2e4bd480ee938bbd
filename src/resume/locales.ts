// The languages there are words for. The words themselves are in `src/view/locales`, one file a language; the list is
// here because a résumé is told about a missing one while it is read.

export const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'el',
  'ru',
  'uk',
  'tr',
  'ja',
  'zh-Hans',
  'ko',
  'ar',
  'he',
] as const;

export type Language = (typeof LANGUAGES)[number];

/** Well-formed by BCP 47. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/**
 * The language of a BCP 47 locale in the script it is written in there: `de` of `de-CH`, `zh-Hans` of `zh-SG`. Undefined
 * where we have no words for it, as for `zh-TW`, which is written in traditional characters.
 */
export function languageOf(locale: string): Language | undefined {
  if (!isLocale(locale)) return undefined;
  const { language, script } = new Intl.Locale(locale).maximize();
  return LANGUAGES.find((known) => {
    const own = new Intl.Locale(known);
    return own.language === language && own.maximize().script === script;
  });
}

/** The scripts of living languages that run from right to left (ISO 15924). */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The language of a document whose `meta.locale` is `written`: English where that is absent or no tag. */
export const documentLocale = (written: unknown): string =>
  typeof written === 'string' && isLocale(written) ? written : 'en';

export type Direction = 'ltr' | 'rtl';

/** The direction of a well-formed BCP 47 locale, from its script: `ar` runs from right to left, `ar-Latn` does not. */
export function directionOf(locale: string): Direction {
  return RIGHT_TO_LEFT.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
}
