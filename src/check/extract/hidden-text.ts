import type { Colour } from './naive-pdf/geometry.js';
import type { Shown } from './naive-pdf/interpret.js';

// In: what a page shows. Out: the text that no eye can see. Why: words hidden for machines are taken for cheating, and
// words hidden by mistake puzzle whoever reads the parsed copy.

/** pt; nothing smaller is meant to be read. */
const TINY = 2;
/** How far, from 0 to 1, a colour has to be from what it stands on to be seen at all. */
const VISIBLE = 0.06;

export function hiddenText(shown: readonly Shown[]): string[] {
  const texts: string[] = [];
  let open = false;
  for (const piece of shown) {
    const hidden = isHidden(piece);
    if (hidden && open) texts[texts.length - 1] += piece.text;
    else if (hidden && piece.text.trim() !== '') texts.push(piece.text);
    open = hidden && texts.length > 0;
  }
  return texts.map((text) => text.trim()).filter((text) => /[\p{L}\p{N}]/u.test(text));
}

function isHidden({ inkless, size, ink, paper }: Shown): boolean {
  return (
    inkless || size < TINY || (ink !== undefined && paper !== undefined && distance(ink, paper) < VISIBLE)
  );
}

const distance = (one: Colour, two: Colour): number =>
  Math.max(...one.map((value, index) => Math.abs(value - (two[index] ?? 0))));
