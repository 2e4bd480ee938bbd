import type { INumberingOptions } from 'docx';
import type { Block } from '../../page/blocks.js';
import { resolveLook, twips } from '../../theme/styles.js';
import { listStyle, type Theme } from '../../theme/theme.js';
import { styleId } from './style-id.js';

// Lists → Word's multi-level numbering, which renumbers and re-indents them when the author edits.

const DEPTHS = [0, 1, 2];

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
    DEPTHS.map((level) => {
      const name = listStyle(ordered, level);
      const look = resolveLook(name, styles);
      return {
        level,
        // On every level: an inner list that begins with 3 is a list of its own. Word knows no negative numbers.
        start: Math.max(0, start),
        format: ordered ? ('decimal' as const) : ('bullet' as const),
        text: ordered ? `%${level + 1}.` : (look.marker ?? '•'),
        alignment: 'left' as const,
        style: {
          // A style belongs to one definition only.
          ...(start === 1 && { style: styleId(name) }),
          paragraph: { indent: { left: twips(look.indent ?? 0), hanging: twips(look.hanging ?? 0) } },
        },
      };
    });
  return {
    config: [
      { reference: numberingOf(false, 1), levels: levels(false, 1) },
      ...[...starts].map((start) => ({ reference: numberingOf(true, start), levels: levels(true, start) })),
    ],
  };
}
