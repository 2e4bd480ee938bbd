import { safeParse } from 'zod/v4/core';
import { type Diagnostic, formatPath } from '../../source/diagnostic.js';
import { isMap } from '../../source/is-map.js';
import { moved } from '../../source/moved.js';
import type { SourceTree } from '../../source/parse.js';
import { type Kinds, kindsOf, requiredKeys, type Shape } from '../../source/schema-kinds.js';
import { safeHref } from '../links.js';
import { resumeSchema } from '../schema.js';
import { flatText } from './flat-text.js';
import { listParts, type Part, type Tell } from './list-parts.js';
import { bareKey } from './main-keys.js';
import { meantKey } from './meant-key.js';
import {
  asAddress,
  asKey,
  asName,
  asPeriod,
  asText,
  doubled,
  LIST_AS_MAP,
  LIST_OF_ONE,
  lacking,
  noPlace,
  wordAsText,
} from './shape-remarks.js';
import { splitPeriod } from './split-period.js';

// JSON Resume as people write it → data of the types our schema wants. A text where a list is wanted becomes a list of
// one, a map where a text is wanted becomes its texts, and so on; each time with a warning that says how it was taken.
// Keys that have no meaning stay where they are: telling of them is the next step's business.

type Path = readonly PropertyKey[];
type Schema = Shape[string];

interface Walk {
  /** A path of the new data → where that stands in the file. */
  origins: Map<string, Path>;
  tell: Tell;
}

/** The same tree in the shape of the schema, but for unknown keys and for what the résumé itself lacks. */
export function loosen(raw: SourceTree): { tree: SourceTree; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const origins = new Map<string, Path>();
  const tell: Tell = (from, { rule = 'odd-shape', says, suggestion }) => {
    const own = from.findLastIndex((step) => typeof step === 'string');
    diagnostics.push({
      severity: 'warning',
      rule,
      file: raw.file,
      path: formatPath(from),
      place: rule === 'odd-name' ? raw.keyAt(from) : raw.valueAt(from),
      message: `\`${formatPath(from.slice(Math.max(own, 0)))}\` ${says}`,
      ...(suggestion && { suggestion }),
    });
  };
  const data = fitPart({ origins, tell }, resumeSchema, { value: raw.data, from: [] }, []) ?? {};
  return { tree: moved(raw, data, origins), diagnostics };
}

/** The value as the schema wants it at `to`; undefined, and told, where nothing can be made of it. */
function fitPart(walk: Walk, schema: Schema, part: Part, to: Path): unknown {
  walk.origins.set(formatPath(to), part.from);
  const { value, from } = part;
  const kinds = kindsOf(schema, value);
  if (typeof value === 'boolean' && kinds.flag) return value;
  if (typeof value === 'boolean' && kinds.text) {
    walk.tell(from, wordAsText(value));
    return String(value);
  }
  if (typeof value === 'string' && kinds.text) return value;
  if (Array.isArray(value) && value.length === 1 && !kinds.item && !kinds.text) {
    walk.tell(from, LIST_OF_ONE);
    return fitPart(walk, schema, { value: value[0], from: [...from, 0] }, to);
  }
  if (isMap(value) && kinds.entry) return fitRecord(walk, kinds.entry, value, from, to);
  if (isMap(value) && kinds.shapes.length > 0) {
    const shape = nearest(kinds.shapes, value);
    if (!kinds.text || isMeant(shape, value)) return fitShape(walk, shape, { value, from }, to);
  }
  if (kinds.item) return fitItems(walk, kinds.item, listParts(kinds.item, part, walk.tell), to);
  if (kinds.text) return fitWords(walk, kinds, part);
  if (kinds.shapes[0]) return fitEntry(walk, kinds.shapes[0], part, to);
  return fitWord(kinds, value) ?? leaveOut(walk, kinds, part);
}

