import { UsageError } from '../errors.js';

/** Which part of the résumés: the first of four is `{ part: 1, of: 4 }`. */
export interface Shard {
  part: number;
  of: number;
}

/** `1/4`. Throws UsageError for anything else. */
export function parseShard(text: string): Shard {
  const [, part, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (part !== undefined && of !== undefined && part >= 1 && part <= of) return { part, of };
  throw new UsageError(`--shard cannot be ${text}`, 'write the part and how many there are, such as 1/4');
}

/** Every part has as many as the others, give or take one; together they have all, each once. */
export function takeShard<T>(all: readonly T[], { part, of }: Shard): T[] {
  return all.filter((_, index) => index % of === part - 1);
}
