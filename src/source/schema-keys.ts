import { globalRegistry, type z } from 'zod';

/**
 * The keys that a Zod schema allows in the map at `path` of `data`; empty when there is no such map. Where the map's
 * own `kind` decides which shape it has, only that shape counts.
 */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): string[] {
  const keys = shapesAt(schema, path, data).flatMap((at) => {
    const def = defOf(at);
    return def.type === 'object' ? Object.keys(def.shape) : [];
  });
  return [...new Set(keys)];
}

/**
 * Where the map at `path` says of what kind it is, and `key` has a meaning in another kind only: the key that tells the
 * kind, the value under which `key` is known, and what else is then.
 */
export function kindOfKey(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  key: string,
): { key: string; value: string; known: string[] } | undefined {
  // Without the map itself nothing is decided, and all its kinds count.
  for (const option of shapesAt(schema, path, undefined)) {
    const def = defOf(option);
    if (def.type !== 'object' || !Object.hasOwn(def.shape, key)) continue;
    const [told, values] = Object.entries(option._zod.propValues ?? {})[0] ?? [];
    const [value] = values ?? [];
    if (told !== undefined && typeof value === 'string')
      return { key: told, value, known: Object.keys(def.shape) };
  }
  return undefined;
}

/** Whether a plain text may stand at `path` as well. */
export function takesText(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): boolean {
  return shapesAt(schema, path, data).some((at) => defOf(at).type === 'string');
}

/** Whether a list may stand at `path`. */
export function takesList(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): boolean {
  return shapesAt(schema, path, data).some((at) => defOf(at).type === 'array');
}

/** The names (`id` in their metadata) of the kinds of value that may stand at `path`. */
export function kindsAt(schema: z.ZodType, path: readonly PropertyKey[], data: unknown): string[] {
  return shapesAt(schema, path, data).flatMap((at) => kindName(at) ?? []);
}

/** The name of the kind a schema is of, or of the one it was made from. */
export function kindName(schema: Schema): string | undefined {
  const { parent } = schema._zod;
  return globalRegistry.get(schema)?.id ?? (parent && globalRegistry.get(parent)?.id);
}

type Schema = z.core.$ZodType;
export const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;

function shapesAt(schema: Schema, path: readonly PropertyKey[], data: unknown): Schema[] {
  let value = data;
  let found = alternatives(schema, value);
  for (const key of path) {
    value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
    found = found.flatMap((at) => step(at, key)).flatMap((at) => alternatives(at, value));
  }
  return found;
}

/** Looks through optional, union and lazy wrappers to what stands behind them. */
export function alternatives(schema: Schema, value: unknown): Schema[] {
  const def = defOf(schema);
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
      return alternatives(def.innerType, value);
    case 'lazy':
      return alternatives(def.getter(), value);
    case 'union': {
      const meant = def.options.filter((option) => isMeant(def, option, value));
      return (meant.length > 0 ? meant : def.options).flatMap((option) => alternatives(option, value));
    }
    default:
      return [schema];
  }
}

function isMeant(union: object, option: Schema, value: unknown): boolean {
  if (!('discriminator' in union) || typeof value !== 'object' || value === null) return true;
  const name = String(union.discriminator);
  const kind = (value as Record<string, string>)[name] ?? '';
  return option._zod.propValues?.[name]?.has(kind) === true;
}

function step(schema: Schema, key: PropertyKey): Schema[] {
  const def = defOf(schema);
  if (def.type === 'object') {
    const inner = Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined;
    return inner ? [inner] : [];
  }
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.valueType];
  return [];
}