function fitRecord(walk: Walk, schema: Schema, map: Record<string, unknown>, from: Path, to: Path): unknown {
  const entries = Object.entries(map).map(([key, value]) => [
    key,
    fitPart(walk, schema, { value, from: [...from, key] }, [...to, key]),
  ]);
  const kept = entries.filter(([, value]) => value !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function fitItems(walk: Walk, item: Schema, parts: readonly Part[], to: Path): unknown[] | undefined {
  const fitted: unknown[] = [];
  for (const part of parts) {
    const value = fitPart(walk, item, part, [...to, fitted.length]);
    const [shape] = kindsOf(item, value).shapes;
    const without = isMap(value) && shape && requiredKeys(shape).find((key) => !Object.hasOwn(value, key));
    if (without) walk.tell(part.from, lacking(without));
    else if (value !== undefined) fitted.push(value);
  }
  return fitted.length > 0 ? fitted : undefined;
}

/** A list or map where one text is wanted. */
function fitWords(walk: Walk, { textKind }: Kinds, { value, from }: Part): string | undefined {
  if (textKind === 'url') {
    const texts = flatText(value, '\n').split('\n');
    const address = texts.find((text) => safeHref(text) !== undefined) ?? texts[0] ?? '';
    walk.tell(
      from,
      asAddress(
        address,
        texts.filter((text) => text !== address),
      ),
    );
    return address || undefined;
  }
  const text = flatText(value, textKind === 'prose' ? '\n\n' : ', ');
  if (text === '') return undefined;
  walk.tell(from, asText(Array.isArray(value) ? 'list' : 'map', text));
  return text;
}

/** A text or list where a map is wanted. */
function fitEntry(walk: Walk, shape: Shape, { value, from }: Part, to: Path): unknown {
  if (Array.isArray(value) && value.every(isMap)) {
    const keys = value.flatMap((map) => Object.keys(map));
    if (new Set(keys).size === keys.length) {
      walk.tell(from, LIST_AS_MAP);
      return fitShape(walk, shape, { value: Object.fromEntries(value.flatMap(Object.entries)), from }, to);
    }
  }
  const texts = Array.isArray(value) ? value.map((item) => flatText(item, ', ')) : [flatText(value, ', ')];
  const text = texts.join('; ');
  const key = bareKey(shape, text);
  if (key === undefined || typeof value === 'boolean')
    return leaveOut(walk, { ...NONE, shapes: [shape] }, { value, from });
  walk.tell(from, asKey(Array.isArray(value) ? 'list' : 'text', key));
  return fitShape(walk, shape, { value: { [key]: text }, from }, to);
}

/** The map's own keys first; then what others call ours, where the place is still free. */
function fitShape(walk: Walk, shape: Shape, part: Part, to: Path): Record<string, unknown> | undefined {
  const map = part.value as Record<string, unknown>;
  const fitted = new Map<string, unknown>();
  const take = (key: string, name: string, schema: Schema) => {
    const inner = { value: map[key], from: [...part.from, key] };
    const value = fitPart(walk, schema, inner, [...to, name]);
    if (value !== undefined) fitted.set(name, value);
  };
  const foreign: string[] = [];
  for (const key of Object.keys(map)) {
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (schema) take(key, key, schema);
    else foreign.push(key);
  }
  for (const key of foreign) {
    const name = meantKey(key, shape, map[key]);
    const schema = name === undefined ? undefined : shape[name];
    const from = [...part.from, key];
    if (name === undefined || !schema) {
      fitted.set(key, map[key]);
      walk.origins.set(formatPath([...to, key]), from);
    } else if (fitted.has(name)) {
      walk.tell(from, doubled(name));
    } else {
      walk.tell(from, asName(name));
      take(key, name, schema);
    }
  }
  for (const [name, schema] of Object.entries(shape)) {
    const { words } = kindsOf(schema, undefined);
    if (words.length === 1 && !fitted.has(name) && fitted.size > 0) fitted.set(name, words[0]);
  }
  settlePeriod(walk, shape, fitted, to);
  return fitted.size > 0 ? Object.fromEntries(fitted) : undefined;
}

/** `2015 - 2018` in one of the two dates, the other being absent. */
function settlePeriod(walk: Walk, shape: Shape, fitted: Map<string, unknown>, to: Path): void {
  const [key, ...more] = ['startDate', 'endDate'].filter((name) => fitted.has(name));
  if (!Object.hasOwn(shape, 'endDate') || key === undefined || more.length > 0) return;
  const text = String(fitted.get(key));
  const period = splitPeriod(text);
  if (!period) return;
  const from = walk.origins.get(formatPath([...to, key])) ?? [...to, key];
  walk.tell(from, asPeriod(text, period));
  for (const [name, date] of Object.entries(period)) {
    fitted.set(name, date);
    walk.origins.set(formatPath([...to, name]), from);
  }
}

/** One of the words that are allowed, in whatever case, or true and false in words. */
function fitWord({ words, flag, other }: Kinds, value: unknown): string | boolean | undefined {
  if (typeof value !== 'string') return undefined;
  if (other) return safeParse(other, value).success ? value : undefined;
  const word = value.trim().toLowerCase();
  if (flag && /^(true|yes|1|false|no|0)$/.test(word)) return /^(true|yes|1)$/.test(word);
  return words.find((one) => one.toLowerCase() === word);
}

function leaveOut(walk: Walk, { words, flag, other }: Kinds, part: Part): undefined {
  const wanted = words.length > 0 ? words.join(' or ') : flag ? 'true or false' : 'a map of keys';
  walk.tell(part.from, noPlace(other ? 'a small number' : wanted));
}

const NONE: Kinds = { text: false, flag: false, words: [], shapes: [] };

/** The shape that knows most of the map's keys. */
function nearest(shapes: readonly Shape[], map: Record<string, unknown>): Shape {
  const known = (shape: Shape) => Object.keys(map).filter((key) => Object.hasOwn(shape, key)).length;
  return shapes.reduce((best, shape) => (known(shape) > known(best) ? shape : best));
}

/** Where a text may stand as well, a map has to have what it must, and nothing else that would get lost. */
function isMeant(shape: Shape, map: Record<string, unknown>): boolean {
  const required = requiredKeys(shape);
  if (required.every((key) => Object.hasOwn(map, key))) return true;
  const names = Object.keys(map).map((key) => meantKey(key, shape, map[key]));
  return (
    !names.includes(undefined) &&
    new Set(names).size === names.length &&
    required.every((key) => names.includes(key))
  );
}
