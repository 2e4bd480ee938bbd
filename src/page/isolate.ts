import { RIGHT_TO_LEFT_LETTER } from '../theme/scripts.js';
import type { Text } from '../view/view.js';

// A text's HTML → the same for a page that runs from right to left. What is Latin through and through (an address, a
// telephone number, C++) becomes an island that runs from left to right: by the rules of Unicode alone
// (https://www.unicode.org/reports/tr9/) its signs would go to the wrong end and a list of such words would run backwards.

/**
 * In text of the other direction: Latin words with the signs that belong to them, such as `Apache Kafka`, `C++`, `.NET 9`
 * or `@ada`, but not what closes a sentence or a bracket.
 */
const WORDS =
  /(?<![\p{Script=Latin}\p{N}&])[.@#~/]?(?=\p{N}*\p{Script=Latin})[\p{Script=Latin}\p{N}]+(?:(?: |&amp;|[-.@/_:~+#*]+)[\p{Script=Latin}\p{N}]+)*[+#]*/u;
/** A number with the signs around it. `38%` is set apart as in Unicode's own tables (CLDR, percent patterns). */
const NUMBER = /(?:(?<=^|[\s(])[-+])?[$€£#]?\d+(?:[.,:/+–-]\d+)*[%$€£°+]?/;
const ISLANDS = new RegExp(`${WORDS.source}|${NUMBER.source}`, 'gu');

/** Years alone, `2012 – 2015`, keep to the direction of the page; telephone numbers and grades do not. */
export function isolate({ html, plain }: Text): string {
  if (!RIGHT_TO_LEFT_LETTER.test(plain)) {
    const years = !/\p{L}/u.test(plain) && /\d\s[–—]\s\d/.test(plain);
    return years ? html : island(html);
  }
  return html
    .split(/(<[^>]*>)/)
    .map((part) =>
      part.startsWith('<')
        ? part
        : part.replaceAll(ISLANDS, (found) => (/^[\d.,:/]+$/.test(found) ? found : island(found))),
    )
    .join('');
}

const island = (html: string): string => `<bdi dir="ltr">${html}</bdi>`;
