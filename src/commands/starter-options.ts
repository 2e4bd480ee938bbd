import { UsageError } from '../errors.js';
import { isLocale } from '../resume/locales.js';
import { oneOf } from './options.js';
import { SHAPE_NAMES, type Shape } from './shapes.js';

// What was typed about a new résumé, as a flag or as an answer → what is meant. Each throws UsageError with a way out.

/** `engineer`, `Career Changer`. */
export function parseShape(name: string): Shape {
  return oneOf('shape', name.trim().toLowerCase().replaceAll(/\s+/g, '-'), SHAPE_NAMES);
}

/** Any name at all, on one line. */
export function parseName(name: string): string {
  const line = name.trim();
  if (line === '') throw new UsageError('the name is empty', 'leave it out to get an invented one');
  if (/\p{Cc}/u.test(line)) {
    throw new UsageError('the name holds line breaks or control characters', 'write it on one line');
  }
  return line;
}

/** Something with an `@` between two other things; whether it can be reached is for the post to find out. */
export function parseEmail(address: string): string {
  const line = address.trim();
  if (/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(line)) return line;
  throw new UsageError(`\`${line}\` is no e-mail address`, 'write it like ada@example.com');
}

/** A well-formed BCP 47 tag, whether there is a language pack for it or not. */
export function parseLocale(tag: string): string {
  const line = tag.trim();
  if (isLocale(line)) return line;
  throw new UsageError(`\`${line}\` is not a language tag`, 'write it like en, en-GB, de or pt-BR');
}
