import type { ParagraphLook } from './schema.js';
import { resolveLook } from './styles.js';
import type { Theme } from './theme.js';

// A theme and how much larger or smaller it is to be → the same theme with other numbers, each one that CSS and Word print
// alike: lengths in whole CSS pixels, sizes of type in steps of 1.5 pt.

/** Shares of what the theme has; 1 leaves it alone, number for number. */
export interface Scale {
  /** Of the sizes of type. Line heights go with them, and what list markers hang in where it has to be wider. */
  type: number;
  /** Of the space above paragraphs. */
  space: number;
  /** Of the line heights that the type has then; no line gets tighter than 1.2 of its type by it. */
  line: number;
}

/** See docs/adr/0009: the sizes that both can print. */
export const SIZE_STEP = 1.5;
/** 0.75 pt is a CSS pixel and 15 twips. */
const PIXEL = 0.75;
const LARGEST = 48;
const TIGHTEST = 1.2;

/** Type of `smallest` points or less gets no smaller. Pure. */
export function scaleTheme(theme: Theme, scale: Scale, smallest: number): Theme {
  const { styles, characters } = theme;
  const sized = (size: number) =>
    scale.type === 1
      ? size
      : Math.min(LARGEST, Math.max(Math.min(size, smallest), toStep(size * scale.type, SIZE_STEP)));

  const lineOf = (line: number, size: number | undefined) => {
    if (size === undefined) return line;
    const own = scaled(line, sized(size) / size);
    const tightest = Math.min(own, onGrid(sized(size) * TIGHTEST));
    return Math.max(tightest, scaled(own, scale.line));
  };
  const scaleLook = (name: string, look: ParagraphLook): ParagraphLook => ({
    ...look,
    ...(look.before !== undefined && { before: scaled(look.before, scale.space) }),
    ...(look.size !== undefined && { size: sized(look.size) }),
    ...(typeof look.line === 'number' && { line: lineOf(look.line, resolveLook(name, styles).size) }),
    ...(look.indent !== undefined && { indent: scaled(look.indent, Math.max(1, scale.type)) }),
    ...(look.hanging !== undefined && { hanging: scaled(look.hanging, Math.max(1, scale.type)) }),
  });
  return {
    ...theme,
    styles: Object.fromEntries(Object.entries(styles).map(([name, look]) => [name, scaleLook(name, look)])),
    characters: Object.fromEntries(
      Object.entries(characters).map(([name, look]) => [
        name,
        { ...look, ...(look.size !== undefined && { size: sized(look.size) }) },
      ]),
    ),
  };
}

/** A length made longer or shorter, to a whole CSS pixel, and never the other way by rounding. */
export function scaled(length: number, share: number): number {
  if (share === 1) return length;
  return (share < 1 ? Math.min : Math.max)(length, onGrid(length * share));
}

const onGrid = (length: number): number => toStep(length, PIXEL);
const toStep = (length: number, step: number): number => Math.round(length / step) * step;
