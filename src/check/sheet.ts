import type { Piece } from './pieces.js';
import type { Structure } from './structure.js';

/** One page of a PDF, taken apart. */
export interface Sheet {
  /** In the order of the content stream. */
  pieces: Piece[];
  structure: Structure;
  /** Where the links lead, by the id of their annotation. */
  targets: Map<string, string>;
}
