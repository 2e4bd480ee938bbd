import type { UaFault } from '../ua/ua-fault.js';

// What is read from a finished file, whatever its format: the one thing the rules and the recovery look at. It is never
// given the résumé the file was made from.

export const CHECK_FORMATS = ['pdf', 'docx', 'html'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** A paragraph, heading or list item. A tab in its text is a tab or a gap wider than one and a half ems. */
export interface Paragraph {
  text: string;
  /** Its lines as the file lays them out (PDF); one line in the formats that leave that to the reader. */
  lines: string[];
  /** HTML's heading level: 1 is the name, 2 a section. */
  level?: number;
  /** An item of a list; the label is no part of the text. */
  bullet?: boolean;
}

export interface Extraction {
  format: CheckFormat;
  /** Size of the file in bytes. */
  size: number;
  /** In the order in which the file stores them. */
  paragraphs: Paragraph[];
  /** The whole text as each independent extractor gives it, lines divided by `\n`; the first is the main one. */
  texts: { extractor: string; text: string }[];
  links: { target: string; text: string }[];
  images: { alt?: string | undefined }[];
  /** Tables that a reader has to take apart. */
  tables: number;
  /** Text that is in the file and that no eye can see. */
  hidden: string[];
  lang?: string | undefined;
  title?: string | undefined;
  author?: string | undefined;
  word?: WordFacts;
  pdf?: PdfFacts;
}

/** What only a Word file can get wrong. Each list holds the text concerned. */
export interface WordFacts {
  /** Headers, footers, footnotes. */
  outside: string[];
  /** Text boxes, shapes and frames. */
  boxes: string[];
  /** The most columns any part of the document has. */
  columns: number;
  typedBullets: string[];
  /** Tabs and line ends written as characters instead of elements. */
  rawBreaks: string[];
  unstyled: string[];
  /** Runs with more than 1 pt between their letters. */
  tracked: string[];
  hyphenated: boolean;
}

/** What only a PDF can get wrong. */
export interface PdfFacts {
  tagged: boolean;
  encrypted: boolean;
  fonts: { name: string; embedded: boolean; mapped: boolean }[];
  /** Lines that stand beside other text, as columns do. */
  beside: string[];
  /** Where it breaks PDF/UA-1. */
  ua: UaFault[];
}
