// The page as one line of thought: plain data, paragraph after paragraph, for every format that is not HTML.

/** One paragraph. */
export interface Block {
  /** The paragraph style's name in the theme's table, such as `Heading 1`. */
  style: string;
  /** One cell for ordinary text; the cells of a row are joined by a tab to the right edge. */
  cells: Run[][];
  /** Present on the item of a list. */
  item?: ListItem;
}

export interface ListItem {
  ordered: boolean;
  /** Depth from 0. */
  level: number;
  /** The same for all items of one list. */
  list: number;
  /** The list's first number. */
  start: number;
}

export type Run =
  /** `ltr`: an island that runs from left to right, whatever runs around it. */
  | { type: 'text'; text: string; styles: string[]; href?: string; dir?: 'ltr' }
  | { type: 'break' }
  | { type: 'image'; src: string; alt: string; width: number; height: number };

/** The words of a block, a tab between cells and a newline for a break. */
export function blockText({ cells }: Block): string {
  return cells
    .map((runs) =>
      runs.map((run) => (run.type === 'text' ? run.text : run.type === 'break' ? '\n' : '')).join(''),
    )
    .join('\t');
}
