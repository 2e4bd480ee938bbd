import type { ICharacterStyleOptions, IParagraphStyleOptions } from 'docx';
import { onceBy } from '../once.js';
import { FAMILIES, type FamilyName, familyChain, fontStack, type ScriptFamilyName } from './families.js';
import type { CharacterLook, ParagraphLook } from './schema.js';
import type { WordFonts } from './scripts.js';
import { sixDigits } from './six-digits.js';

// THE style table: each property of a style, with its one projection to CSS and its one projection to Word, side by
// side. Word counts in half-points, twentieths of a point (twips) and eighths; CSS gets rem, of which one is 12 pt on
// paper, so that a screen may enlarge everything alike.

export interface Palette {
  fonts: Record<string, FamilyName>;
  colors: Record<string, string>;
  /** The families of other scripts that the page embeds. */
  scripts?: readonly ScriptFamilyName[];
  /** What draws other scripts in Word. */
  wordFonts?: WordFonts;
}
type Css = Record<string, string>;
type WordRun = NonNullable<ICharacterStyleOptions['run']>;
type WordParagraph = NonNullable<IParagraphStyleOptions['paragraph']>;
interface Word {
  run?: WordRun;
  paragraph?: WordParagraph;
}
interface Projection<V> {
  css: (value: V, palette: Palette) => Css;
  word: (value: V, palette: Palette, look: ParagraphLook) => Word;
}

export const rem = (points: number): string => `${Number((points / 12).toFixed(5))}rem`;
export const twips = (points: number): number => Math.round(points * 20);

const familyOf = (name: string, { fonts }: Palette): FamilyName => fonts[name] ?? fonts.body ?? 'Tinos';
const colourOf = (name: string, { colors }: Palette): string => colors[name] ?? name;

const EDGE = { above: 'top', below: 'bottom' } as const;

const CHARACTER = {
  font: {
    css: (name, palette) => ({ 'font-family': fontStack(familyOf(name, palette), palette.scripts) }),
    word: (name, palette) => {
      const family = familyOf(name, palette);
      const { word } = FAMILIES[family];
      // Hebrew in an English text, say: the last family the page falls back on has it.
      const cs = FAMILIES[familyChain(family).at(-1) ?? family].word;
      return { run: { font: { ascii: word, hAnsi: word, cs, eastAsia: word, ...palette.wordFonts } } };
    },
  },
  size: {
    css: (points) => ({ 'font-size': rem(points) }),
    word: (points) => ({ run: { size: points * 2 } }),
  },
  bold: {
    css: (on) => ({ 'font-weight': on ? '700' : '400' }),
    word: (on) => ({ run: { bold: on } }),
  },
  italic: {
    css: (on) => ({ 'font-style': on ? 'italic' : 'normal' }),
    word: (on) => ({ run: { italics: on } }),
  },
  underline: {
    css: (line, palette) => ({
      'text-decoration-line': line === false ? 'none' : 'underline',
      ...(typeof line === 'string' && { 'text-decoration-color': colourOf(line, palette) }),
    }),
    word: (line, palette) => ({
      run: {
        underline: {
          type: line === false ? 'none' : 'single',
          ...(typeof line === 'string' && { color: sixDigits(colourOf(line, palette)) }),
        },
      },
    }),
  },
  uppercase: {
    css: (on) => ({ 'text-transform': on ? 'uppercase' : 'none' }),
    word: (on) => ({ run: { allCaps: on } }),
  },
  tracking: {
    css: (em) => ({ 'letter-spacing': `${em}em` }),
    // Not where letters join, as in Arabic and Devanagari; `base.css` says the same.
    word: (em, { wordFonts }, look) =>
      wordFonts?.cs ? {} : { run: { characterSpacing: twips(em * (look.size ?? 10.5)) } },
  },
  color: {
    css: (name, palette) => ({ color: colourOf(name, palette) }),
    word: (name, palette) => ({ run: { color: sixDigits(colourOf(name, palette)) } }),
  },
} satisfies { [K in keyof CharacterLook]-?: Projection<NonNullable<CharacterLook[K]>> };

