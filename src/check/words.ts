// In: text as some file holds it. Out: its words, and the form in which two words are compared. Why: a PDF
// stores what was painted, so capitals, ligatures and accents arrive in other characters than they left; none
// of that is a lost word.

/**
 * What paints nothing by itself and separates nothing: soft hyphens, joiners, direction marks, variation selectors, the
 * skin of an emoji, which is one glyph with its hand.
 */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Emoji_Modifier}/gu;

/** Chinese and Japanese marks as wide as a letter, which are their own space. */
const WIDE_MARK = /[：；！？，]/g;

/**
 * Compatibility characters are folded (NFKC, so NBSP is a space and the four forms of an Arabic letter are one) and
 * invisible ones removed, as is the Arabic tatweel, which only lengthens a word.
 */
export function cleanText(text: string): string {
  // The plain case, and most texts are one.
  if (/^[\t\n\r -~]*$/.test(text)) return text;
  return text.replace(WIDE_MARK, '$& ').normalize('NFKC').replace(INVISIBLE, '').replaceAll('\u0640', '');
}

/** The words between any white space. */
export function splitWords(text: string): string[] {
  return cleanText(text).match(/\S+/g) ?? [];
}

/** Words that fold to the same string are the same word, whatever `text-transform` did to them. */
export function foldWord(word: string): string {
  // The plain case, and nearly every word is one.
  if (/^[!-~]*$/.test(word)) return word.toLowerCase();
  // Up and down again, so that ß and SS agree; down first, for ẞ has no capital.
  const folded = cleanText(word).toLowerCase().toUpperCase().toLowerCase().normalize('NFD');
  return (
    (/\p{M}/u.test(folded) ? foldMarks(folded) : folded.normalize('NFC'))
      // A sigma's form depends on what follows, and a word broken over two lines ends twice.
      .replaceAll('ς', 'σ')
      .replaceAll('\u2010', '-')
  );
}

const foldMarks = (letters: string): string =>
  letters
    // CSS capitals drop the accents of Greek, and Turkish İ brings a dot of its own.
    .replace(/(?<=\p{Script=Greek}\p{M}*)\p{M}|(?<=i)\u0307/gu, '')
    .normalize('NFC')
    // Fonts place vowel points one by one, so that they may come back before their letter.
    .replace(POINTED, inOrder);

/** Arabic and Hebrew letters with points above and below them. */
const POINTED = /[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]*\p{M}[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]*/gu;

/** The letters as they stand, then the points: none may be lost, but which letter each belongs to is not compared. */
const inOrder = (letters: string): string =>
  /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letters)
    ? `${letters.replaceAll(/\p{M}/gu, '')}${(letters.match(/\p{M}/gu) ?? []).sort().join('')}`
    : letters;

/** Text without white space and folded: the same for a heading on one line and on two. */
export function squeeze(text: string): string {
  return splitWords(text).map(foldWord).join('');
}
