// How wide text stands where every letter has one width, as in a terminal or an editor for code: two columns for what
// East Asia writes in a square (https://www.unicode.org/reports/tr11/), none for marks and what is never seen.

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\p{Emoji_Presentation}\u3000-\u303e\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]/u;
/** Half-width katakana and hangul, which the scripts above include. */
const NARROW = /[\uff61-\uffdc]/u;
const SEEN = /[^\p{Mn}\p{Me}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** The width of one line, in columns. A letter with its accents is one; so is a family of emoji joined to one, of two. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (isWide(segment)) columns += 2;
    else if (SEEN.test(segment)) columns += 1;
  }
  return columns;
}

/** Whether a letter fills two columns. */
export const isWide = (letter: string): boolean => WIDE.test(letter) && !NARROW.test(letter);