const PARAGRAPH = {
  line: {
    css: (points) => ({ 'line-height': points === 'auto' ? 'normal' : rem(points) }),
    word: (points) => ({
      paragraph: {
        spacing:
          points === 'auto' ? { line: 240, lineRule: 'auto' } : { line: twips(points), lineRule: 'exact' },
      },
    }),
  },
  before: {
    css: (points) => ({ 'margin-top': rem(points) }),
    word: (points) => ({ paragraph: { spacing: { before: twips(points) } } }),
  },
  align: {
    css: (side) => ({ 'text-align': side }),
    word: (side) => ({ paragraph: { alignment: side } }),
  },
  indent: {
    css: (points) => ({ 'padding-inline-start': rem(points) }),
    word: (points, _, look) => ({
      paragraph: { indent: { start: twips(points), hanging: twips(look.hanging ?? 0) } },
    }),
  },
  // The marker hangs by itself in CSS; in Word it is half of the indent.
  hanging: { css: () => ({}), word: () => ({}) },
  // A list's own definition, made by the page's base style sheet and by Word's numbering.
  marker: { css: () => ({}), word: () => ({}) },
  rule: {
    css: ({ width, color, gap, side }, palette) => ({
      [`border-${EDGE[side ?? 'below']}`]: `${rem(width)} solid ${colourOf(color, palette)}`,
      [`padding-${EDGE[side ?? 'below']}`]: rem(gap),
    }),
    word: ({ width, color, gap, side }, palette) => ({
      paragraph: {
        border: {
          [EDGE[side ?? 'below']]: {
            style: 'single',
            size: Math.round(width * 8),
            space: Math.round(gap),
            color: sixDigits(colourOf(color, palette)),
          },
        },
      },
    }),
  },
  keepNext: {
    css: (on) => ({ 'break-after': on ? 'avoid' : 'auto' }),
    word: (on) => ({ paragraph: { keepNext: on } }),
  },
  keepLines: {
    css: (on) => ({ 'break-inside': on ? 'avoid' : 'auto' }),
    word: (on) => ({ paragraph: { keepLines: on } }),
  },
} satisfies {
  [K in Exclude<keyof ParagraphLook, keyof CharacterLook | 'base'>]-?: Projection<
    NonNullable<ParagraphLook[K]>
  >;
};

const PROPERTIES: Record<string, Projection<never>> = { ...CHARACTER, ...PARAGRAPH };

/** A style's CSS declarations. */
export function toCss(look: ParagraphLook, palette: Palette): Css {
  return Object.assign({}, ...each(look, (projection, value) => projection.css(value, palette)));
}

/** A style's Word properties: of its runs and of its paragraph. */
export function toWord(look: ParagraphLook, palette: Palette): { run: WordRun; paragraph: WordParagraph } {
  const parts = each(look, (projection, value) => projection.word(value, palette, look));
  const spacing = Object.assign({}, ...parts.map((part) => part.paragraph?.spacing));
  const paragraph = Object.assign({}, ...parts.map((part) => part.paragraph));
  return {
    run: Object.assign({}, ...parts.map((part) => part.run)),
    paragraph: { ...paragraph, ...(Object.keys(spacing).length > 0 && { spacing }) },
  };
}

function each<R>(look: ParagraphLook, project: (projection: Projection<never>, value: never) => R): R[] {
  return Object.entries(look).flatMap(([key, value]) => {
    const projection = PROPERTIES[key];
    return projection && value !== undefined ? [project(projection, value as never)] : [];
  });
}

type Styles = Readonly<Record<string, ParagraphLook>>;

/** A style as it looks in the end: its base's properties, then its own. */
export function resolveLook(name: string, styles: Styles): Readonly<ParagraphLook> {
  return kept(styles, name, () => {
    const { base = 'Normal', ...own } = styles[name] ?? {};
    return name === 'Normal' ? own : { ...resolveLook(base, styles), ...own };
  });
}

const kept = onceBy<Styles, string, ParagraphLook>(200);
