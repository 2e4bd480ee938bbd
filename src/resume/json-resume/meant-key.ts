import { kindsOf, type Shape } from '../../source/schema-kinds.js';
import { spelling, suggest } from '../../source/suggest.js';
import { FOREIGN_NAMES } from '../foreign-names.js';

/** The key of `shape` that `key` is in another spelling: `start_date`, `Highlight`. */
export function sameKey(key: string, shape: Shape): string | undefined {
  const plain = spelling(key);
  return Object.keys(shape).find((name) => {
    const own = spelling(name);
    return own === plain || own === `${plain}s` || `${own}s` === plain;
  });
}

/**
 * The key of `shape` that is meant by `key`: the same in another spelling, what other tools call it, or a long word with
 * a slip in it. Among several, the first that can hold `value`; undefined where none is meant.
 */
export function meantKey(key: string, shape: Shape, value: unknown): string | undefined {
  const plain = spelling(key);
  const foreign = Object.hasOwn(FOREIGN_NAMES, plain) ? (FOREIGN_NAMES[plain] ?? []) : [];
  const legal = foreign.filter((name) => Object.hasOwn(shape, name));
  const known = sameKey(key, shape) ?? legal.find((name) => fits(shape, name, value)) ?? legal[0];
  if (known) return known;
  const near = key.length >= 6 ? suggest(key, Object.keys(shape)) : undefined;
  return near?.slice(0, 3) === plain.slice(0, 3) ? near : undefined;
}

function fits(shape: Shape, name: string, value: unknown): boolean {
  const schema = shape[name];
  if (!schema) return false;
  const { text, item, shapes } = kindsOf(schema, value);
  if (Array.isArray(value)) return item !== undefined;
  return typeof value === 'object' ? shapes.length > 0 : text;
}
