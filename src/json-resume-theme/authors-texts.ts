import { squeeze } from '../check/words.js';
import type { Resume } from '../resume/schema.js';
import { parsePath } from '../source/diagnostic.js';
import { valueAt } from '../source/value-at.js';
import { textsOf } from '../view/texts-of.js';
import type { Text, View } from '../view/view.js';
import { flatLine, flatProse } from './flat-markdown.js';

// What of a view another program has to show: the texts that the author wrote. Our own words (headings, labels, the names
// of months and countries) it may say otherwise.

/** Those that stand in the résumé as they stand in the view; of a date that we put in words, its years, one by one. */
export function authorsTexts(view: View, resume: Resume): Text[] {
  return textsOf(view).flatMap((text): Text[] => {
    const value = valueAt(resume, parsePath(text.path));
    // Headings are the theme's own.
    if (typeof value !== 'string' || text.path.startsWith('meta.')) return [];
    if (isWritten(text.plain, value)) return [text];
    const years = DATE.test(text.path) ? text.plain.match(/(?<!\d)\d{4}(?!\d)/g) : undefined;
    return (years ?? []).map((year) => ({ ...text, plain: year }));
  });
}

/** A period stands at the path of its beginning or its end. */
const DATE = /(date|expires)$/i;

/** A paragraph is a part of what was written, an address may have lost its `https://`. */
function isWritten(plain: string, value: string): boolean {
  const sought = squeeze(plain);
  return [value, flatLine(value) ?? '', flatProse(value) ?? ''].some((form) =>
    squeeze(form).includes(sought),
  );
}
