// What every reader of a finished file hands on, and the only thing the judges look at: so that a PDF, a page
// and a Word file can be held against each other and against the résumé.

/** A word as a reader meets it. */
export interface Word {
  text: string;
  /** The line ended right after it, without a space: it may go on in the next word (PDF only). */
  endsLine?: boolean;
  /** The page ended right after it: it may go on in the next word, and so may nothing (PDF only). */
  endsPage?: boolean;
}

/** What an independent reader recovers from one finished file. */
export interface Reading {
  /** In the order in which the file stores them. No list labels, no headers, no footers. */
  words: Word[];
  /** `level` is HTML's: 1 is the name. `text` has single spaces; compare it with `squeeze`, see words.ts. */
  headings: { level: number; text: string }[];
  /** Where each link leads, as `foldLink` writes it. Links within the document are left out. */
  links: string[];
}
