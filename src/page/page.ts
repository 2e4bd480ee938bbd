import type { Paper } from '../theme/paper.js';
import type { Theme } from '../theme/theme.js';
import type { Text } from '../view/view.js';
import type { Block } from './blocks.js';
import type { Tree } from './dom.js';
import type { FontFile } from './font-file.js';

/** One composed document: what is saved as HTML, printed as PDF, and read into blocks for Word and text. */
export interface Page {
  html: string;
  /** The same, parsed; what its style sheets say is left out. */
  tree?: Tree;
  /** The same as one line of thought. */
  blocks: readonly Block[];
  /** The HTML as it is printed: without the fonts that the browser is handed apart. Where a theme has some of its own, all are inside. */
  bare: string;
  /** Those that are handed over beside `bare`. */
  fonts: readonly FontFile[];
  /** Every string of the view in the order the templates printed it. */
  printed: Text[];
  theme: Theme;
  paper: Paper;
  meta: DocumentMeta;
  /** Present where the HTML is another program's, which keeps no contract. */
  foreign?: ForeignPage;
}

/** What else is known of a page that a theme's package made. */
export interface ForeignPage {
  /** The author's own texts that are not on the page. */
  dropped: Text[];
}

/** What a document says of itself. */
export interface DocumentMeta {
  title: string;
  author: string;
  /** BCP 47. */
  lang: string;
  description?: string;
  keywords: readonly string[];
  /** The document's own date; outputs never ask the clock. */
  date: Date;
  /** The published YAML, where PDF, HTML and Word are to carry it. */
  source?: string;
}
