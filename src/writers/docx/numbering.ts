import type { INumberingOptions } from 'docx';
import type { Block } from '../../page/blocks.js';
import { resolveLook, twips } from '../../theme/styles.js';
import { listStyle, type Theme } from '../../theme/theme.js';
import { styleId } from './style-id.js';

// Lists → Word's multi-level numbering, which renumbers and re-indents them when the author edits.

const DEPTHS = [0, 1, 2];
/** Word knows nine levels of a list; who presses Tab once more is not to fall out of it. */
const LEVELS = [...DEPTHS, 3, 4, 5, 6, 7, 8];

export const numberingOf = (ordered: boolean, start: number): string =>
  ordered ? `numbers-${start}` : 'bullets';

/** The list and level that a list style stands for. */
export function listOf(style: string): { ordered: boolean; level: number } | undefined {
  return [false, true]
    .flatMap((ordered) => DEPTHS.map((level) => ({ ordered, level })))
    .find(({ ordered, level }) => listStyle(ordered, level) === style);
}

/** One definition for bullets, and one for each number that a list begins with. */
export function wordNumbering({ styles }: Theme, blocks: readonly Block[]): INumberingOptions {
  const starts = new Set([1, ...blocks.flatMap(({ item }) => (item?.ordered ? [item.start] : []))]);
  const levels = (ordered: boolean, start: number) =>
    LEVELS.map((level) => {
      const styled = level < DEPTHS.length;
      const name = listStyle(ordered, level);
      const look = resolveLook(name, styles);
      return {
        level,
        // On every level: an inner list that begins with 3 is a list of its own. Word knows no negative numbers.
        start: Math.max(0, start),
        format: ordered ? ('decimal' as const) : ('bullet' as const),
        text: ordered ? `%${level + 1}.` : (look.marker ?? '•'),
        // Numbers end at one edge, the tens below the tens, as a browser's do.
        alignment: ordered ? ('right' as const) : ('left' as const),
        style: {
          // A style belongs to one definition only.
          ...(styled && start === 1 && { style: styleId(name) }),
          paragraph: { indent: { left: twips(indentOf(ordered, level)), hanging: twips(look.hanging ?? 0) } },
        },
      };
    });
  // Below the last style each level goes as much deeper as that one did.
  const indentOf = (ordered: boolean, level: number): number => {
    const [before, last] = [1, 2].map((depth) => resolveLook(listStyle(ordered, depth), styles).indent ?? 0);
    const deeper = Math.max(0, level - 2) * Math.max(0, (last ?? 0) - (before ?? 0));
    return (resolveLook(listStyle(ordered, level), styles).indent ?? 0) + deeper;
  };
  return {
    config: [
      { reference: numberingOf(false, 1), levels: levels(false, 1) },
      ...[...starts].map((start) => ({ reference: numberingOf(true, start), levels: levels(true, start) })),
    ],
  };
}
