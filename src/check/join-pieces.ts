import type { Piece } from './pieces.js';
import type { Part, Structure } from './structure.js';

/**
 * The pieces of a page as one text. What the structure tree does not know stands for a space, so that it glues nothing
 * together; a line that ends with its paragraph ends with a space, for no word goes on in the next paragraph.
 */
export function joinPieces(pieces: readonly Piece[], { blocks }: Structure): string {
  const parts: string[] = [];
  let block: Part | undefined;
  /** How many parts there were after the last that shows something. */
  let visible = 0;
  for (const { text, id } of pieces) {
    const shows = id !== undefined && text.trim() !== '';
    if (shows && blocks.get(id) !== block) {
      parts.splice(visible, 0, ' ');
      block = blocks.get(id);
    }
    parts.push(id === undefined ? text.replace(/[^\n]+/g, ' ') : text);
    if (shows) visible = parts.length;
  }
  return parts.join('');
}
