import { expect, it } from 'vitest';
import { FOREIGN_NAMES } from '../../src/resume/foreign-names.js';
import { jsonSchema } from '../../src/resume/json-schema.js';

/** Every key that a résumé may have anywhere. */
function keysOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'properties' in node ? Object.keys(node.properties as object) : [];
  return [...own, ...Object.values(node).flatMap(keysOf)];
}
const keys = new Set(keysOf(jsonSchema()));

it.each(Object.entries(FOREIGN_NAMES))('%s stands for keys that exist: %j', (name, meant) => {
  expect(meant.filter((key) => !keys.has(key))).toEqual([]);
  expect(name).toMatch(/^[a-z]+$/);
});
