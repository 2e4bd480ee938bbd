import { lastModified } from '../resume/last-modified.js';
import { parseInline, plainText } from '../resume/markdown.js';
import type { Resume } from '../resume/schema.js';
import { sourceDate } from '../source-date.js';
import { sectionIds } from '../view/section-ids.js';
import { shown } from '../view/texts.js';
import type { View } from '../view/view.js';
import type { DocumentMeta } from './page.js';

/** What the files say of themselves in their properties: only what the page shows too. */
export function describeDocument(resume: Resume, view: View, date: Date): DocumentMeta {
  const plain = (source: string) => plainText(parseInline(source));
  const keywords = shown(sectionIds(view).includes('skills') ? resume.skills : [], 'skills').flatMap(
    ([{ name }]) => name ?? [],
  );
  return {
    title: view.title,
    author: view.name.plain,
    lang: view.lang,
    ...(view.label && { description: `${view.name.plain}, ${view.label.plain}` }),
    keywords: keywords.map(plain),
    date,
  };
}

/**
 * A document's own date: `SOURCE_DATE_EPOCH`, else `meta.lastModified`, else when the file was last changed. Never the
 * clock.
 */
export function documentDate(resume: Resume, epoch: string | undefined, modified: Date): Date {
  const changed = new Date(Math.floor(modified.getTime() / 1000) * 1000);
  return sourceDate(epoch) ?? lastModified(resume.meta?.lastModified ?? '') ?? changed;
}
