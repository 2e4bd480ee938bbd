import type { z } from 'zod';
import { belongs } from './belongs.js';
import { type Diagnostic, formatPath } from './diagnostic.js';
import type { SourceTree } from './parse.js';
import { quoted } from './quoted.js';
import { keysAt, kindOfKey, takesText } from './schema-keys.js';
import { spelling, suggest } from './suggest.js';
import { valueAt } from './value-at.js';

// Keys that have no meaning where they stand → what was probably meant: the right name, or the right place.

/** The names other tools use for our keys; the first candidate that is legal at the place is suggested. */
export type ForeignNames = Readonly<Record<string, readonly string[]>>;

export interface UnknownKey {
  diagnostic: Diagnostic;
  path: readonly PropertyKey[];
  /** What it should be called; its contents are judged by that. */
  name?: string;
  /** The paths it may stand for, which are not missing then. */
  means: string[];
}

/** Whoever has made more mistakes of this kind has made one mistake; guessing takes its time. */
const MOST_GUESSES = 200;

export function unknownKeys(
  issues: readonly z.core.$ZodIssue[],
  tree: SourceTree,
  schema: z.ZodType,
  foreign: ForeignNames,
): UnknownKey[] {
  let guesses = 0;
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const place = guesses < MOST_GUESSES ? placeOf(issue.path, tree, schema, foreign) : undefined;
    return issue.keys.map((key) =>
      place && ++guesses <= MOST_GUESSES
        ? explain(key, place, tree)
        : { ...unknown([...issue.path, key], tree), means: [] },
    );
  });
}

/** A map that holds unknown keys, and what may be said of them. */
interface MapOfKeys {
  path: readonly PropertyKey[];
  legal: readonly string[];
  /** Whether a plain text may stand there, and nothing in the map is known: then it was meant as one. */
  isSentence: boolean;
  guess(key: string): Guess;
}
type Guess = { name?: string; suggestion: string; means: string[] };

function placeOf(
  path: readonly PropertyKey[],
  tree: SourceTree,
  schema: z.ZodType,
  foreign: ForeignNames,
): MapOfKeys {
  const legal = keysAt(schema, path, tree.data);
  const map = valueAt(tree.data, path) as object;
  const isSentence =
    takesText(schema, path, tree.data) && !Object.keys(map).some((key) => legal.includes(key));
  const pathOf = (name: string) => formatPath([...path, name]);
  const named = (name: string, suggestion: string): Guess => ({
    name,
    suggestion,
    means: [pathOf(name)],
  });

  /** Whether it has the right name, and only the wrong place. */
  const isKnown = (key: string) => belongs(schema, path, [key], tree.data) !== undefined;

  function guess(key: string): Guess {
    if (/^[\p{Z}\ufeff]/u.test(key)) {
      return {
        suggestion: 'the spaces before it are of an odd kind: type them anew',
        means: legal.map(pathOf),
      };
    }
    const native = nativeName(key, legal, foreign);
    if (native) return named(native, `here it is \`${native}\``);
    const near = suggest(key, legal) ?? (isKnown(key) ? undefined : nearForeign(key, legal, foreign));
    if (near) return named(near, `did you mean \`${near}\`?`);
    const kind = kindOfKey(schema, path, key);
    if (kind) {
      const { known } = kind;
      return {
        suggestion: `that needs \`${kind.key}: ${kind.value}\``,
        means: legal.filter((one) => !known.includes(one)).map(pathOf),
      };
    }
    const home = belongs(schema, path, [key, ...namesOf(key, foreign)], tree.data);
    return home ?? { suggestion: `known keys: ${legal.filter(isOrdinary).join(', ')}`, means: [] };
  }
  return { path, legal, isSentence, guess };
}

function unknown(
  path: readonly PropertyKey[],
  tree: SourceTree,
): { path: PropertyKey[]; diagnostic: Diagnostic } {
  const where = path.length > 1 ? ` in ${formatPath(path.slice(0, -1))}` : '';
  return {
    path: [...path],
    diagnostic: {
      severity: 'error',
      file: tree.file,
      rule: 'unknown-key',
      path: formatPath(path),
      place: tree.keyAt(path),
      message: `unknown key \`${String(path.at(-1))}\`${where}`,
    },
  };
}

function explain(key: string, place: MapOfKeys, tree: SourceTree): UnknownKey {
  const { path, diagnostic } = unknown([...place.path, key], tree);
  const { suggestion, ...guess } = place.guess(key);
  if (!place.isSentence || guess.name !== undefined) {
    return { diagnostic: { ...diagnostic, suggestion }, path, ...guess };
  }
  const value = valueAt(tree.data, path);
  return {
    diagnostic: {
      ...diagnostic,
      message: `the \`: \` after \`${key}\` makes a key of it`,
      suggestion: quoted(typeof value === 'string' ? `${key}: ${value}` : undefined),
    },
    path,
    means: place.legal.map((one) => formatPath([...place.path, one])),
  };
}

/** What a key of another tool is called here. */
export const nativeName = (
  key: string,
  legal: readonly string[],
  foreign: ForeignNames,
): string | undefined => namesOf(key, foreign).find((name) => legal.includes(name));

function namesOf(key: string, foreign: ForeignNames): readonly string[] {
  const name = spelling(key);
  return Object.hasOwn(foreign, name) ? (foreign[name] ?? []) : [];
}

/** `experiance` is nearly `experience`, which is `work`. Short names are near to too many others. */
function nearForeign(key: string, legal: readonly string[], foreign: ForeignNames): string | undefined {
  const here = Object.keys(foreign).filter(
    (name) => name.length > 4 && foreign[name]?.some((candidate) => legal.includes(candidate)),
  );
  const near = suggest(spelling(key), here);
  return near === undefined ? undefined : foreign[near]?.find((candidate) => legal.includes(candidate));
}

/** `$schema` is for editors, and nobody looks for it. */
const isOrdinary = (key: string): boolean => !key.startsWith('$');
