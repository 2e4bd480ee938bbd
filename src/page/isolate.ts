import type { Direction } from '../resume/locales.js';
import { RIGHT_TO_LEFT_LETTER } from '../theme/scripts.js';
import type { Text } from '../view/view.js';

// A text's HTML → the same with islands, each a stretch of text that runs the other way. By the rules of Unicode alone
// (https://www.unicode.org/reports/tr9/) the signs at their edges would go to the wrong end and a list of Latin words on
// an Arabic page would run backwards. And what is a node of its own can be read back in order.

const RIGHT = RIGHT_TO_LEFT_LETTER.source;
/** A letter that runs from left to right, or a digit. */
const LEFT = `(?:(?!${RIGHT})[\\p{L}\\p{N}])`;

/**
 * Words of the other direction with the signs that belong to them, such as `Apache Kafka`, `C++`, `.NET 9` or `@ada`, but
 * not what closes a sentence or a bracket.
 */
const WORDS = `(?<![\\p{Script=Latin}\\p{N}&])[.@#~/]?(?=\\p{N}*(?!${RIGHT})\\p{L})${LEFT}+(?:(?: |&amp;|[-.@/_:~+#*]+|(?<=\\p{N}),(?=\\p{N}))${LEFT}+)*[+#]*`;
/** A number with the signs around it. `38%` is set apart as in Unicode's own tables (CLDR, percent patterns). */
const NUMBER = '(?:(?<=^|[\\s(])[-+~×])?[$€£#№]?\\d+(?:[.,:/+–-]\\d+)*[%$€£°+]?';
const ON_RIGHT_TO_LEFT = new RegExp(`${WORDS}|${NUMBER}`, 'gu');

/** From the first letter to the last, with all that stands between. */
const ON_LEFT_TO_RIGHT = new RegExp(`${RIGHT}\\p{M}*(?:(?:(?!\\p{L}).|${RIGHT})*${RIGHT}\\p{M}*)?`, 'gu');

/** `direction` is the page's. Years alone, `2012 – 2015`, keep to it; telephone numbers and grades run from left to right. */
export function isolate({ html, plain }: Text, direction: Direction): string {
  const foreign = RIGHT_TO_LEFT_LETTER.test(plain);
  if (direction === 'ltr') {
    return foreign
      ? inText(html, ON_LEFT_TO_RIGHT, (found) => island('rtl')(found.replaceAll(ON_RIGHT_TO_LEFT, signed)))
      : html;
  }
  if (!foreign) {
    const years = !/\p{L}/u.test(plain) && /\d\s[–—]\s\d/.test(plain);
    return years ? html : island('ltr')(html);
  }
  return inText(html, ON_RIGHT_TO_LEFT, signed);
}

/** A number without signs runs the same way everywhere. */
const signed = (found: string): string => (/^[\d.,:/]+$/.test(found) ? found : island('ltr')(found));

const inText = (html: string, pattern: RegExp, replace: (found: string) => string): string =>
  html
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? part : part.replaceAll(pattern, replace)))
    .join('');

const island = (direction: Direction) => (html: string) => `<bdi dir="${direction}">${html}</bdi>`;
