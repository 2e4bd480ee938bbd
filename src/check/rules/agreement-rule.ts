import { splitWords } from '../words.js';
import type { Rule } from './rule.js';

/** Two readers that share no code find the same words, in the same order; where they do not, no reader can be trusted. */
export const AGREEMENT: Rule = {
  id: 'extractors-disagree',
  severity: 'warning',
  formats: ['pdf', 'docx'],
  wrong: 'two programs read different text from it',
  fix: 'look at it with --text; spaces inside words come from kerning and letter-spacing, lost text from boxes and tables',
  judge: ({ extraction: { texts, pdf } }) => {
    const [one, two] = texts;
    // A locked file has a finding of its own.
    if (pdf && !two) return pdf.encrypted ? [] : ['the simpler of the two gives up'];
    if (!one || !two) return [];
    const [first, second] = [wordsOf(one.text), wordsOf(two.text)];
    const only = [missing(first, second), missing(second, first)] as const;
    const evidence = [one, two].flatMap(({ extractor }, index) => {
      const words = only[index] ?? [];
      return words.length === 0
        ? []
        : [`only ${extractor}: ${words.slice(0, 8).join(' ')}${words.length > 8 ? ' …' : ''}`];
    });
    if (evidence.length > 0) return evidence;
    const turn = first.findIndex((word, index) => word !== second[index]);
    return turn < 0 ? [] : [`in another order from “${first.slice(turn, turn + 4).join(' ')}”`];
  },
};

/** Without bullets, dashes and what stands around a word: a comma that drifts away harms nobody. */
const wordsOf = (text: string): string[] =>
  splitWords(text)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');

function missing(words: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
