import type { Highlight } from '../resume/fields.js';
import { safeHref } from '../resume/links.js';
import {
  type Inline,
  type Prose as ProseTree,
  parseInline,
  parseProse,
  plainText,
} from '../resume/markdown.js';
import { escapeHtml } from './escape-html.js';
import type { Item, List, Prose, Text } from './view.js';

// Strings of the résumé → `Text`: Markdown becomes safe HTML here, once, for every output.

/** A line of the author's text. With `href`, the whole line links there (unless it holds links of its own). */
export function line(path: string, source: string, href?: string): Text {
  return fromInlines(path, parseInline(source), href);
}

/** Words of ours (a label, a date, an address): printed as they are, never read as Markdown. */
export function words(path: string, plain: string, href?: string): Text {
  return fromInlines(path, [{ type: 'text', text: plain }], href);
}

export function prose(path: string, source: string | undefined): Prose[] {
  return source === undefined ? [] : fromProse(path, parseProse(source));
}

export function highlightList(path: string, highlights: readonly Highlight[] | undefined): List | undefined {
  const items = shown(highlights, path).map(([highlight, here]): Item => {
    if (typeof highlight === 'string') return { text: line(here, highlight), lists: [] };
    const nested = highlightList(`${here}.highlights`, highlight.highlights);
    return { text: line(`${here}.text`, highlight.text), lists: nested ? [nested] : [] };
  });
  return items.length > 0 ? { ordered: false, start: 1, items } : undefined;
}

/** The entries of a list that are not private, each with its path. */
export function shown<T>(list: readonly T[] | undefined, path: string): [T, string][] {
  return (list ?? []).flatMap((item, index): [T, string][] => {
    const hidden = typeof item === 'object' && item !== null && 'private' in item && item.private === true;
    return hidden ? [] : [[item, `${path}[${index}]`]];
  });
}

/** Leaves out what is absent. */
export function present<T>(...items: (T | undefined | false)[]): T[] {
  return items.filter((item): item is T => item !== undefined && item !== false);
}

function fromInlines(path: string, inlines: Inline[], href?: string): Text {
  const target = href && !inlines.some(hasLink) ? safeHref(href) : undefined;
  const html = toHtml(inlines);
  return { path, html: target ? anchor(target, html) : html, plain: plainText(inlines) };
}

function fromProse(path: string, blocks: readonly ProseTree[]): Prose[] {
  return blocks.map((block) => {
    if (block.type === 'list') return { list: fromList(path, block) };
    const paragraph = fromInlines(path, block.children);
    return { paragraph, ...(paragraph.plain.length <= SHORT && { short: true }) };
  });
}

/**
 * Letters. Of three lines Chromium would leave the last alone on the next page, for it cannot have two on either; so what
 * may be three lines, in the smallest type and on the widest page, is not broken at all.
 */
const SHORT = 420;

function fromList(path: string, list: Extract<ProseTree, { type: 'list' }>): List {
  const items = list.items.map((blocks): Item => {
    const paragraphs = blocks.filter((block) => block.type === 'paragraph');
    const inlines = paragraphs.flatMap((paragraph, index): Inline[] =>
      index > 0 ? [{ type: 'break' }, ...paragraph.children] : paragraph.children,
    );
    const lists = blocks.filter((block) => block.type === 'list').map((inner) => fromList(path, inner));
    return { text: fromInlines(path, inlines), lists };
  });
  return { ordered: list.ordered, start: list.start, items };
}

/** Whether a line has links of its own, and so cannot be one as a whole. */
export const holdsLink = (source: string): boolean => parseInline(source).some(hasLink);

const hasLink = (inline: Inline): boolean =>
  inline.type === 'link' || ('children' in inline && inline.children.some(hasLink));

const toHtml = (inlines: readonly Inline[]): string => inlines.map(inlineHtml).join('');

function inlineHtml(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.text);
    case 'break':
      return '<br>';
    case 'code':
      return `<code>${escapeHtml(inline.text)}</code>`;
    case 'strong':
      return `<strong>${toHtml(inline.children)}</strong>`;
    case 'emphasis':
      return `<em>${toHtml(inline.children)}</em>`;
    case 'link':
      return anchor(inline.href, toHtml(inline.children));
  }
}

const anchor = (href: string, html: string) => `<a href="${escapeHtml(href)}">${html}</a>`;
