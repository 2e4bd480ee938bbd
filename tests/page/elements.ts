import { parse } from 'parse5';
import { attribute, type Element, isElement, isTextNode, type Node } from '../../src/page/dom.js';

// What the tests ask of a composed page.

const all = (nodes: readonly Node[]): Element[] =>
  nodes.filter(isElement).flatMap((element) => [element, ...all(element.childNodes)]);
export const elements = (html: string): Element[] => all(parse(html).childNodes as Node[]);
export const first = (html: string, tag: string): Element => {
  const found = elements(html).find(({ tagName }) => tagName === tag);
  if (!found) throw new Error(`no ${tag}`);
  return found;
};
export const textOf = (element: Element): string =>
  element.childNodes
    .map((node) => (isTextNode(node) ? node.value : isElement(node) ? textOf(node) : ''))
    .join('');
export const meta = (html: string, name: string): string | undefined => {
  const found = elements(html).find(
    (element) =>
      element.tagName === 'meta' && (attribute(element, 'name') ?? attribute(element, 'http-equiv')) === name,
  );
  return found && attribute(found, 'content');
};
