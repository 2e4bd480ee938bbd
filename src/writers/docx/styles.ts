import type { IParagraphStyleOptions } from 'docx';
import type { Block } from '../../page/blocks.js';
import { PAPERS } from '../../theme/paper.js';
import type { CharacterLook, ParagraphLook } from '../../theme/schema.js';
import { wordFonts } from '../../theme/scripts.js';
import { type Palette, resolveLook, toWord, twips } from '../../theme/styles.js';
import type { Theme } from '../../theme/theme.js';
import { characterStyles } from './character-styles.js';
import { listOf, numberingOf } from './numbering.js';
import { spelling } from './other-letters.js';
import type { WordPage } from './paragraph.js';
import { styleId } from './style-id.js';
import type { WordLanguage } from './word-language.js';

// The theme's style table → Word's styles, each under the name Word's gallery shows. The document's own text then
// carries style names and nothing else.

/** Word's built-in heading levels: the outline a reader navigates by. Title stands above them. */
const OUTLINE: Record<string, number> = { 'Heading 1': 0, 'Heading 2': 1, 'Heading 3': 2 };

/** Where Word's own styles stand in its lists; the theme's own come between them. */
const PRIORITY: Record<string, number> = {
  Normal: 0,
  'Heading 1': 9,
  'Heading 2': 9,
  'Heading 3': 9,
  Title: 10,
  Emphasis: 20,
  Strong: 22,
  Footer: 99,
  Hyperlink: 99,
};
const OWN_PRIORITY = 11;
/**
 * What an author types next after Enter: the line that follows in an entry as our templates write it, the first of these
 * that the theme has; else the same style for a line that comes in several, and Normal for any other.
 */
const NEXT: Record<string, readonly string[]> = {
  Title: ['Headline', 'Contact'],
  Headline: ['Contact'],
  Contact: ['Contact'],
  'Heading 2': ['Where'],
  'Heading 3': ['Where'],
  Part: ['List Bullet'],
  Where: ['List Bullet'],
  About: ['List Bullet'],
  Record: ['Record'],
  Pair: ['Pair'],
  Footer: ['Footer'],
};

/** Applied by Word itself, never by hand. */
const UNASKED = new Set(['Footer', 'Hyperlink']);

export interface WordStyles {
  default: { document: { run: NonNullable<IParagraphStyleOptions['run']> } };
  paragraphStyles: IParagraphStyleOptions[];
  characterStyles: IParagraphStyleOptions[];
}

export function wordStyles(
  { theme, paper, meta, text, direction }: WordPage,
  blocks: readonly Block[],
  language: WordLanguage,
): WordStyles {
  const { margin, footer } = theme.page;
  const sheet: Sheet = {
    theme,
    palette: { ...theme, wordFonts: wordFonts(meta.lang, text) },
    textWidth: PAPERS[paper].width - margin.left - margin.right,
    rightToLeft: direction === 'rtl',
    language,
  };
  const { font, size, color } = toWord(theme.styles.Normal ?? {}, sheet.palette).run;
  const names = new Set([
    'Normal',
    'Title',
    ...Object.keys(OUTLINE),
    ...Object.keys(theme.styles),
    ...blocks.map(({ style }) => style),
    ...(footer === undefined ? [] : ['Footer']),
  ]);
  return {
    default: {
      // No toggles here: what is bold in the defaults can never be switched off (ISO/IEC 29500-1, 17.7.3).
      document: {
        run: {
          ...(font !== undefined && { font }),
          ...(size !== undefined && { size }),
          ...(color !== undefined && { color }),
          language,
        },
      },
    },
    paragraphStyles: [...names].map((name) => paragraphStyle(name, sheet)),
    characterStyles: [...characterStyles(blocks, theme)].map(([name, look]) =>
      characterStyleOf(name, look, sheet),
    ),
  };
}

/** What all styles of a document share. */
interface Sheet {
  theme: Theme;
  palette: Palette;
  /** In points. */
  textWidth: number;
  rightToLeft: boolean;
  language: WordLanguage;
}

