import type { Block } from '../page/blocks.js';

// The blocks of a page → where each stands in its lists, for the formats that show a list by indenting it.

export interface Place {
  /** Spaces before the marker, or before the words where there is none. */
  indent: number;
  /** Absent on what an item goes on to say. */
  marker?: string;
  /** This item is the first of its list. */
  opens: boolean;
  /** The list follows another of its kind without a word between them, an odd number of them so far. */
  twin: boolean;
}

interface Open {
  level: number;
  list: number;
  ordered: boolean;
  /** Where the item's own words begin. */
  content: number;
  twin: boolean;
}

/** One place for each block; none for what stands in no list. Markers are `- ` and `1. `; lists count from their start. */
export function placeItems(blocks: readonly Block[]): (Place | undefined)[] {
  const numbers = new Map<number, number>();
  let open: Open[] = [];
  return blocks.map(({ item, style }) => {
    if (!item) {
      const last = open.at(-1);
      if (last && style.startsWith('List ')) return goOn(open, style);
      open = [];
      return undefined;
    }
    const { level, list, ordered } = item;
    const before = open.find((one) => one.level === level);
    open = open.filter((one) => one.level < level);
    const indent = open.at(-1)?.content ?? 0;
    const number = numbers.get(list) ?? Math.min(Math.max(item.start, 0), 999_999_000);
    if (ordered) numbers.set(list, number + 1);
    const marker = ordered ? `${number}. ` : '- ';
    const opens = before === undefined || before.list !== list || before.ordered !== ordered;
    const twin = before?.ordered === ordered && (before.list === list ? before.twin : !before.twin);
    open.push({ level, list, ordered, content: indent + marker.length, twin });
    return { indent, marker, opens, twin };
  });
}

/** A style's number is its depth, and the item above at that depth is the one that goes on. */
function goOn(open: readonly Open[], style: string): Place {
  const level = Number(/\d$/.exec(style)?.[0] ?? 1) - 1;
  const item = open.findLast((one) => one.level <= level) ?? open.at(-1);
  return { indent: item?.content ?? 0, opens: false, twin: false };
}
