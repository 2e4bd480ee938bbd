import { Document, visit } from 'yaml';
import { ContentError } from '../errors.js';
import { readResume } from './read.js';
import { customId } from './rules.js';
import type { Resume } from './schema.js';

// A résumé → the YAML that may travel inside its files: what a reader sees of it, and no more. It is written anew from the
// data, because comments, `x-` keys and texts in other languages are the author's own.

const MODELINE = '# yaml-language-server: $schema=https://unpkg.com/resumewright/resume.schema.json\n';
/** Makes a file JSON Resume input, whose slips are forgiven. */
const GENEROUS = '$schema: https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json\n';

/**
 * A valid résumé that renders to the same words. Gone are private parts, ids and tags of entries, the picture (its file
 * does not come along), and what of `meta` does not shape the page. `shown` are the ids of the sections that readers
 * see; the others are gone too. The text holds no `<` and no control character but line ends and tabs, so that HTML,
 * XML and terminals can take it as it stands.
 *
 * Throws ContentError where the text could not be read again, being too large.
 */
export function publishResume(resume: Resume, shown: readonly string[]): string {
  const yaml = serialize(published(resume, new Set(shown)));
  const text = MODELINE + yaml;
  const read = readResume(text, SOURCE);
  if (read.resume) return text;
  const forgiven = MODELINE + GENEROUS + yaml;
  if (readResume(forgiven, SOURCE).resume) return forgiven;
  throw new ContentError(read.diagnostics);
}

const SOURCE = 'the source to embed';

function published(resume: Resume, shown: ReadonlySet<string>): object {
  const { $schema: _, basics, sections, meta, ...lists } = resume;
  const { image: __, summary, ...head } = basics;
  return present({
    basics: visible({ ...head, ...(shown.has('summary') && { summary }) }),
    ...present(
      Object.fromEntries(
        Object.entries(lists)
          .filter(([id]) => shown.has(id))
          .map(([id, list]) => [id, visible(list)]),
      ),
    ),
    sections: some(customSections(sections ?? [], shown)),
    meta: some(shaping(meta ?? {}, shown)),
  });
}

const MARKS = new Set(['id', 'tags', 'private']);

/** A value without its private parts and the author's marks; undefined where nothing is left. */
function visible(value: unknown): unknown {
  if (Array.isArray(value)) return some(value.map(visible).filter((item) => item !== undefined));
  if (typeof value !== 'object' || value === null) return value;
  if ('private' in value && value.private === true) return undefined;
  const parts = Object.entries(value).filter(([key]) => !MARKS.has(key));
  return some(present(Object.fromEntries(parts.map(([key, inner]) => [key, visible(inner)]))));
}

type Sections = NonNullable<Resume['sections']>;

function customSections(sections: Sections, shown: ReadonlySet<string>): object[] {
  const named = sections.map((section, index) => ({ section, id: customId(section, index) }));
  return named
    .filter(({ id, section }) => shown.has(id) && section.private !== true)
    .map(({ section, id }, index) => ({
      // An id that was made from the section's place has to be written down, for the place may be another now.
      ...(section.id === undefined && customId(section, index) === id ? {} : { id }),
      ...(visible(section.kind === 'pairs' ? withoutEmpty(section) : section) as object),
    }));
}

/** A pair whose values are all private says nothing. */
function withoutEmpty(section: Extract<Sections[number], { kind: 'pairs' }>): Sections[number] {
  return { ...section, pairs: section.pairs.filter(({ value }) => visible(value) !== undefined) };
}

/** What of `meta` makes the page what it is. A theme's path names a folder of this machine. */
function shaping(meta: NonNullable<Resume['meta']>, shown: ReadonlySet<string>): object {
  const { theme, locale, paper, pages, lastModified, order = [], titles = {}, style } = meta;
  return present({
    lastModified,
    theme: theme !== undefined && /^[\w-]+$/.test(theme) ? theme : undefined,
    locale,
    paper,
    pages,
    order: some(order.filter((id) => shown.has(id))),
    titles: some(Object.fromEntries(Object.entries(titles).filter(([id]) => shown.has(id)))),
    style,
  });
}

const present = (map: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));

const some = <T extends object>(value: T): T | undefined =>
  Object.keys(value).length > 0 ? value : undefined;

/** What HTML, XML or a terminal would not take as it stands. */
const DELICATE = /(?![\t\n])\p{Cc}|[<\u2028\u2029]/u;

function serialize(data: object): string {
  const document = new Document(data, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_, scalar) {
      // Only a text in double quotes can hold escapes.
      if (typeof scalar.value === 'string' && DELICATE.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
    },
  });
  return document
    .toString({ lineWidth: 0 })
    .replaceAll(
      new RegExp(DELICATE, 'gu'),
      (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
    );
}