function paragraphStyle(
  name: string,
  { theme, palette, textWidth, rightToLeft }: Sheet,
): IParagraphStyleOptions & { paragraph: { bidirectional?: boolean } } {
  const { base = 'Normal' } = theme.styles[name] ?? {};
  const own = ownLook(name, theme);
  const { run, paragraph } = toWord({ ...own, ...inherited(own, name, theme) }, palette);
  const outline = OUTLINE[name];
  const list = listOf(name);
  return {
    id: styleId(name),
    name,
    uiPriority: PRIORITY[name] ?? OWN_PRIORITY,
    ...(!UNASKED.has(name) && { quickFormat: true }),
    ...(name !== 'Normal' && { basedOn: styleId(base), next: styleId(nextOf(name, theme)) }),
    run,
    paragraph: {
      ...sided(paragraph),
      ...(name === 'Normal' && {
        widowControl: true,
        tabStops: [{ type: 'right', position: twips(textWidth) }],
        ...(rightToLeft && mirrored(paragraph)),
      }),
      ...(outline !== undefined && { outlineLevel: outline }),
      // Who picks `List Bullet` in Word gets a bullet.
      ...(list && { numbering: { reference: numberingOf(list.ordered, 1), level: list.level, instance: 0 } }),
    },
  };
}

function nextOf(name: string, { styles }: Theme): string {
  return (listOf(name) ? name : NEXT[name]?.find((next) => styles[next])) ?? 'Normal';
}

/**
 * What a style says that its base does not. A theme may repeat itself; in Word a repeated property is one that no longer
 * changes with the base, and who makes Normal larger wants all of the résumé larger.
 */
function ownLook(name: string, { styles }: Theme): ParagraphLook {
  const { base = 'Normal', ...own } = styles[name] ?? {};
  if (name === 'Normal') return own;
  const above = resolveLook(base, styles);
  const entries = Object.entries(own).filter(([key, value]) => {
    const there = above[key as keyof ParagraphLook];
    // Letter-spacing is a share of the size. Off is what a property is that nobody switched on.
    const resized = key === 'tracking' && own.size !== undefined && own.size !== above.size;
    return resized || (value !== there && !(value === false && there === undefined));
  });
  return Object.fromEntries(entries);
}

const TURNED: Record<string, 'left' | 'right'> = { left: 'right', right: 'left' };

/**
 * Every style is based on Normal, so the direction is said once. In such a paragraph `left` is still the side where
 * lines begin, but docx takes it for the left of the paper and turns it round: so it is handed over turned.
 */
function mirrored(paragraph: ReturnType<typeof toWord>['paragraph']) {
  const { alignment } = sided(paragraph);
  const turned = alignment && (TURNED[alignment] ?? alignment);
  return { bidirectional: true, ...(turned && { alignment: turned }) };
}

function characterStyleOf(
  name: string,
  look: CharacterLook,
  { theme, palette, language }: Sheet,
): IParagraphStyleOptions {
  return {
    id: styleId(name),
    name,
    basedOn: 'DefaultParagraphFont',
    uiPriority: PRIORITY[name] ?? OWN_PRIORITY,
    // What runs made of several styles is nothing to choose.
    ...(Object.hasOwn(theme.characters, name) && !UNASKED.has(name) && { quickFormat: true }),
    run: { ...toWord(look, palette).run, ...(look.font === undefined ? {} : spelling(look.font, language)) },
  };
}

/** Word writes some properties in terms of others, which a style may have from its base. */
function inherited(own: ParagraphLook, name: string, theme: Theme): ParagraphLook {
  const { size, hanging } = resolveLook(name, theme.styles);
  return {
    ...(own.tracking !== undefined && size !== undefined && { size }),
    ...(own.indent !== undefined && hanging !== undefined && { hanging }),
  };
}

const SIDES: Record<string, 'left' | 'right'> = { start: 'left', end: 'right' };

/** In a transitional file `left` is the side where lines begin, and the only spelling that all programs know. */
function sided(paragraph: ReturnType<typeof toWord>['paragraph']): ReturnType<typeof toWord>['paragraph'] {
  const { alignment, indent, ...rest } = paragraph;
  const { start, ...others } = indent ?? {};
  return {
    ...rest,
    ...(alignment !== undefined && { alignment: SIDES[alignment] ?? alignment }),
    ...(indent && { indent: { ...others, ...(start !== undefined && { left: start }) } }),
  };
}
