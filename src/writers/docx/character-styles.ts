import { onceBy } from '../../once.js';
import type { Block, Run } from '../../page/blocks.js';
import type { CharacterLook } from '../../theme/schema.js';
import { resolveLook } from '../../theme/styles.js';
import type { Theme } from '../../theme/theme.js';

// The character styles a run carries → the one that Word allows it, by a name a reader of the gallery understands.

export interface CharacterStyle {
  name: string;
  look: CharacterLook;
}

/**
 * Properties that toggle (ISO/IEC 29500-1, 17.7.3): a character style that says `bold` in a paragraph whose style says
 * so too switches it off, and one that says `not bold` changes nothing.
 */
const TOGGLES = ['bold', 'italic', 'uppercase'] as const;

/** What runs in a theme's paragraphs came to wear: most documents ask for the same few again and again. */
const kept = onceBy<Theme, string, CharacterStyle | undefined>(500);

/**
 * The one character style of a run in a paragraph: `Entry Title` in a link is `Entry Title Hyperlink`. A style that
 * only repeats what its paragraph has is left out; one that has to be worded differently there is `Date in Heading 2`.
 */
export function characterStyle(
  { styles }: Extract<Run, { type: 'text' }>,
  paragraph: string,
  theme: Theme,
): CharacterStyle | undefined {
  if (styles.length === 0) return undefined;
  return kept(theme, [paragraph, ...styles].join('\n'), () => combine(styles, paragraph, theme));
}

function combine(styles: readonly string[], paragraph: string, theme: Theme): CharacterStyle | undefined {
  const above = resolveLook(paragraph, theme.styles);
  const worded = (look: CharacterLook): CharacterLook => {
    const toggled = TOGGLES.filter((key) => above[key] && look[key] !== undefined);
    const kept = Object.entries(look).filter(([key, value]) => value !== true || !isIn(key, toggled));
    const off = toggled.filter((key) => look[key] === false);
    return { ...Object.fromEntries(kept), ...Object.fromEntries(off.map((key) => [key, true])) };
  };
  const looks = (names: readonly string[]): CharacterLook =>
    Object.assign({}, ...names.map((name) => theme.characters[name]));
  const names = styles.filter((name) => {
    const look = theme.characters[name];
    return !look || Object.keys(look).length === 0 || Object.keys(worded(look)).length > 0;
  });
  if (names.length === 0) return undefined;
  const look = worded(looks(styles));
  const plain = names.join(' ');
  return { name: isSame(look, looks(names)) ? plain : `${plain} in ${paragraph}`, look };
}

/** Every character style of a document: the theme's own, then those its runs make of several. */
export function characterStyles(blocks: readonly Block[], theme: Theme): Map<string, CharacterLook> {
  const found = new Map(Object.entries(theme.characters));
  for (const { style, cells } of blocks) {
    for (const run of cells.flat()) {
      const made = run.type === 'text' ? characterStyle(run, style, theme) : undefined;
      if (made && !found.has(made.name)) found.set(made.name, made.look);
    }
  }
  return found;
}

const isIn = (key: string, keys: readonly string[]): boolean => keys.includes(key);

const isSame = (one: CharacterLook, other: CharacterLook): boolean => {
  const keys = Object.keys({ ...one, ...other }) as (keyof CharacterLook)[];
  return keys.every((key) => one[key] === other[key]);
};
