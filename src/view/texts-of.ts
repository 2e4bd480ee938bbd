import type { Text } from './view.js';

/** Every visible string in a view or a part of one, in its order. */
export function textsOf(value: unknown): Text[] {
  const found: Text[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (isText(part)) found.push(part);
    else for (const inner of Object.values(part)) visit(inner);
  };
  visit(value);
  return found;
}

/** Whether a reader sees anything of a part of the view. */
export const isVisible = (part: unknown): boolean =>
  typeof part === 'object' && part !== null && (isText(part) || Object.values(part).some(isVisible));

export const isText = (value: object): value is Text =>
  'html' in value && 'plain' in value && 'path' in value;
