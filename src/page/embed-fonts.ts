import { onceBy } from '../once.js';
import { familyChain, SCRIPT_FAMILIES, type ScriptFamilyName } from '../theme/families.js';
import { eastAsianOrder, familiesFor } from '../theme/scripts.js';
import type { FontFile } from './font-file.js';
import {
  type AnyFamily,
  type Face,
  type FontShelf,
  fontShelf,
  packageOf,
  type Subset,
} from './font-subsets.js';
import type { Wish } from './font-wishes.js';

// The fonts a page needs, with the files inside: only the families, faces and ranges of letters
// that this very résumé uses, so that the HTML stays small and fetches nothing.

export interface EmbeddedFonts {
  files: readonly FontFile[];
  /** The families beside the theme's own that draw other scripts, in the order to try them. */
  scripts: ScriptFamilyName[];
  /** Letters no font has: the PDF would show boxes. */
  missing: string[];
  /** Letters that a package has which is not installed, by its name. */
  uninstalled: Map<string, string[]>;
}

/** `lang` is the page's (BCP 47); `shelf` has the fonts to take from. */
export async function embedFonts(
  wishes: readonly Wish[],
  lang: string,
  shelf: FontShelf = fontShelf(),
): Promise<EmbeddedFonts> {
  const printed = new Set(wishes.flatMap(({ letters }) => [...letters]));
  const order = eastAsianOrder(lang, printed);
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
        const homes = homesIn(shelf, chain, face);
        const home = homes.get(letter) ?? (await firstWith(letter, face, chain, shelf));
        if (home) homes.set(letter, home);
        if (home) wanted.set(home.file(face), [home, face]);
        else if (await shelf(best)) missing.add(letter);
        else uninstalled.set(packageOf(best), (uninstalled.get(packageOf(best)) ?? new Set()).add(letter));
      }
    }
  }
  const used = new Set([...wanted.values()].map(([{ family }]) => family));
  return {
    files: await Promise.all([...wanted.values()].map(([subset, face]) => subset.load(face))),
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

/** What was found for other documents: where letters are for a face, when these families are looked through in turn. */
function homesIn(shelf: FontShelf, chain: readonly AnyFamily[], face: Face): Map<string, Subset> {
  return kept(shelf, `${chain.join()} ${face.weight} ${face.style}`, () => new Map<string, Subset>());
}
const kept = onceBy<FontShelf, string, Map<string, Subset>>(200);

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
