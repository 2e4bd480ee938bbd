import { type Prose, parseInline, parseProse, plainText } from '../resume/markdown.js';

// Markdown → the same words without its signs.

export const flatLine = (source: string | undefined): string | undefined =>
  source === undefined ? undefined : plainText(parseInline(source));

/** Paragraphs with an empty line between them, list items with a dash each. */
export const flatProse = (source: string | undefined): string | undefined =>
  source === undefined ? undefined : parseProse(source).map(flatBlock).join('\n\n');

function flatBlock(block: Prose): string {
  if (block.type === 'paragraph') return plainText(block.children);
  return block.items
    .map(
      (item, index) => `${block.ordered ? `${block.start + index}.` : '-'} ${item.map(flatBlock).join('\n')}`,
    )
    .join('\n');
}
