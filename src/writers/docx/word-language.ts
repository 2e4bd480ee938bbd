import { RIGHT_TO_LEFT_LETTER, wordFonts } from '../../theme/scripts.js';

/** What Word keeps for each class of letters: Latin and the like, East Asian, right to left (ISO/IEC 29500-1, 17.3.2.20). */
export interface WordLanguage {
  value: string;
  eastAsia?: string;
  bidirectional?: string;
}

/**
 * The languages Word spells and breaks the text of a document by. `lang` is the document's, BCP 47; letters of another
 * class in `text` bring theirs, where only one language of the world writes so: Hangul is Korean, Kana Japanese, but
 * Chinese characters may be either's, and Arabic letters Persian.
 */
export function wordLanguage(lang: string, text: string): WordLanguage {
  const own = regional(lang);
  const { eastAsia, cs } = wordFonts(lang);
  const east = eastAsia === undefined ? eastAsian(text) : own;
  const right = cs === undefined ? rightToLeft(text) : own;
  return {
    value: own,
    ...(east !== undefined && { eastAsia: east }),
    ...(right !== undefined && { bidirectional: right }),
  };
}

/** Word knows languages by their region: `ja-JP` for `ja`. The script stays where the document names it and Word does. */
function regional(lang: string): string {
  const stated = new Intl.Locale(lang);
  const { language, region, script } = stated.maximize();
  // Norwegian without more is Bokmål; Word has it by that name only.
  const known = language === 'no' ? 'nb' : language;
  const named = stated.script !== undefined && known !== 'zh' ? `-${script}` : '';
  return `${known}${named}-${region}`;
}

function eastAsian(text: string): string | undefined {
  const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  const hangul = /\p{Script=Hangul}/u.test(text);
  if (kana === hangul) return undefined;
  return kana ? 'ja-JP' : 'ko-KR';
}

function rightToLeft(text: string): string | undefined {
  const letters = text.match(new RegExp(RIGHT_TO_LEFT_LETTER, 'gu')) ?? [];
  return letters.length > 0 && letters.every((letter) => /\p{Script=Hebrew}/u.test(letter))
    ? 'he-IL'
    : undefined;
}
