import { type DefaultTreeAdapterTypes, parse } from 'parse5';

// What both readers of pages ask of a parsed page. The page's own room asks much the same, but a reader must not lean on
// what it judges.

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** Style sheets hold no words, but the fonts: letter by letter they would take longer than all the rest. */
export const parsePage = (html: string): Node[] =>
  parse(html.replaceAll(/(<style\b[^>]*>).*?(<\/style>)/gis, '$1$2')).childNodes;

export const textIn = (node: Node): string | undefined =>
  node.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : undefined;

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

/** The children of a row are cells, whatever their element (see the page contract). */
export function isCell({ parentNode }: Element): boolean {
  return Boolean(
    parentNode && 'tagName' in parentNode && attribute(parentNode, 'class')?.split(/\s+/).includes('row'),
  );
}
