import MarkdownIt, { type Token } from 'markdown-it';
import { foldLink } from './fold-link.js';
import type { Reading } from './reading.js';
import { splitWords } from './words.js';

// In: a Markdown file. Out: what GitHub shows of it, as far as a parser can tell. Why: a character that was not escaped
// turns words into markup, and then they are gone, or are a heading, or lead elsewhere.

/** Code blocks, HTML blocks and pictures are none of ours: their words count as lost. */
export function readMd(source: string): Reading {
  // Tables, strikethrough and inline HTML are part of what GitHub understands.
  const tokens = new MarkdownIt({ html: true }).parse(source, {});
  const reading: Reading = { words: [], headings: [], links: [] };
  let heading: { level: number; text: string } | undefined;
  for (const token of tokens) {
    if (token.type === 'heading_open') heading = { level: Number(token.tag.slice(1)), text: '' };
    if (token.type === 'heading_close' && heading) {
      reading.headings.push(heading);
      heading = undefined;
    }
    if (token.type !== 'inline') continue;
    const words = splitWords((token.children ?? []).map(textOf).join(''));
    reading.words.push(...words.map((text) => ({ text })));
    if (heading) heading.text = words.join(' ');
    for (const { type, attrs } of token.children ?? [])
      if (type === 'link_open') reading.links.push(foldLink(String(new Map(attrs).get('href') ?? '')));
  }
  return reading;
}

function textOf({ type, content }: Token): string {
  if (type === 'text' || type === 'code_inline') return content;
  if (type === 'softbreak' || type === 'hardbreak') return ' ';
  return type === 'html_inline' && /^<br\b/i.test(content) ? ' ' : '';
}
