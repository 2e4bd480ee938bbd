import { RIGHT_TO_LEFT_LETTER } from '../theme/scripts.js';
import type { Text } from '../view/view.js';
import { foldLink } from './fold-link.js';
import { seek } from './leaf.js';
import { findOccurrences } from './occurrences.js';
import type { Reading } from './reading.js';
import { buildStream } from './stream.js';
import { squeeze } from './words.js';

// In: texts, and what a reader found in a page or file of another program's making. Out: those that are nowhere in it. Why:
// such a program has an order of its own, so that only what is there can be asked, not where.

/**
 * A text that is wanted several times has to stand there as often; an address may be where a link leads. The words around a
 * text may touch it, as boxes do that only a style sheet sets apart, if it is long enough to be known by its letters.
 */
export function findMissing(texts: readonly Text[], { words, links }: Reading): Text[] {
  const stream = buildStream(words);
  const targets = new Set(links);
  const left = new Map<string, number>();
  return texts.filter((text) => {
    const { words: sought, needle } = seek({ path: text.path, text: text.plain });
    if (sought.length === 0) return false;
    if (RIGHT_TO_LEFT_LETTER.test(text.plain)) return !hasWords(stream.text, text.plain);
    const key = `${needle.text} ${needle.breaks.join('')}`;
    const places =
      left.get(key) ??
      (needle.text.length < KNOWN ? findOccurrences(stream, needle).length : count(stream.text, needle.text));
    left.set(key, places - 1);
    return places <= 0 && !(ADDRESS.test(text.path) && linksIn(text).some((href) => targets.has(href)));
  });
}

/** Where both directions meet, a PDF need not tell the order of the words; that they are there it does. */
const hasWords = (page: string, plain: string): boolean =>
  (plain.match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []).every((word) => page.includes(squeeze(word)));

/** Letters. */
const KNOWN = 4;

const count = (text: string, part: string): number => text.split(part).length - 1;

/** Where a reader wants to get to rather than what they want to read. */
const ADDRESS = /\.(url|email|phone|username|slides|video|doi|arxiv)(\[\d+\])?(\.value)?$/;

const linksIn = ({ html }: Text): string[] =>
  [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => foldLink(href.replaceAll('&amp;', '&')));
