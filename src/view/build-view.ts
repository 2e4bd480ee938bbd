import { directionOf, documentLocale } from '../resume/locales.js';
import { nearestLanguage } from '../resume/nearest-language.js';
import { customId } from '../resume/rules.js';
import { type Resume, SECTION_IDS, type SectionId } from '../resume/schema.js';
import type { Titles } from '../theme/theme.js';
import { buildHeader } from './header.js';
import { type Labels, labelsFor } from './labels.js';
import { buildCustomSection, buildSection } from './sections.js';
import { shown, words } from './texts.js';
import type { Photo, Section, View } from './view.js';

export interface ViewOptions {
  /** The theme's order of sections; the résumé's `meta.order` comes before it. */
  order?: readonly string[];
  /** The sections that the theme puts beside the others. */
  aside?: readonly string[];
  /** The theme's headings; the résumé's `meta.titles` come before them, the language's own after. */
  titles?: Titles;
  /** The portrait, already read and checked. */
  photo?: Photo;
}

/** A résumé as a reader sees it. Private parts are gone from here on. */
export function buildView(resume: Resume, options: ViewOptions = {}): View {
  const { meta = {} } = resume;
  const lang = documentLocale(meta.locale);
  const labels = labelsFor(lang);
  const header = buildHeader(resume.basics, labels);
  const headings = { ...labels.sections, ...titlesIn(lang, options.titles ?? {}) };
  const sections = orderSections(allSections(resume, { ...labels, sections: headings }), [
    ...(meta.order ?? []),
    ...(options.order ?? []),
  ]).filter(({ id }) => !meta.hidden?.includes(id));
  const isBeside = ({ id }: Section) => options.aside?.includes(id) === true;
  return {
    lang,
    dir: directionOf(lang),
    marks: labels.marks,
    // A résumé without a name is headed by that word already.
    title: [...new Set([header.name.plain, labels.document])].join(' – '),
    ...header,
    ...(options.photo && { photo: options.photo }),
    sections: sections.filter((section) => !isBeside(section)),
    aside: sections.filter(isBeside),
  };
}

/** The theme's headings for a language: those that are one text for all, and those that have one for it. */
function titlesIn(lang: string, titles: Titles): Partial<Record<SectionId, string>> {
  const entries = Object.entries(titles).flatMap(([id, title]) => {
    if (typeof title === 'string') return [[id, title]];
    const tag = nearestLanguage(Object.keys(title), lang);
    return tag === undefined ? [] : [[id, title[tag]]];
  });
  return Object.fromEntries(entries);
}

// Custom sections stand before the ones that close a résumé, unless an order says otherwise.
const CLOSING = new Set<string>(['interests', 'references']);

function allSections(resume: Resume, labels: Labels): Section[] {
  const titles = new Map(Object.entries(resume.meta?.titles ?? {}));
  const renamed = (id: string) => {
    const title = titles.get(id);
    return title === undefined ? undefined : words(`meta.titles.${id}`, title);
  };
  const known = SECTION_IDS.flatMap((id): Section[] => {
    const body = buildSection(id, resume, labels);
    return body ? [{ id, title: renamed(id) ?? words(id, labels.sections[id]), ...body }] : [];
  });
  const custom = shown(resume.sections, 'sections').flatMap(([section, path]): Section[] => {
    const id = customId(section, resume.sections?.indexOf(section) ?? 0);
    const body = buildCustomSection(section, path, labels);
    return body ? [{ id, title: renamed(id) ?? words(`${path}.title`, section.title), ...body }] : [];
  });
  const closing = known.filter(({ id }) => CLOSING.has(id));
  return [...known.filter(({ id }) => !CLOSING.has(id)), ...custom, ...closing];
}

function orderSections(sections: readonly Section[], order: readonly string[]): Section[] {
  const named = [...new Set(order)].flatMap((id) => sections.filter((section) => section.id === id));
  return [...named, ...sections.filter((section) => !named.includes(section))];
}
