import { type DefaultTreeAdapterTypes, parse, parseFragment, serialize } from 'parse5';
import { attribute, type Element, findElement, isElement, isTextNode, type Node } from '../page/dom.js';
import { policyFor } from '../page/policy.js';
import { safeHref } from '../resume/links.js';
import { escapeHtml } from '../view/escape-html.js';

// The HTML of a theme's package → the same page, which runs nothing and fetches nothing: what would is taken out, and the
// policy of our own pages is put in, so that a browser refuses what was overlooked here.

export interface PageHead {
  title: string;
  /** BCP 47. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** Rules for paper; the theme's own come after them. */
  css: string;
  /** The YAML to carry, if any; it holds no `<`. */
  source?: string | undefined;
}

export interface CleanPage {
  html: string;
  /** The hosts and files that style sheets, fonts and pictures would have come from, each once. */
  fetched: string[];
  /** How many scripts were left out. */
  scripts: number;
}

/** Reads as browsers do, so that what is cleaned is what would be shown (https://html.spec.whatwg.org/#parsing). */
export function cleanPage(source: string, head: PageHead): CleanPage {
  const document = parse(source);
  const found: Found = { fetched: new Set(), scripts: 0 };
  clean(document, found, 0);
  const root = findElement(document.childNodes as Node[], 'html');
  const top = root && findElement(root.childNodes, 'head');
  if (!root || !top) throw new Error('parse5 gives every document a head');
  put(root, 'lang', head.lang);
  if (head.dir === 'rtl') put(root, 'dir', 'rtl');
  // First of all in the head, so that the policy holds for what follows.
  top.childNodes = [...parseFragment(top, headOf(head), {}).childNodes, ...top.childNodes];
  const html = serialize(document);
  const whole = /^<!doctype/i.test(html) ? html : `<!doctype html>\n${html}`;
  return { html: `${whole.trim()}\n`, fetched: [...found.fetched], scripts: found.scripts };
}

interface Found {
  fetched: Set<string>;
  scripts: number;
}

function headOf({ title, css, source }: PageHead): string {
  return [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyFor(source === undefined ? [] : [source])}">`,
    `<title>${escapeHtml(title)}</title>`,
    '<meta name="generator" content="Resumewright">',
    `<style>\n${css}\n</style>`,
    ...(source === undefined
      ? []
      : [`<script type="application/yaml" id="resume-source">${source}</script>`]),
  ].join('\n');
}

/** Elements that run or fetch something, or are only there for pages that do. */
const GONE = new Set(
  `script noscript template base iframe frame frameset object embed applet portal fencedframe audio video source track
  animate animatemotion animatetransform set`.split(/\s+/),
);
/** In a drawing these hold markup, yet would be written as if they held text, and be read as something else. */
const RAW = new Set(['style', 'xmp', 'noembed', 'noframes', 'plaintext']);

/** Browsers put what lies deeper beside what lies above it; nobody meant it. */
const DEEPEST = 512;

function clean(parent: DefaultTreeAdapterTypes.ParentNode, found: Found, depth: number): void {
  parent.childNodes = depth > DEEPEST ? [] : parent.childNodes.filter((node) => isKept(node as Node, found));
  for (const node of parent.childNodes as Node[]) {
    if (!isElement(node)) continue;
    node.attrs = node.attrs.flatMap((attr) => {
      const value = cleanValue(node, attr.name.toLowerCase(), attr.value, found);
      return value === undefined ? [] : [{ ...attr, value }];
    });
    if (node.tagName === 'style') {
      for (const text of node.childNodes.filter(isTextNode)) text.value = cleanCss(text.value, found);
    }
    clean(node, found, depth + 1);
  }
}

function isKept(node: Node, found: Found): boolean {
  if (!isElement(node)) return node.nodeName !== '#comment';
  const { tagName, namespaceURI } = node;
  const name = tagName.toLowerCase();
  const address = attribute(node, 'href') ?? attribute(node, 'src') ?? '';
  if (name === 'script' && !/json/i.test(attribute(node, 'type') ?? '')) found.scripts += 1;
  if (name === 'link') {
    if (/stylesheet/i.test(attribute(node, 'rel') ?? '')) noteFetch(address, found);
    return false;
  }
  if (name === 'meta')
    return attribute(node, 'charset') === undefined && attribute(node, 'http-equiv') === undefined;
  if ((name === 'img' || name === 'image' || name === 'input') && address !== '' && !isInline(address)) {
    noteFetch(address, found);
    return false;
  }
  const isHtml = namespaceURI.endsWith('/xhtml');
  // The page's own title is said anew in the head.
  if (isHtml ? name === 'title' : RAW.has(name)) return false;
  return !GONE.has(name);
}

/** What an attribute may say; undefined where it goes. */
function cleanValue(element: Element, name: string, value: string, found: Found): string | undefined {
  if (name.startsWith('on')) return undefined;
  if (name === 'style') return cleanCss(value, found);
  if (name === 'href' || name === 'xlink:href') {
    if (/^\s*#/.test(value)) return value;
    if (element.tagName === 'a' || element.tagName === 'area') {
      return URL.canParse(value) && safeHref(value) !== undefined ? value : undefined;
    }
    return isInline(value) ? value : undefined;
  }
  if (FETCHING.has(name)) return isInline(value) ? value : undefined;
  return value;
}

const FETCHING = new Set(
  `src srcset srcdoc poster data background action formaction ping manifest codebase cite longdesc profile usemap
  imagesrcset`.split(/\s+/),
);

const isInline = (address: string): boolean => /^\s*data:(image|font|application\/(x-)?font)/i.test(address);

/** The policy refuses these too; here they are found, to be told of. */
function cleanCss(css: string, found: Found): string {
  const note = (address: string, instead: string) => {
    noteFetch(address, found);
    return instead;
  };
  return css
    .replaceAll(/@import\s+(?:url\(\s*)?["']?([^"')\s;]*)[^;]*;?/gi, (_, address: string) =>
      note(address, ''),
    )
    .replaceAll(/url\(\s*(["']?)(?!\s*(?:data:|#))([^)"']*)\1\s*\)/gi, (_, _quote, address: string) =>
      note(address, 'url("")'),
    );
}

function noteFetch(address: string, { fetched }: Found): void {
  const full = address.trim().replace(/^\/\//, 'https://');
  fetched.add(
    URL.canParse(full) && new URL(full).host !== ''
      ? new URL(full).host
      : full.replace(/[?#].*$/s, '').slice(0, 60),
  );
}

function put(element: Element, name: string, value: string): void {
  element.attrs = [...element.attrs.filter((attr) => attr.name !== name), { name, value }];
}
