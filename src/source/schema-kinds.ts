import type { z } from 'zod';
import { alternatives, defOf, kindName } from './schema-keys.js';

type Schema = z.core.$ZodType;
export type Shape = Readonly<Record<string, Schema>>;

/** What a schema lets stand at a place, as plain data. */
export interface Kinds {
  text: boolean;
  /** The name of the kind of text, such as `prose`. */
  textKind?: string;
  flag: boolean;
  /** The only texts that are allowed. */
  words: string[];
  /** What a list holds. */
  item?: Schema;
  /** The maps with keys of their own. */
  shapes: Shape[];
  /** What a map with any keys holds. */
  entry?: Schema;
  /** What makes something else of a text, such as a number. */
  other?: Schema;
}

/** Looks through optional, union and lazy wrappers; where the value's own `kind` says which shape it has, only that counts. */
export function kindsOf(schema: Schema, value: unknown): Kinds {
  const kinds: Kinds = { text: false, flag: false, words: [], shapes: [] };
  for (const one of alternatives(schema, value)) {
    const def = defOf(one);
    if (def.type === 'string') {
      const name = kindName(one);
      kinds.text = true;
      if (name !== undefined) kinds.textKind = name;
    } else if (def.type === 'boolean') kinds.flag = true;
    else if (def.type === 'enum') kinds.words.push(...Object.values(def.entries).map(String));
    else if (def.type === 'literal') kinds.words.push(...def.values.map(String));
    else if (def.type === 'array') kinds.item = def.element;
    else if (def.type === 'object') kinds.shapes.push(def.shape);
    else if (def.type === 'record') kinds.entry = def.valueType;
    else kinds.other = one;
  }
  return kinds;
}

/** The keys that a map of this shape cannot do without. */
export function requiredKeys(shape: Shape): string[] {
  return Object.keys(shape).filter((key) => {
    const schema = shape[key];
    return schema !== undefined && schema._zod.optin !== 'optional';
  });
}
