import { type FamilyName, familyChain, SCRIPT_FAMILIES, type ScriptFamilyName } from '../theme/families.js';
import { eastAsianOrder, familiesFor } from '../theme/scripts.js';
import type { Theme } from '../theme/theme.js';
import { textsOf } from '../view/texts-of.js';
import type { View } from '../view/view.js';
import {
  type AnyFamily,
  type Face,
  type FontShelf,
  fontShelf,
  packageOf,
  type Subset,
} from './font-subsets.js';

// The fonts a page needs, as `@font-face` rules with the files inside: only the families, faces and ranges of letters
// that this very résumé uses, so that the HTML stays small and fetches nothing.

export interface EmbeddedFonts {
  css: string;
  /** The families beside the theme's own that draw other scripts, in the order to try them. */
  scripts: ScriptFamilyName[];
  /** Letters no font has: the PDF would show boxes. */
  missing: string[];
  /** Letters that a package has which is not installed, by its name. */
  uninstalled: Map<string, string[]>;
}

/** `shelf` has the fonts to take from. */
export async function embedFonts(
  theme: Theme,
  view: View,
  shelf: FontShelf = fontShelf(),
): Promise<EmbeddedFonts> {
  const wishes = wishesOf(theme, view);
  const printed = new Set(wishes.flatMap(({ letters }) => [...letters]));
  const order = eastAsianOrder(view.lang, printed);
  const pageScripts = [...new Set([...printed].flatMap((letter) => familiesFor(letter, order)[0] ?? []))];

  const wanted = new Map<string, [Subset, Face]>();
  const missing = new Set<string>();
  const uninstalled = new Map<string, Set<string>>();
  for (const { family, letters, faces } of wishes) {
    for (const letter of letters) {
      const own = familiesFor(letter, order);
      // A sign of no script, such as ※, may be in the fonts of the scripts around it.
      const chain = [...familyChain(family), ...own, ...pageScripts];
      const [best = family] = own;
      for (const face of faces) {
        const home = await firstWith(letter, face, chain, shelf);
        if (home) wanted.set(home.file(face), [home, face]);
        else if (await shelf(best)) missing.add(letter);
        else uninstalled.set(packageOf(best), (uninstalled.get(packageOf(best)) ?? new Set()).add(letter));
      }
    }
  }
  const used = new Set([...wanted.values()].map(([{ family }]) => family));
  const rules = [...wanted.values()].map(([subset, face]) => subset.rule(face));
  return {
    css: (await Promise.all(rules)).join('\n'),
    scripts: inOrder(order).filter((family) => used.has(family)),
    missing: [...missing],
    uninstalled: new Map([...uninstalled].map(([name, letters]) => [name, [...letters]])),
  };
}

/** Letters before signs, which several families have: those of a script stand beside its letters. */
function inOrder(eastAsian: readonly ScriptFamilyName[]): ScriptFamilyName[] {
  const all = Object.keys(SCRIPT_FAMILIES) as ScriptFamilyName[];
  return [...new Set<ScriptFamilyName>(['Vazirmatn', ...eastAsian, ...all])];
}

/** What a family of the theme is to show. */
interface Wish {
  family: FamilyName;
  letters: Set<string>;
  faces: Face[];
}

function wishesOf(theme: Theme, view: View): Wish[] {
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
  // The languages whose capitals are their own (https://www.w3.org/TR/css-text-3/#text-transform).
  const casing = /^(az|el|lt|nl|tr)\b/i.exec(view.lang)?.[0] ?? 'en';
  const upper = capitals ? texts.map((text) => text.toLocaleUpperCase(casing)) : [];
  return lettersOf([
    PRINTABLE,
    ...Object.values(view.marks),
    theme.page.footer ?? '',
    ...Object.values(theme.templates),
    ...texts,
    ...upper,
  ]);
}

/** All that leaves ink. Spaces and what is never seen need no font. */
function lettersOf(texts: readonly string[]): Set<string> {
  const letters = texts.flatMap((text) => [...text.normalize('NFC')]);
  return new Set(letters.filter((letter) => !/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(letter)));
}

async function firstWith(
  letter: string,
  face: Face,
  chain: readonly AnyFamily[],
  shelf: FontShelf,
): Promise<Subset | undefined> {
  for (const family of chain) {
    for (const subset of (await shelf(family)) ?? []) {
      if (subset.covers(letter) && (await subset.has(letter, face))) return subset;
    }
  }
  return undefined;
}
