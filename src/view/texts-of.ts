import type { Text } from './view.js';

/** Every visible string in a view or a part of one, in its order. */
export function textsOf(value: unknown): Text[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return isText(value) ? [value] : Object.values(value).flatMap(textsOf);
}

/** Whether a reader sees anything of a part of the view. */
export const isVisible = (part: unknown): boolean => textsOf(part).length > 0;

export const isText = (value: object): value is Text =>
  'html' in value && 'plain' in value && 'path' in value;
