import type { z } from 'zod';
import { formatPath } from './diagnostic.js';
import { listed } from './listed.js';
import { keysAt } from './schema-keys.js';

// A key with the right name at the wrong place (`email` beside `basics`, `skills` inside it) → where it belongs.

interface Home {
  suggestion: string;
  /** What is not missing, since it is there at the wrong place. */
  means: string[];
}

/**
 * `names` are the key itself and what it may stand for. Looked for in the maps around `path`, from the inside out, and
 * in what stands in those; undefined where it is known nowhere near, or nearly everywhere.
 */
export function belongs(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  names: readonly string[],
  data: unknown,
): Home | undefined {
  const around = path.map((_, index) => path.slice(0, path.length - 1 - index));
  const listsAt = (at: readonly PropertyKey[]) =>
    keysAt(schema, at, data).filter((key) => keysAt(schema, [...at, key, 0], data).includes(names[0] ?? ''));
  const isCommon = listsAt([]).length > MOST_LISTS;
  for (const at of [path, ...around]) {
    const legal = keysAt(schema, at, data);
    const own = at === path ? undefined : names.find((name) => legal.includes(name));
    if (own !== undefined) return { suggestion: upwards(own, at, path), means: [formatPath([...at, own])] };
    for (const name of names) {
      const child = legal.find((key) => keysAt(schema, [...at, key], data).includes(name));
      if (child !== undefined) {
        const home = [...at, child];
        const as = name === names[0] ? 'it belongs in' : `it is \`${name}\`, in`;
        return {
          suggestion: `${as} \`${child}\``,
          means: [formatPath(home), formatPath([...home, name])],
        };
      }
    }
    const lists = listsAt(at);
    if (lists.length > 0 && !isCommon) {
      return { suggestion: `it belongs in an entry of ${either(lists)}`, means: [] };
    }
  }
  return undefined;
}

/** What nearly every entry may have (`id`, `tags`, `private`) belongs nowhere in particular. */
const MOST_LISTS = 6;

function upwards(name: string, at: readonly PropertyKey[], path: readonly PropertyKey[]): string {
  const inside = formatPath(path);
  return at.length === 0
    ? `\`${name}\` belongs at the top level, not inside ${inside}`
    : `\`${name}\` belongs in ${formatPath(at)}, not inside ${inside}`;
}

function either(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `\`${name}\``);
  return listed(shown, 'or');
}
