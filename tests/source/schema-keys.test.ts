import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keysAt, takesText } from '../../src/source/schema-keys.js';

type Nested = string | { text: string; inner?: Nested[] | undefined };
const nested: z.ZodType<Nested> = z.union([
  z.string(),
  z.strictObject({
    text: z.string(),
    get inner() {
      return z.array(nested).optional();
    },
  }),
]);
const schema = z.strictObject({
  plain: z.string(),
  map: z.strictObject({ a: z.string(), b: z.string().nullable() }).optional(),
  list: z.array(nested).optional(),
  lazy: z.lazy(() => z.strictObject({ c: z.string() })),
  table: z.record(z.string(), z.strictObject({ d: z.string() })).default({}),
  either: z.union([z.strictObject({ e: z.string() }), z.strictObject({ f: z.string() })]),
  section: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('list'), items: z.string() }),
    z.strictObject({ kind: z.literal('text'), text: z.string() }),
  ]),
});

describe('the keys a schema allows', () => {
  it.each([
    ['at the top', [], ['plain', 'map', 'list', 'lazy', 'table', 'either', 'section']],
    ['in a map that may be absent', ['map'], ['a', 'b']],
    ['in the items of a list', ['list', 3], ['text', 'inner']],
    ['in items of items', ['list', 3, 'inner', 0, 'inner', 7], ['text', 'inner']],
    ['in a map written later', ['lazy'], ['c']],
    ['under any name', ['table', 'whatever'], ['d']],
    ['in one of two maps', ['either'], ['e', 'f']],
    ['in a text', ['plain'], []],
    ['in a list', ['list'], []],
    ['nowhere', ['unheard', 'of'], []],
  ])('%s', (_, path, keys) => {
    expect(keysAt(schema, path, {})).toEqual(keys);
  });

  it.each([
    [{ section: { kind: 'list' } }, ['kind', 'items']],
    [{ section: { kind: 'text' } }, ['kind', 'text']],
    [{ section: { kind: 'other' } }, ['kind', 'items', 'text']],
    [{ section: {} }, ['kind', 'items', 'text']],
    [{}, ['kind', 'items', 'text']],
  ])('depend on what %j says it is', (data, keys) => {
    expect(keysAt(schema, ['section'], data)).toEqual(keys);
  });
});

it('a text may stand where one is a choice', () => {
  expect(takesText(schema, ['list', 0], {})).toBe(true);
  expect(takesText(schema, ['plain'], {})).toBe(true);
  expect(takesText(schema, ['map'], {})).toBe(false);
});
