import { foldLink } from './fold-link.js';
import { attribute, type Element, isCell, type Node, parsePage, textIn } from './html-nodes.js';
import type { Reading } from './reading.js';
import { splitWords } from './words.js';

// In: the finished page. Out: what a reader without style sheets recovers from it.
// Why: every other format is made from this page, so it is read by a parser that had no part in making it.

const SILENT = new Set(['head', 'script', 'style', 'template', 'noscript', 'title']);

/** The elements that CSS does not lay out as blocks; a word may go on across their edges. */
const INLINE = new Set(
  `a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strong sub sup svg
  time u var wbr`.split(/\s+/),
);

export function readHtml(html: string): Reading {
  const reading: Reading = { words: [], headings: [], links: [] };
  const text: string[] = [];

  function visit(node: Node): void {
    const own = textIn(node);
    if (own !== undefined) text.push(own);
    else if ('tagName' in node && !isSilent(node)) visitElement(node);
  }

  function visitElement(element: Element): void {
    // The cells of a row are blocks as well.
    const gap = isCell(element) || !INLINE.has(element.tagName) ? ' ' : '';
    text.push(gap);
    const href = attribute(element, 'href');
    if (element.tagName === 'a' && href !== undefined && !href.trim().startsWith('#')) {
      reading.links.push(foldLink(href));
    }
    const start = text.length;
    element.childNodes.forEach(visit);
    const level = /^h([1-6])$/.exec(element.tagName)?.[1];
    if (level) {
      reading.headings.push({
        level: Number(level),
        text: splitWords(text.slice(start).join('')).join(' '),
      });
    }
    text.push(gap);
  }

  parsePage(html).forEach(visit);
  reading.words = splitWords(text.join('')).map((word) => ({ text: word }));
  return reading;
}

function isSilent(element: Element): boolean {
  return (
    SILENT.has(element.tagName) ||
    attribute(element, 'hidden') !== undefined ||
    attribute(element, 'aria-hidden') === 'true'
  );
}
