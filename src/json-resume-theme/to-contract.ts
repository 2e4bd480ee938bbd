import {
  attribute,
  type Element,
  findElement,
  isElement,
  isTextNode,
  type Node,
  parseHtml,
} from '../page/dom.js';
import { safeHref, visibleAddress } from '../resume/links.js';
import { escapeHtml } from '../view/escape-html.js';
import type { View } from '../view/view.js';

// A page of any elements and classes → the same words, in the same order, in the elements of the page contract, for Word
// and text to be made from. What no reader sees is left out; whatever else is unknown keeps its text.

/** `html` has been cleaned. Pure. */
export function toContract(
  html: string,
  { name, label, photo }: Pick<View, 'name' | 'label' | 'photo'>,
): string {
  const body = findElement(parseHtml(html).childNodes as Node[], 'body');
  const headings = rankHeadings(body ? headingsIn(body.childNodes) : [], name.plain, label?.plain);

  function inner({ childNodes }: Element): string {
    return childNodes
      .map((node, index) => (isApart(childNodes[index - 1], node) ? ' ' : '') + outer(node))
      .join('');
  }

  function outer(node: Node): string {
    if (isTextNode(node)) return escapeHtml(node.value);
    if (!isElement(node) || isHidden(node)) return '';
    const { tagName } = node;
    if (/^h[1-6]$/.test(tagName)) return heading(node);
    if (INLINE.has(tagName)) return wrap(INLINE.get(tagName) ?? '', inner(node));
    if (KEPT.has(tagName)) return wrap(tagName, inner(node));
    switch (tagName) {
      case 'br':
        return '<br>';
      case 'ol':
        return `<ol start="${Number.parseInt(attribute(node, 'start') ?? '1', 10) || 1}">${inner(node)}</ol>`;
      case 'a':
        return link(node);
      case 'img':
        return picture(node);
      case 'svg':
        return drawnTexts(node).map(escapeHtml).join(' ');
      default:
        return BLOCKS.has(tagName) ? wrap('div', inner(node)) : inner(node);
    }
  }

  function heading(element: Element): string {
    const tag = headings.get(element);
    if (tag === undefined) return '';
    return tag === 'p' ? `<p class="headline">${inner(element)}</p>` : wrap(tag, inner(element));
  }

  function link(element: Element): string {
    const href = safeHref(attribute(element, 'href') ?? '');
    if (href === undefined) return inner(element);
    // Where only a sign can be clicked on, its address is what it says.
    const words = textIn(element).trim() === '' ? escapeHtml(visibleAddress(href)) : '';
    return `<a href="${escapeHtml(href)}">${inner(element)}${words}</a>`;
  }

  /** The portrait is the author's; any other picture is decoration. */
  function picture(element: Element): string {
    if (photo === undefined || attribute(element, 'src') !== photo.src) return '';
    const { src, alt, width, height } = photo;
    return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" width="${width}" height="${height}">`;
  }

  return `<body>${body ? inner(body) : ''}</body>`;
}

const KEPT = new Set(['p', 'ul', 'li', 'sub', 'sup']);
const INLINE = new Map([
  ['strong', 'strong'],
  ['b', 'strong'],
  ['em', 'em'],
  ['i', 'em'],
  ['cite', 'em'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
]);
const BLOCKS = new Set(
  `address article aside blockquote caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form header hgroup hr legend main menu nav optgroup option pre search section select summary table tbody td tfoot th
  thead tr`.split(/\s+/),
);
/** What may stand inside a word. */
const TIGHT = new Set('abbr b bdi bdo br code em i ins mark s strong sub sup u wbr'.split(' '));

/** Two boxes side by side, which a style sheet sets apart and the page's text does not. */
function isApart(before: Node | undefined, node: Node): boolean {
  return [before, node].every((one) => one !== undefined && isElement(one) && !TIGHT.has(one.tagName));
}

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'datalist']);
const UNSEEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

const isHidden = (element: Element): boolean =>
  SILENT.has(element.tagName) ||
  attribute(element, 'hidden') !== undefined ||
  attribute(element, 'aria-hidden') === 'true' ||
  UNSEEN.test(attribute(element, 'style') ?? '') ||
  isNavigation(element);

/** What leads to another place of the same page serves a screen. */
function isNavigation(element: Element): boolean {
  const href = attribute(element, 'href')?.trim();
  if (element.tagName === 'a') {
    return href === '#' || (href?.startsWith('#') === true && element.parentNode?.nodeName === 'body');
  }
  if (element.tagName !== 'nav') return false;
  const links = linksIn(element);
  return links.length > 0 && links.every((link) => attribute(link, 'href')?.trim().startsWith('#'));
}

const linksIn = ({ childNodes }: Element): Element[] =>
  childNodes.filter(isElement).flatMap((child) => (child.tagName === 'a' ? [child] : linksIn(child)));

/** What a drawing writes (https://www.w3.org/TR/SVG2/text.html). */
function drawnTexts(element: Element): string[] {
  return element.childNodes.filter(isElement).flatMap((child) => {
    if (isHidden(child)) return [];
    return child.tagName === 'text' || child.tagName === 'foreignObject'
      ? [textIn(child)]
      : drawnTexts(child);
  });
}

function headingsIn(nodes: readonly Node[]): Element[] {
  return nodes.filter(isElement).flatMap((element) => {
    if (isHidden(element)) return [];
    return [...(/^h[1-6]$/.test(element.tagName) ? [element] : []), ...headingsIn(element.childNodes)];
  });
}

/**
 * The element of the contract for each: the heading with the person's name is the title, and one beside it may say what the
 * person is, which is no heading of anything. The others follow in the order of their own levels, of which Word's outline
 * takes three; none is skipped.
 */
function rankHeadings(headings: readonly Element[], name: string, label = ''): Map<Element, string> {
  const written = headings.filter((heading) => squeeze(textIn(heading)) !== '');
  const title = written.findIndex((heading) => squeeze(textIn(heading)).includes(squeeze(name)));
  const headline = [title + 1, title - 1].find((at) => at >= 0 && isSame(written[at], label)) ?? -1;
  const others = written.filter((_, index) => index !== title && index !== headline);
  const ranks = [...new Set(others.map(({ tagName }) => tagName))].sort();
  let above = 1;
  return new Map(
    written.map((heading, index) => {
      if (index === headline) return [heading, 'p'];
      above = index === title ? 1 : Math.min(4, ranks.indexOf(heading.tagName) + 2, above + 1);
      return [heading, `h${above}`];
    }),
  );
}

const isSame = (heading: Element | undefined, text: string): boolean =>
  heading !== undefined && squeeze(textIn(heading)) === squeeze(text);

function textIn(element: Element): string {
  return element.childNodes
    .map((node) => (isTextNode(node) ? node.value : isElement(node) && !isHidden(node) ? textIn(node) : ''))
    .join('');
}

const squeeze = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

const wrap = (tag: string, html: string): string => (html.trim() === '' ? html : `<${tag}>${html}</${tag}>`);
