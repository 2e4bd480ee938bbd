import { safeHref } from '../resume/links.js';
import { clip } from '../source/clip.js';
import { attribute, type Element, isElement, isTextNode, type Node, type Tree } from './dom.js';
import { guardCss } from './guard-css.js';

// A composed page → what in it could run, fetch or lead astray, whoever brought it there. A theme is data that strangers
// may have written, and the page is opened in browsers that run scripts: so what is not known to be harmless is refused.

/** Elements that only show what is in them. Names with a hyphen mean nothing to a browser that runs no script. */
const HTML = new Set(
  `html head body title meta style script main aside header footer section article nav div address hgroup search
  h1 h2 h3 h4 h5 h6 p ul ol li dl dt dd menu blockquote pre hr figure figcaption
  table caption colgroup col thead tbody tfoot tr th td
  a strong em code time span br wbr sub sup img bdi bdo b i u s small mark q cite abbr dfn kbd samp var del ins data
  ruby rt rp big tt center font strike acronym`.split(/\s+/),
);
const SVG = new Set(
  `svg g path rect circle ellipse line polyline polygon text tspan title desc defs symbol use
  linearGradient radialGradient stop clipPath mask pattern marker`.split(/\s+/),
);
/** Scripts that are none: data for search engines, and the document's own source. */
const DATA_BLOCKS = new Set(['application/ld+json', 'application/yaml']);
/** Attributes that hold the address of something that is loaded with the page. */
const LOADS = new Set(
  'src srcset poster data background lowsrc dynsrc longdesc manifest archive codebase classid profile imagesrcset'.split(
    ' ',
  ),
);
/** Attributes that hold an address to go to or to send something to. */
const LEADS = new Set(['action', 'formaction', 'ping', 'usemap', 'srcdoc', 'attributionsrc']);

/**
 * Stands where the page's own style sheet will: with its fonts that is long to read, and it is guarded by itself. No
 * résumé can hold such a text.
 */
export const SHEET = '\u0001css\u0001';

/** Each thing a page must not hold, once, as a sentence; none when it is harmless. `tree` is all of `html`, parsed. */
export function guardPage(html: string, tree: Tree): string[] {
  const faults = new Set<string>();
  let sheets = 0;
  const visit = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (isTextNode(node) && node.value.includes(SHEET) && node.parentNode?.nodeName !== 'style') {
        faults.add(MISPLACED);
      }
      if (!isElement(node)) continue;
      if (node.tagName === 'style') sheets += 1;
      for (const fault of faultsOf(node)) faults.add(fault);
      visit(node.childNodes);
    }
  };
  visit(tree.childNodes);
  // Elsewhere the style sheets are left out without parsing (`parseHtml`): where they are must be beyond doubt.
  const tags = [/<style/gi, /<\/style/gi, /<\/style>/gi].map((tag) => html.match(tag)?.length ?? 0);
  if (tags.some((count) => count !== sheets))
    faults.add('`style` is opened or closed where it means nothing');
  return [...faults];
}

const MISPLACED = '`{{css}}` may only stand in `style`';

function faultsOf(element: Element): string[] {
  const { tagName, namespaceURI } = element;
  const isSvg = namespaceURI.endsWith('/svg');
  const known = isSvg ? SVG.has(tagName) : HTML.has(tagName) || /^[a-z]+-/.test(tagName);
  const harmless = known && (isSvg || namespaceURI.endsWith('/xhtml'));
  if (!harmless) return [`\`${tagName}\` may not stand in a page: it could run, fetch or send something`];
  if (tagName === 'script' && !DATA_BLOCKS.has(attribute(element, 'type') ?? '')) {
    return ['`script` may not stand in a page: nothing runs in a résumé'];
  }
  const faults: string[] = [];
  if (tagName === 'style') faults.push(...sheetFaults(element));
  if (tagName === 'meta') faults.push(...metaFaults(element));
  for (const { name, value } of element.attrs) faults.push(...attributeFaults(element, name, value));
  return faults;
}

function sheetFaults({ childNodes }: Element): string[] {
  const words = childNodes.filter(isTextNode).map(({ value }) => value);
  return guardCss(words.join('')).map((fault) => `a style sheet ${fault}`);
}

function metaFaults(element: Element): string[] {
  const order = attribute(element, 'http-equiv')?.trim().toLowerCase();
  const charset = attribute(element, 'charset')?.trim().toLowerCase();
  return [
    ...(order === undefined || order === 'content-security-policy'
      ? []
      : [`\`meta http-equiv="${order}"\` may not stand in a page`]),
    // Read as another encoding the same bytes may be other elements.
    ...(charset === undefined || charset === 'utf-8' ? [] : ['the page must be UTF-8']),
  ];
}

function attributeFaults({ tagName, namespaceURI }: Element, name: string, value: string): string[] {
  const what = `\`${tagName} ${name}\``;
  if (name.includes(SHEET) || value.includes(SHEET)) return [MISPLACED];
  if (/^on/i.test(name)) return [`${what} may not stand in a page: nothing runs in a résumé`];
  if (name === 'style') return guardCss(value).map((fault) => `${what} ${fault}`);
  if (LEADS.has(name)) return [`${what} may not stand in a page`];
  if (LOADS.has(name)) {
    return tagName === 'img' && name === 'src' && PICTURE.test(value)
      ? []
      : [`${what} would be fetched: a page brings everything with it`];
  }
  if (name === 'href' || name.endsWith(':href')) {
    const local = /^\s*(#|$)/.test(value);
    const leads = tagName === 'a' && !namespaceURI.endsWith('/svg') && safeHref(value) !== undefined;
    return local || leads
      ? []
      : [`${what} may only lead to http, https, mailto or tel: it is \`${clip(value, 40)}\``];
  }
  // SVG's presentation attributes are small style sheets: `fill="url(…)"`.
  return namespaceURI.endsWith('/svg') ? guardCss(value).map((fault) => `${what} ${fault}`) : [];
}

const PICTURE = /^\s*data:image\/[\w.+-]+[;,]/i;
