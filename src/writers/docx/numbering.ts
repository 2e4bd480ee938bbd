import type { INumberingOptions, Numbering } from 'docx';
import type { Block, ListItem } from '../../page/blocks.js';
import { resolveLook, twips } from '../../theme/styles.js';
import { listStyle, type Theme } from '../../theme/theme.js';
import { styleId } from './style-id.js';

// Lists → Word's multi-level numbering, which renumbers and re-indents them when the author edits.

const DEPTHS = [0, 1, 2];
/** Word knows nine levels of a list; who presses Tab once more is not to fall out of it. */
const LEVELS = [...DEPTHS, 3, 4, 5, 6, 7, 8];

export const numberingOf = (ordered: boolean, start: number): string =>
  ordered ? `numbers-${start}` : 'bullets';

const LIST_STYLES = new Map(
  [false, true].flatMap((ordered) =>
    DEPTHS.map((level) => [listStyle(ordered, level), { ordered, level }] as const),
  ),
);

/** The list and level that a list style stands for. */
export const listOf = (style: string): { ordered: boolean; level: number } | undefined =>
  LIST_STYLES.get(style);

/** A list of a document: all bullets are one, numbers begin anew with each. */
export interface List {
  reference: string;
  instance: number;
  /** Absent where there are no numbers. */
  start?: number;
}

export const listOfItem = ({ ordered, start, list }: ListItem): List => ({
  reference: numberingOf(ordered, start),
  instance: ordered ? list : 0,
  ...(ordered && { start }),
});

/** Each once, in the order of the text. */
export function listsIn(blocks: readonly Block[]): List[] {
  const lists = blocks.flatMap(({ item }) => (item ? [listOfItem(item)] : []));
  return [...new Map(lists.map((list) => [nameOf(list), list])).values()];
}

/** What docx writes, in braces, in the place of a list's number. */
const nameOf = ({ reference, instance }: List): string => `${reference}-${instance}`;

/** The number of each list, by that name. */
export const numberLists = ({ ConcreteNumbering }: Numbering): Map<string, string> =>
  new Map(ConcreteNumbering.map((list) => [nameOf(list), String(list.numId)]));

/** The XML of docx with the lists' numbers in it. */
export const putNumbers = (xml: string, numbers: ReadonlyMap<string, string>): string =>
  xml.replace(/<w:numId w:val="\{([^"}]+)\}/g, (_, list: string) => `<w:numId w:val="${numbers.get(list)}`);

/** One definition for bullets, and one for each number that a list begins with. */
export function wordNumbering({ styles }: Theme, lists: readonly List[]): INumberingOptions {
  const starts = new Set([1, ...lists.flatMap(({ start }) => start ?? [])]);
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
