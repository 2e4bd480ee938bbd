import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { onceFor } from '../once.js';
import {
  FAMILIES,
  type FamilyName,
  SCRIPT_FAMILIES,
  type ScriptFamily,
  type ScriptFamilyName,
} from '../theme/families.js';
import { type FontFile, fontFile } from './font-file.js';
import { readGlyphs } from './read-glyphs.js';

// A font family's npm package → its ranges of letters, each of which is one file for each face.

export interface Face {
  weight: number;
  style: string;
}

export type AnyFamily = FamilyName | ScriptFamilyName;

export interface Subset {
  family: AnyFamily;
  covers(letter: string): boolean;
  /** Of a letter that it covers: a range is wider than what was drawn, and an italic may have less than its roman. */
  has(letter: string, face: Face): Promise<boolean>;
  /** The path of its WOFF2 file. */
  file(face: Face): string;
  /** The same with the file inside; read once. */
  load(face: Face): Promise<FontFile>;
}

/**
 * A family → its ranges in the order to look them through; undefined where its package is not installed. What was read once
 * is kept for the documents that follow.
 */
export type FontShelf = (family: AnyFamily) => Promise<readonly Subset[] | undefined>;

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

/** `find` says where an npm package is installed. */
export function fontShelf(find: FindPackage = findPackage): FontShelf {
  return onceFor((family: AnyFamily) => readSubsets(family, find));
}

async function readSubsets(family: AnyFamily, find: FindPackage): Promise<Subset[] | undefined> {
  const folder = find(packageOf(family));
  if (folder === undefined) return undefined;
  const ranges: Record<string, string> = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8'));
  const script: ScriptFamily | undefined = SCRIPT_FAMILIES[family as ScriptFamilyName];
  const { weights = [400, 700], range: own } = script ?? {};
  // The families of other scripts are upright, and not all have a bold.
  const faceFor = (face: Face): Face =>
    script ? { style: 'normal', weight: weights.includes(face.weight) ? face.weight : 400 } : face;
  const short = packageOf(family).split('/')[1];
  // `latin` first: it is the smallest, and the ranges of the others overlap it.
  const order = Object.entries(ranges).sort(([a], [b]) => a.length - b.length || a.localeCompare(b));
  return order.map(([key, declared]) => {
    const range = own ?? declared;
    // The slices of a large script have numbers for names, `[12]` in the list and `12` in the file's name.
    const name = key.replaceAll(/[[\]]/g, '');
    const files = join(folder, 'files', `${short}-${name}`);
    const file = (face: Face) => {
      const { weight, style } = faceFor(face);
      return `${files}-${weight}-${style}.woff2`;
    };
    const spans = spansOf(range);
    const covers = (letter: string) => {
      const code = letter.codePointAt(0) ?? 0;
      return spans.some(({ from, to }) => code >= from && code <= to);
    };
    const glyphs = onceFor(async (path: string) => readGlyphs(await readFile(path)));
    const fonts = new Map<string, Promise<FontFile>>();
    const readFont = async (path: string, face: Face) => {
      const data = await readFile(path, 'base64');
      return fontFile({
        family,
        ...face,
        range,
        source: `url(data:font/woff2;base64,${data}) format("woff2")`,
      });
    };
    return {
      family,
      covers,
      file,
      has: async (letter, face) => (await glyphs(file(face))).has(letter.codePointAt(0) ?? 0),
      load(face) {
        const path = file(face);
        const font = fonts.get(path) ?? readFont(path, faceFor(face));
        fonts.set(path, font);
        return font;
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
