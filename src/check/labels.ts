import type { Piece } from './pieces.js';
import type { Structure } from './structure.js';

// In: the pieces of a page. Out: the same, where bullets and list numbers belong to nothing.
// Why: the page has them from the style sheet; they are not text in the HTML, nor in Word.

/** A bullet, by itself or before a space; a number has to be by itself, for a sentence may begin with one. */
const LABEL = /^\s*(?:[•◦▪▫‣⁃]\s*$|[•◦▪▫‣⁃]\s+|(?:\d{1,3}|[a-z]{1,5})[.)]\s*$)/i;

/**
 * @param tagged whether this file marks labels. Chromium does since 146; before, they can only be guessed.
 */
export function dropLabels(pieces: readonly Piece[], structure: Structure, tagged: boolean): Piece[] {
  const { labels, items } = structure;
  if (tagged) return pieces.map((piece) => (labels.has(piece.id ?? '') ? { text: piece.text } : piece));
  const firsts = new Set(items.map((contents) => firstPiece(pieces, new Set(contents))));
  return pieces.flatMap((piece) => {
    const label = firsts.has(piece) ? LABEL.exec(piece.text)?.[0] : undefined;
    if (label === undefined) return [piece];
    return [{ text: label }, { ...piece, text: piece.text.slice(label.length) }];
  });
}

function firstPiece(pieces: readonly Piece[], contents: ReadonlySet<string>): Piece | undefined {
  return pieces.find(({ id, text }) => id !== undefined && contents.has(id) && text.trim() !== '');
}
