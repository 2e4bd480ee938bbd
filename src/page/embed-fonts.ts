import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FAMILIES, type FamilyName, familyChain } from '../theme/families.js';
import type { Theme } from '../theme/theme.js';
import { textsOf } from '../view/texts-of.js';
import type { View } from '../view/view.js';
import { readGlyphs } from './read-glyphs.js';

// The fonts a page needs, as `@font-face` rules with the files inside: only the families, faces and ranges of letters
// that this very résumé uses, so that the HTML stays small and fetches nothing.

export interface EmbeddedFonts {
  css: string;
  /** Letters no font of the theme has: the PDF would show boxes. */
  missing: string[];
}

export async function embedFonts(theme: Theme, view: View): Promise<EmbeddedFonts> {
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
  const subsets = new Map<FamilyName, Subset[]>();
  for (const name of [...families].flatMap(familyChain)) subsets.set(name, await subsetsOf(name));

  const wanted = new Map<string, [Subset, Face]>();
  const missing = new Set<string>();
  for (const family of families) {
    const onlyCode = looks.every(
      ([name, look]) => name === 'Code' || !look.font || theme.fonts[look.font] !== family,
    );
    const chain = familyChain(family).flatMap((name) => subsets.get(name) ?? []);
    for (const letter of onlyCode ? code : printed) {
      for (const face of faces) {
        const home = await firstWith(letter, face, chain);
        if (home) wanted.set(`${home.family} ${home.name} ${nameOf(face)}`, [home, face]);
        else missing.add(letter);
      }
    }
  }
  const rules = [...wanted.values()].map(([subset, face]) => fontFace(subset, face));
  return { css: (await Promise.all(rules)).join('\n'), missing: [...missing] };
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

interface Face {
  weight: number;
  style: string;
}

const nameOf = ({ weight, style }: Face): string => `${weight}-${style}`;

/** A range of a family's letters: one file for each face. */
interface Subset {
  family: FamilyName;
  name: string;
  /** The CSS `unicode-range`. */
  range: string;
  /** A range is wider than what was drawn, and an italic may have less than its roman. */
  has(letter: string, face: Face): Promise<boolean>;
}

async function firstWith(letter: string, face: Face, chain: readonly Subset[]): Promise<Subset | undefined> {
  for (const subset of chain) if (await subset.has(letter, face)) return subset;
  return undefined;
}

async function subsetsOf(family: FamilyName): Promise<Subset[]> {
  const file = await readFile(join(folderOf(family), 'unicode.json'), 'utf8');
  const ranges: Record<string, string> = JSON.parse(file);
  // `latin` first: it is the smallest, and the ranges of the others overlap it.
  const order = Object.entries(ranges).sort(([a], [b]) => a.length - b.length || a.localeCompare(b));
  return order.map(([name, range]) => {
    const glyphs = new Map<string, Promise<Set<number>>>();
    const spans = range.split(',').map((span) => {
      const [from = 0, to = from] = span
        .trim()
        .slice(2)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      return { from, to };
    });
    return {
      family,
      name,
      range,
      async has(letter, face) {
        const code = letter.codePointAt(0) ?? 0;
        if (!spans.some(({ from, to }) => code >= from && code <= to)) return false;
        const known = glyphs.get(nameOf(face)) ?? readFile(fileOf(family, name, face)).then(readGlyphs);
        glyphs.set(nameOf(face), known);
        return (await known).has(code);
      },
    };
  });
}

async function fontFace({ family, name, range }: Subset, face: Face): Promise<string> {
  const data = (await readFile(fileOf(family, name, face))).toString('base64');
  return `@font-face { font-family: "${family}"; font-weight: ${face.weight}; font-style: ${face.style}; src: url(data:font/woff2;base64,${data}) format("woff2"); unicode-range: ${range}; }`;
}

function fileOf(family: FamilyName, subset: string, face: Face): string {
  const short = FAMILIES[family].package.split('/')[1];
  return join(folderOf(family), 'files', `${short}-${subset}-${nameOf(face)}.woff2`);
}

function folderOf(family: FamilyName): string {
  return dirname(createRequire(import.meta.url).resolve(`${FAMILIES[family].package}/package.json`));
}
