import type { FamilyName } from '../theme/families.js';
import type { CharacterLook } from '../theme/schema.js';
import { resolveLook } from '../theme/styles.js';
import type { Theme } from '../theme/theme.js';
import { textsOf } from '../view/texts-of.js';
import type { View } from '../view/view.js';
import type { Block } from './blocks.js';
import type { Face } from './font-subsets.js';
import type { Page } from './page.js';

// What a page prints, or may print → the letters that are wanted of each family, and in which faces.

/** What a family of the theme is to show. */
export interface Wish {
  family: FamilyName;
  letters: Set<string>;
  faces: Face[];
}

/**
 * What a page prints. Where its style sheet or its elements have a say in fonts beside the style table, that may be whatever
 * the theme shows.
 */
export function pageWishes({ html, blocks, theme }: Page, view: View): Wish[] {
  if (SETS_FONTS.test(theme.css) || SHOWS_ITSELF.test(html)) return themeWishes(theme, view);
  return blockWishes(blocks, theme, view);
}

const SETS_FONTS = /(^|[\s;{])(font(-family|-style|-weight)?|text-transform)\s*:/;
/**
 * Elements that browsers give a look, and that no style of ours is for; whatever has a look of its own; and what is only
 * for show, which no paragraph has.
 */
const SHOWS_ITSELF =
  /<(?:address|b|cite|dfn|font|h[56]|i|kbd|pre|samp|th|tt|var)[\s>]|<[a-z][^<>]*\s(?:style|aria-hidden)=/i;

/** What these paragraphs print, in the looks that the style table gives them. */
export function blockWishes(blocks: readonly Block[], theme: Theme, view: View): Wish[] {
  const wishes = new Map<string, { family: FamilyName; face: Face; texts: string[] }>();
  const wish = (text: string, { font, bold, italic, uppercase }: CharacterLook) => {
    const family = theme.fonts[font ?? ''] ?? theme.fonts.body ?? 'Tinos';
    const face = { weight: bold ? 700 : 400, style: italic ? 'italic' : 'normal' };
    const key = `${family} ${face.weight} ${face.style}`;
    const wanted = wishes.get(key) ?? { family, face, texts: [PRINTABLE] };
    wanted.texts.push(uppercase ? upperCase(text, view.lang) : text);
    wishes.set(key, wanted);
  };
  const { characters, page, styles } = theme;
  for (const { style, cells, item } of blocks) {
    const look = resolveLook(style, styles);
    if (item) wish(item.ordered ? '' : (look.marker ?? ''), look);
    for (const run of cells.flat()) {
      if (run.type !== 'text') continue;
      const own = run.styles.map((name) => characters[name]);
      wish(run.text, own.length === 0 ? look : Object.assign({}, look, ...own));
    }
  }
  if (page.footer !== undefined) wish(`${page.footer}${view.name.plain}`, resolveLook('Footer', styles));
  return [...wishes.values()].map(({ family, face, texts }) => ({
    family,
    letters: lettersOf(texts),
    faces: [face],
  }));
}

/** What any page of this view may print in a theme: all its letters, in all faces that anything in the theme has. */
export function themeWishes(theme: Theme, view: View): Wish[] {
  const html = textsOf(view)
    .map((text) => text.html)
    .join('');
  const looks = Object.entries({ ...theme.styles, ...theme.characters });
  const italic = html.includes('<em') || looks.some(([name, look]) => look.italic && name !== 'Emphasis');
  const faces = [400, 700].flatMap((weight) =>
    (italic ? ['normal', 'italic'] : ['normal']).map((style) => ({ weight, style })),
  );
  const printed = printedLetters(
    theme,
    view,
    looks.some(([, look]) => look.uppercase),
  );
  const code = lettersOf([...html.matchAll(/<code>(.*?)<\/code>/gs)].map(([, inner = '']) => inner));
  const families = new Set(
    looks.flatMap(([, look]) => look.font ?? []).map((font) => theme.fonts[font] ?? 'Tinos'),
  );
  return [...families].map((family) => {
    const onlyCode = looks.every(
      ([name, look]) => name === 'Code' || !look.font || theme.fonts[look.font] !== family,
    );
    return { family, letters: onlyCode ? code : printed, faces };
  });
}

const PRINTABLE = '•–·,.:/() 0123456789';

/** The author's letters and those the page adds to them: the templates', the footer's, capitals. */
function printedLetters(theme: Theme, view: View, capitals: boolean): Set<string> {
  const texts = textsOf(view).map(({ plain }) => plain);
  const upper = capitals ? texts.map((text) => upperCase(text, view.lang)) : [];
  return lettersOf([
    PRINTABLE,
    ...Object.values(view.marks),
    theme.page.footer ?? '',
    ...Object.values(theme.templates),
    ...texts,
    ...upper,
  ]);
}

/** As CSS has it: there are languages whose capitals are their own (https://www.w3.org/TR/css-text-3/#text-transform). */
const upperCase = (text: string, lang: string): string =>
  text.toLocaleUpperCase(/^(az|el|lt|nl|tr)\b/i.exec(lang)?.[0] ?? 'en');

/** All that leaves ink. Spaces and what is never seen need no font. */
function lettersOf(texts: readonly string[]): Set<string> {
  // A zero byte is not joined to what stands beside it, nor does it leave ink.
  const letters = new Set(texts.join('\0').normalize('NFC'));
  return new Set([...letters].filter((letter) => !INKLESS.test(letter)));
}

const INKLESS = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u;
