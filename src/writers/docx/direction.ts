import type { Direction } from '../../resume/locales.js';
import { RIGHT_TO_LEFT_LETTER } from '../../theme/scripts.js';

const LATIN = /\p{Script=Latin}/u;
const [LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK] = ['\u200e', '\u200f'];

/**
 * The text of a run and which way it runs, in a document of this direction. No style can say it: Word takes the
 * direction of signs and digits, and the choice between a run's two fonts, sizes and weights, from `w:rtl` on the run
 * itself (ISO/IEC 29500-1, 17.3.2.30). Programs that go by Unicode alone, LibreOffice among them, get the same from
 * invisible marks: after signs between two Latin words, and at the edge of an island that begins or ends with a sign.
 */
export function directed(
  text: string,
  direction: Direction,
  dir?: 'ltr',
): { text: string; rightToLeft?: true } {
  const foreign = RIGHT_TO_LEFT_LETTER.test(text);
  if (direction === 'ltr') return foreign && !LATIN.test(text) ? { text, rightToLeft: true } : { text };
  if (dir === 'ltr' || (LATIN.test(text) && !foreign)) {
    const [first, last] = [/^[^\p{L}]/u, /[^\p{L}\p{N}]$/u].map((edge) =>
      edge.test(text) ? LEFT_TO_RIGHT_MARK : '',
    );
    return { text: `${first}${text}${last}` };
  }
  const signs = text !== '' && !/[\p{L}\p{N}]/u.test(text);
  return { text: signs ? `${text}${RIGHT_TO_LEFT_MARK}` : text, rightToLeft: true };
}

/** The XML of a Word file whose section runs from right to left too, as its gutter and page numbers follow (17.6.1). */
export const turnSection = (xml: string): string => xml.replace(/(?=<w:docGrid )/, '<w:bidi/>');
