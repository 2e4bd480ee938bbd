import { type DefaultTreeAdapterTypes, parse } from 'parse5';

// The few questions the stages ask of a parsed page.

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
/** A parsed page; whoever is handed one only reads it. */
export type Tree = DefaultTreeAdapterTypes.Document;

/**
 * Parses as browsers do (https://html.spec.whatwg.org/#parsing), style sheets left out: they hold the fonts, and to go
 * through those letter by letter takes longer than all the rest.
 */
export const parseHtml = (html: string): Tree =>
  parse(html.replaceAll(/(<style\b[^>]*>).*?(<\/style>)/gis, '$1$2'));

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isTextNode = (node: Node): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

export function attribute(element: Element, name: string): string | undefined {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return undefined;
}

export const classes = (element: Element): string[] => attribute(element, 'class')?.match(/\S+/g) ?? [];

/** The first element with this tag name, in document order. */
export function findElement(nodes: readonly Node[], tagName: string): Element | undefined {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    const found = node.tagName === tagName ? node : findElement(node.childNodes, tagName);
    if (found) return found;
  }
  return undefined;
}
