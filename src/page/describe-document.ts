import { lastModified } from '../resume/last-modified.js';
import { parseInline, plainText } from '../resume/markdown.js';
import type { Resume } from '../resume/schema.js';
import { sourceDate } from '../source-date.js';
import { shownIds } from '../view/shown-ids.js';
import type { View } from '../view/view.js';
import type { DocumentMeta } from './page.js';
import { skillNames } from './skill-names.js';

/** What the files say of themselves in their properties: only what the page shows too. */
export function describeDocument(resume: Resume, view: View, date: Date): DocumentMeta {
  const plain = (source: string) => plainText(parseInline(source));
  const keywords = shownIds(view).includes('skills') ? skillNames(resume) : [];
  return {
    title: view.title,
    author: view.name.plain,
    lang: view.lang,
    ...(view.label && { description: `${view.name.plain}, ${view.label.plain}` }),
    keywords: fitting(keywords.map(plain)),
    date,
  };
}

/** Word shows so many characters of a property. */
const MOST = 255;

function fitting(keywords: readonly string[]): string[] {
  const all = [...new Set(keywords)];
  const end = all.findIndex((_, index) => all.slice(0, index + 1).join(', ').length > MOST);
  return end < 0 ? all : all.slice(0, end);
}

/**
 * A document's own date: `SOURCE_DATE_EPOCH`, else `meta.lastModified`, else when the file was last changed. Never the
 * clock.
 */
export function documentDate(resume: Resume, epoch: string | undefined, modified: Date): Date {
  const changed = new Date(Math.floor(modified.getTime() / 1000) * 1000);
  return sourceDate(epoch) ?? lastModified(resume.meta?.lastModified ?? '') ?? changed;
}
