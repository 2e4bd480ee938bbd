import { kindsOf, type Shape } from '../../source/schema-kinds.js';
import { safeHref } from '../links.js';
import { meantKey } from './meant-key.js';

// Which key of an entry a bare text stands for (`skills: ["Go"]`), and which two keys a name with something behind it
// stands for (`languages: {"English": "native"}`).

/** A key that tells what kind of entry a shape is → what its name and its content are called. The first one counts. */
const MAIN: readonly (readonly [mark: string, bare: string, name: string, content: string])[] = [
  ['basics', '', '', ''],
  ['kind', '', '', ''],
  ['fluency', 'language', 'language', 'fluency'],
  ['institution', 'institution', 'institution', 'summary'],
  ['awarder', 'title', 'title', 'summary'],
  ['reference', 'reference', 'name', 'reference'],
  ['network', 'network', 'network', 'username'],
  ['countryCode', 'city', '', ''],
  ['value', 'value', 'label', 'value'],
  ['text', 'text', 'text', 'highlights'],
  ['score', 'name', 'name', 'score'],
  ['issuer', 'name', 'name', 'issuer'],
  ['level', 'name', 'name', 'level'],
  ['name', 'name', 'name', 'summary'],
  ['organization', 'organization', 'organization', 'summary'],
  ['position', 'position', 'position', 'summary'],
];

/** The key that `text` stands for, all by itself; undefined where it stands for none. */
export function bareKey(shape: Shape, text: string): string | undefined {
  const key = rowOf(shape)?.[1];
  if (key === 'network' && isAddress(text)) return 'url';
  return key !== undefined && Object.hasOwn(shape, key) ? key : undefined;
}

/** `English: native` as an entry of this shape; undefined where the shape has no room for both. */
export function namedEntry(shape: Shape, name: string, content: unknown): unknown {
  const [, , nameKey = '', usual = ''] = rowOf(shape) ?? [];
  // In a list of facts (`{name, value}`) the name has a key of its own.
  const key = Object.hasOwn(shape, nameKey) ? nameKey : 'name';
  if (!Object.hasOwn(shape, key)) return undefined;
  if (content === true || content === 'true') return { [key]: name };
  if (typeof content === 'string' || typeof content === 'boolean') {
    const about = contentKey(shape, usual, String(content));
    return about === undefined ? undefined : { [key]: name, [about]: content };
  }
  if (Array.isArray(content)) {
    const list = ['highlights', 'keywords'].find((one) => Object.hasOwn(shape, one));
    const schema = list === undefined ? undefined : shape[list];
    const { item } = schema ? kindsOf(schema, content) : {};
    return list && item && content.every((one) => holds(item, one))
      ? { [key]: name, [list]: content }
      : undefined;
  }
  if (!isKnown(shape, content)) return undefined;
  return Object.hasOwn(content, key) ? content : { [key]: name, ...content };
}

function contentKey(shape: Shape, usual: string, text: string): string | undefined {
  if (usual === 'username' && isAddress(text)) return 'url';
  // Several things behind the name of a skill are its keywords; a single word is how well it is known.
  const isList = /[,;/\n]/.test(text) && Object.hasOwn(shape, 'keywords');
  const keys = isList ? ['keywords'] : [usual, 'description', 'keywords'];
  const found = keys.find((key) => Object.hasOwn(shape, key));
  return found === 'highlights' ? undefined : found;
}

/** A text, or a map that says nothing but what this kind of item can hold. */
function holds(item: Shape[string], value: unknown): boolean {
  const { text, shapes } = kindsOf(item, value);
  return typeof value === 'string' ? text : shapes.some((shape) => isKnown(shape, value));
}

function isKnown(shape: Shape, value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, inner]) => meantKey(key, shape, inner) !== undefined);
}

const rowOf = (shape: Shape) => MAIN.find(([mark]) => Object.hasOwn(shape, mark));
const isAddress = (text: string) => safeHref(text) !== undefined;
