import { directionOf } from '../resume/locales.js';
import { SCRIPT_FAMILIES, type ScriptFamilyName } from './families.js';

// A letter and the page it stands on → the families that may draw it. Chinese, Japanese and Korean share letters and
// draw them differently, so the language of the page decides; where it is another, the letters beside them do.

/** A letter of a script that runs from right to left. */
export const RIGHT_TO_LEFT_LETTER =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Preferred first. */
export type EastAsianOrder = readonly [ScriptFamilyName, ...ScriptFamilyName[]];

const BY_LANGUAGE: Record<string, EastAsianOrder> = {
  ja: ['BIZ UDPMincho', 'Noto Serif SC', 'Nanum Myeongjo'],
  zh: ['Noto Serif SC', 'BIZ UDPMincho', 'Nanum Myeongjo'],
  ko: ['Nanum Myeongjo', 'Noto Serif SC', 'BIZ UDPMincho'],
};

/** `lang` is BCP 47; `letters` are all letters of the page. */
export function eastAsianOrder(lang: string, letters: Iterable<string>): EastAsianOrder {
  const [language = ''] = lang.toLowerCase().split('-', 1);
  const text = [...letters].join('');
  const likely = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? 'ja'
    : /\p{Script=Hangul}/u.test(text)
      ? 'ko'
      : 'zh';
  return (BY_LANGUAGE[language] ?? BY_LANGUAGE[likely]) as EastAsianOrder;
}

/** The families of the script that a letter belongs to; none for letters of the scripts that themes have themselves. */
export function familiesFor(letter: string, eastAsian: EastAsianOrder): readonly ScriptFamilyName[] {
  // ASCII, as most letters are, every theme has itself.
  if (letter <= '~') return [];
  if (/[\p{Script=Arabic}\u0600-\u06ff]/u.test(letter)) return ['Vazirmatn'];
  if (/[\p{Script=Devanagari}\u0900-\u097f]/u.test(letter)) return ['Mukta'];
  if (/\p{Script=Hangul}/u.test(letter)) return ['Nanum Myeongjo'];
  if (EAST_ASIAN.test(letter)) return eastAsian;
  if (/[\u2190-\u2bff]/.test(letter)) return ['STIX Two Math', 'Noto Sans Symbols 2', 'Noto Emoji'];
  return /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(letter)
    ? ['Noto Emoji', 'Noto Sans Symbols 2']
    : [];
}

const EAST_ASIAN_LETTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}]/u;

/** With the marks that stand between such letters, and the wide forms of Latin ones. */
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u30ff\uff00-\uffef]/u;

/** What Word draws with, by the class of a letter (ISO/IEC 29500-1, 17.3.2.26), where it is not the theme's own font. */
export interface WordFonts {
  eastAsia?: string;
  /** Complex script: whatever runs from right to left, and the scripts of India. */
  cs?: string;
}

/**
 * The fonts for a page in this language (BCP 47); none for the languages that themes have letters for. Where only some
 * words of its `text` are East Asian, as the author's name, they get theirs as the page does.
 */
export function wordFonts(lang: string, text = ''): WordFonts {
  const { language, script } = new Intl.Locale(lang).maximize();
  const complex = directionOf(lang) === 'rtl' ? 'Vazirmatn' : script === 'Deva' ? 'Mukta' : undefined;
  const cs = complex ? { cs: SCRIPT_FAMILIES[complex].word } : {};
  if (script === 'Hant') return { eastAsia: 'PMingLiU' };
  const [preferred] =
    BY_LANGUAGE[language] ?? (EAST_ASIAN_LETTER.test(text) ? eastAsianOrder(lang, text) : []);
  return { ...cs, ...(preferred && { eastAsia: SCRIPT_FAMILIES[preferred].word }) };
}
