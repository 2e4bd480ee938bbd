import { RIGHT_TO_LEFT_LETTER } from '../theme/scripts.js';
import type { Text } from '../view/view.js';

// A text's HTML → the same for a page that runs from right to left. What is Latin through and through (an address, a
// telephone number, C++) becomes an island that runs from left to right: by the rules of Unicode alone
// (https://www.unicode.org/reports/tr9/) its signs would go to the wrong end and a list of such words would run backwards.

/**
 * A stretch of Latin words in text of the other direction, with the signs that belong to them: `Apache Kafka`, `C++`,
 * `.NET 9`, `@ada`. What closes a sentence or a bracket is not part of it.
 */
const STRETCH =
  /(?<![\p{Script=Latin}\p{N}&])[.@#~/]?\p{Script=Latin}[\p{Script=Latin}\p{N}]*(?:(?: |[-.@/_:~+#*]+)[\p{Script=Latin}\p{N}]+)*[+#]*/gu;

/** Numbers alone, such as `2012 – 2015`, keep to the direction of the page; telephone numbers do not. */
export function isolate({ html, plain }: Text): string {
  if (!RIGHT_TO_LEFT_LETTER.test(plain)) {
    return /[\p{L}+]/u.test(plain) || html.includes('href="tel:') ? island(html) : html;
  }
  return html
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? part : part.replaceAll(STRETCH, island)))
    .join('');
}

const island = (html: string): string => `<bdi dir="ltr">${html}</bdi>`;
