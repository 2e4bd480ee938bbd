import type { Paper } from '../theme/paper.js';
import type { Theme } from '../theme/theme.js';
import type { Text } from '../view/view.js';

/** One composed document: what is saved as HTML, printed as PDF, and read into blocks for Word and text. */
export interface Page {
  html: string;
  /** Every string of the view in the order the templates printed it. */
  printed: Text[];
  theme: Theme;
  paper: Paper;
  meta: DocumentMeta;
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
