import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  FAMILIES,
  type FamilyName,
  SCRIPT_FAMILIES,
  type ScriptFamily,
  type ScriptFamilyName,
} from '../theme/families.js';
import { readGlyphs } from './read-glyphs.js';

// A font family's npm package → its ranges of letters, each of which is one file for each face.

export interface Face {
  weight: number;
  style: string;
}

export type AnyFamily = FamilyName | ScriptFamilyName;

export interface Subset {
  family: AnyFamily;
  /** The CSS `unicode-range`. */
  range: string;
  covers(letter: string): boolean;
  /** A range is wider than what was drawn, and an italic may have less than its roman. */
  has(letter: string, face: Face): Promise<boolean>;
  /** The face that stands for the one asked for: the families of other scripts are upright, and not all have a bold. */
  faceFor(face: Face): Face;
  /** The path of its WOFF2 file. */
  file(face: Face): string;
}

/** The folder of an installed npm package; undefined where it is not installed. */
export type FindPackage = (name: string) => string | undefined;

const require = createRequire(import.meta.url);

export const findPackage: FindPackage = (name) => {
  try {
    return dirname(require.resolve(`${name}/package.json`));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
};

export const packageOf = (family: AnyFamily): string =>
  family in FAMILIES
    ? FAMILIES[family as FamilyName].package
    : SCRIPT_FAMILIES[family as ScriptFamilyName].package;

/** The ranges of a family in the order to look them through; undefined where its package is not installed. */
export async function fontSubsets(family: AnyFamily, find: FindPackage): Promise<Subset[] | undefined> {
  const folder = find(packageOf(family));
  if (folder === undefined) return undefined;
  const ranges: Record<string, string> = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8'));
  const script: ScriptFamily | undefined = SCRIPT_FAMILIES[family as ScriptFamilyName];
  const { weights = [400, 700], range: own } = script ?? {};
  const faceFor = (face: Face): Face =>
    script ? { style: 'normal', weight: weights.includes(face.weight) ? face.weight : 400 } : face;
  const short = packageOf(family).split('/')[1];
  // `latin` first: it is the smallest, and the ranges of the others overlap it.
  const order = Object.entries(ranges).sort(([a], [b]) => a.length - b.length || a.localeCompare(b));
  return order.map(([key, declared]) => {
    const range = own ?? declared;
    // The slices of a large script have numbers for names, `[12]` in the list and `12` in the file's name.
    const name = key.replaceAll(/[[\]]/g, '');
    const file = (face: Face) =>
      join(folder, 'files', `${short}-${name}-${faceFor(face).weight}-${faceFor(face).style}.woff2`);
    const spans = spansOf(range);
    const glyphs = new Map<string, Promise<Set<number>>>();
    const covers = (letter: string) => {
      const code = letter.codePointAt(0) ?? 0;
      return spans.some(({ from, to }) => code >= from && code <= to);
    };
    return {
      family,
      range,
      covers,
      faceFor,
      file,
      async has(letter, face) {
        if (!covers(letter)) return false;
        const path = file(face);
        const known = glyphs.get(path) ?? readFile(path).then(readGlyphs);
        glyphs.set(path, known);
        return (await known).has(letter.codePointAt(0) ?? 0);
      },
    };
  });
}

function spansOf(range: string): { from: number; to: number }[] {
  return range.split(',').map((span) => {
    const [from = 0, to = from] = span
      .trim()
      .slice(2)
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return { from, to };
  });
}
