import { foldWord } from '../words.js';
import { ALL, linesWith, type Rule } from './rule.js';

// Characters that are not what they look like, and text that is not to be seen.

const STUFFED_TIMES = 6;
const STUFFED_SHARE = 0.2;

export const LETTER_RULES: readonly Rule[] = [
  {
    id: 'hidden-text',
    severity: 'error',
    formats: ALL,
    wrong: 'there is text that no eye can see: of the colour of the paper, tiny, or hidden',
    fix: 'take it out; what is worth finding is worth showing',
    judge: ({ extraction: { hidden } }) => hidden,
  },
  {
    id: 'keyword-stuffing',
    severity: 'warning',
    formats: ALL,
    wrong: 'the same word is repeated over and over',
    fix: 'name each skill once, and again where you used it',
    judge: ({ extraction: { paragraphs, hidden } }) =>
      [...paragraphs.map(({ text }) => text), ...hidden].filter(isStuffed),
  },
  {
    id: 'ligature',
    severity: 'warning',
    formats: ALL,
    wrong: 'letters are joined to a ligature character, so that a search for the word fails',
    fix: 'turn ligatures off (in CSS: font-variant-ligatures: none)',
    judge: (checked) => linesWith(checked, /[\ufb00-\ufb06]/),
  },
  {
    id: 'private-use',
    severity: 'warning',
    formats: ALL,
    wrong: 'an icon or symbol font is used; machines read its characters as garbage',
    fix: 'write the word instead, or take the icon away',
    judge: (checked) => linesWith(checked, /\p{Co}/u),
  },
  {
    id: 'invisible-character',
    severity: 'warning',
    formats: ALL,
    wrong: 'an invisible character stands inside a word, so that a search for the word fails',
    fix: 'take out soft hyphens, zero-width spaces and joiners',
    // Joiners shape the letters of other scripts, and belong there.
    judge: (checked) =>
      linesWith(
        checked,
        /[\u00ad\u200b\u2060\ufeff]|(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\u200c\u200d]/u,
      ),
  },
];

/** What stands in brackets does not count: `(expert, 9 years)` may follow every skill. */
function isStuffed(text: string): boolean {
  const words = (text.replaceAll(/\([^)]*\)/g, ' ').match(/\p{L}{3,}/gu) ?? []).map(foldWord);
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts.values()].some(
    (count) => count >= STUFFED_TIMES && count / words.length >= STUFFED_SHARE,
  );
}
