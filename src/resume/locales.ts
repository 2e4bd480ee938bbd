// The languages there are words for. The words themselves are in `src/view/locales`, one file a language; the list is
// here because a résumé is told about a missing one while it is read.

export const LANGUAGES = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'el', 'ru', 'uk', 'tr'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Well-formed by BCP 47. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The language of a BCP 47 locale, `de` of `de-CH`; undefined where we have no words for it. */
export function languageOf(locale: string): Language | undefined {
  if (!isLocale(locale)) return undefined;
  const { language } = new Intl.Locale(locale);
  return LANGUAGES.find((known) => known === language);
}
