import type { Direction } from '../resume/locales.js';
import type { Marks } from './locales/language-pack.js';

// What a reader sees, as plain data: sections in reading order, labels in the résumé's language, periods as text.
// Templates print it; they decide arrangement and nothing else.

/** One visible string: safe inline HTML, the same words without markup, and the résumé path they come from. */
export interface Text {
  path: string;
  html: string;
  plain: string;
}

export interface View {
  /** BCP 47. */
  lang: string;
  dir: Direction;
  /** The punctuation of the language, for templates to put between texts. */
  marks: Marks;
  /** The document's own title: `Ada Example – Résumé`. */
  title: string;
  name: Text;
  label?: Text;
  photo?: Photo;
  /** One or two lines: how to reach the person, where to read more. */
  contacts: Contact[][];
  sections: Section[];
  /** What stands beside the sections, where the theme has two columns. */
  aside: Section[];
}

export interface Contact {
  /** `mobile`, `GitHub` …, where the value does not say it itself. */
  label?: Text;
  text: Text;
}

export interface Photo {
  /** A data URI. */
  src: string;
  alt: string;
  /** Pixels. */
  width: number;
  height: number;
}

export type Section = { id: string; title: Text } & (
  | { kind: 'prose'; prose: Prose[] }
  | { kind: 'list'; list: List }
  | { kind: 'pairs'; pairs: Pair[] }
  /** Entries have a title line, a line below it and text: jobs, studies, projects. */
  | { kind: 'entries'; entries: Entry[] }
  /** Records say it all in a line or two: awards, certificates, publications. */
  | { kind: 'records'; entries: Entry[] }
);

export interface Entry {
  /** The heading its title line is; absent below the outline's third level. */
  heading?: 'h3' | 'h4';
  title: Text[];
  subtitle: Text[];
  /** Where to see it, in words a reader can type. */
  address?: Text;
  period?: Text;
  authors: Text[];
  details: Text[];
  /** What the employer or project is, before what was done there. */
  about: Prose[];
  prose: Prose[];
  list?: List;
  /** Lines of labelled facts: `Minor: … · Grade: …`. */
  facts: Pair[][];
  keywords: Text[];
  /** Roles at one employer, projects inside a job, smaller projects of a family. */
  parts: Entry[];
}

/** `short`: of few lines, and so kept whole where a page ends. */
export type Prose = { paragraph: Text; short?: true } | { list: List };
export interface List {
  ordered: boolean;
  /** The first number of an ordered list. */
  start: number;
  items: Item[];
}
export interface Item {
  text: Text;
  lists: List[];
}

/** `Term (notes): value (notes), value`. */
export interface Pair {
  term?: Text;
  notes: Text[];
  values: Value[];
}
export interface Value {
  text: Text;
  notes: Text[];
}
