import { isMap } from '../../source/is-map.js';
import { kindsOf, type Shape } from '../../source/schema-kinds.js';
import { flatText } from './flat-text.js';
import { bareKey, namedEntry } from './main-keys.js';
import { meantKey, sameKey } from './meant-key.js';
import {
  asKey,
  LIST_IN_LIST,
  MAP_AS_ENTRIES,
  MAP_AS_ENTRY,
  MAP_AS_LIST,
  MAP_AS_NAMED,
  nameless,
  type Remark,
  TEXT_AS_LIST,
  textsAsKey,
} from './shape-remarks.js';

// Whatever stands where a list is wanted → the items of that list.

/** A value with the path it has in the file. */
export interface Part {
  value: unknown;
  from: readonly PropertyKey[];
}
export type Tell = (from: Part['from'], remark: Remark) => void;
type Schema = Shape[string];

/** The items of a list of `item`, each still to be fitted; what was no list is told. */
export function listParts(item: Schema, part: Part, tell: Tell): Part[] {
  const { value, from } = part;
  if (Array.isArray(value)) return ofList(item, value, from, tell);
  if (isMap(value)) return ofMap(item, value, from, tell);
  tell(from, TEXT_AS_LIST);
  const lines = String(value)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-*•–]\s+/, '').trim());
  return lines.filter((line) => line !== '').map((line) => entry(item, { value: line, from }));
}

function ofList(item: Schema, list: unknown[], from: Part['from'], tell: Tell): Part[] {
  const parts = flat(list, from, tell);
  const entries = parts.map((part) => entry(item, part));
  const [bare, ...more] = parts.filter((part) => keyOf(item, part) !== undefined);
  const key = bare && keyOf(item, bare);
  if (bare && key !== undefined) {
    if (more.length === 0) tell(bare.from, asKey('text', key));
    else tell(from, textsAsKey(more.length + 1, key));
  }
  for (const [index, part] of parts.entries()) {
    if (isMap(part.value) && entries[index] !== part) tell(part.from, MAP_AS_NAMED);
  }
  return entries;
}

function flat(list: unknown[], from: Part['from'], tell: Tell): Part[] {
  return list.flatMap((value, index) => {
    const here = [...from, index];
    if (!Array.isArray(value)) return [{ value, from: here }];
    tell(here, LIST_IN_LIST);
    return flat(value, here, tell);
  });
}

function ofMap(item: Schema, map: Record<string, unknown>, from: Part['from'], tell: Tell): Part[] {
  const { shapes } = kindsOf(item, undefined);
  const [shape] = shapes;
  const keys = Object.keys(map);
  if (shape && keys.some((key) => sameKey(key, shape) !== undefined)) {
    tell(from, MAP_AS_ENTRY);
    return [{ value: map, from }];
  }
  const parts = keys.map((key) => ({ key, value: map[key], from: [...from, key] }));
  if (keys.every((key) => /^\d+$/.test(key))) {
    tell(from, MAP_AS_LIST);
    return parts.map((part) => entry(item, part));
  }
  tell(from, MAP_AS_ENTRIES);
  return parts.flatMap(({ key, ...part }) => ofName(item, key, part, tell));
}

/** `"Tools": ["Git"]`: an entry of that name, else the entries without it, else a line that says both. */
function ofName(item: Schema, key: string, part: Part, tell: Tell): Part[] {
  const { value, from } = part;
  const { text, shapes } = kindsOf(item, undefined);
  const [shape] = shapes;
  const named = shape && namedEntry(shape, key, value);
  if (named !== undefined) return [{ value: named, from }];
  if (Array.isArray(value) && value.some(isMap)) {
    tell(from, nameless(key));
    return ofList(item, value, from, tell);
  }
  if (isMap(value) && !text) {
    tell(from, nameless(key));
    return [part];
  }
  return [entry(item, { value: value === true ? key : `${key}: ${flatText(value, ', ')}`, from })];
}

/** A text as the entry it stands for where the list holds entries only, and `{"Tools": ["Git"]}` as one of that name. */
function entry(item: Schema, part: Part): Part {
  const { text, shapes } = kindsOf(item, undefined);
  const [shape] = shapes;
  const [[name, content] = [], ...more] = isMap(part.value) ? Object.entries(part.value) : [];
  if (
    text &&
    shape &&
    name !== undefined &&
    more.length === 0 &&
    Array.isArray(content) &&
    meantKey(name, shape, content) === undefined
  ) {
    const named = namedEntry(shape, name, content);
    if (named !== undefined) return { value: named, from: part.from };
  }
  const key = keyOf(item, part);
  return key === undefined ? part : { value: { [key]: part.value }, from: part.from };
}

function keyOf(item: Schema, { value }: Part): string | undefined {
  const { text, shapes } = kindsOf(item, undefined);
  const [shape] = shapes;
  return typeof value === 'string' && !text && shape ? bareKey(shape, value) : undefined;
}
