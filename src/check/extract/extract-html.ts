import { attribute, type Element, isCell, type Node, parsePage, textIn } from '../html-nodes.js';
import type { Extraction, Paragraph } from './extraction.js';
import { Unreadable } from './unreadable.js';

// In: any HTML page. Out: what a reader without style sheets finds in it. A row's cells, as the page contract has them,
// are divided by a tab.

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'svg']);
const INLINE = new Set(
  `a abbr b bdi bdo cite code data del dfn em font i img ins kbd label mark q s samp small span strong sub sup time u var
  wbr`.split(/\s+/),
);
const HIDING =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*[01](px|pt)?\s*(;|$)|opacity\s*:\s*0\s*(;|$)/i;

const MAX_DEPTH = 200;

export function extractHtml(bytes: Uint8Array): Extraction {
  const found: Extraction = {
    format: 'html',
    size: bytes.length,
    paragraphs: [],
    texts: [],
    links: [],
    images: [],
    tables: 0,
    hidden: [],
  };
  let open: Paragraph | undefined;
  const end = () => {
    const text = open?.text
      .replaceAll(/[ \n\r\u00a0]*\t[\s]*/g, '\t')
      .replaceAll(/[ \n\r\f]+/g, ' ')
      .trim();
    if (open && text) found.paragraphs.push({ ...open, text, lines: [text] });
    open = undefined;
  };
  const write = (text: string) => {
    if (open || text.trim() !== '') open = { text: '', lines: [], ...open };
    if (open) open.text += text;
  };

  function visit(node: Node): void {
    const own = textIn(node);
    // A tab in the source is white space like any other.
    if (own !== undefined) write(own.replaceAll(/\s/g, ' '));
    else if ('tagName' in node) visitElement(node);
  }

  function visitElement(element: Element): void {
    const { tagName, childNodes } = element;
    if (tagName === 'html') found.lang = attribute(element, 'lang') || undefined;
    if (tagName === 'head') readHead(element, found);
    if (SILENT.has(tagName)) return;
    if (HIDING.test(attribute(element, 'style') ?? '') || attribute(element, 'hidden') !== undefined) {
      const text = textOf(element);
      if (/[\p{L}\p{N}]/u.test(text)) found.hidden.push(text);
      return;
    }
    if (tagName === 'img') found.images.push({ alt: attribute(element, 'alt') });
    if (tagName === 'table') found.tables += 1;
    const href = attribute(element, 'href');
    if (tagName === 'a' && href !== undefined && !href.trim().startsWith('#')) {
      found.links.push({ target: href.trim(), text: textOf(element) });
    }
    if (tagName === 'br') end();
    else if (isCell(element)) {
      if (open?.text.trim()) write('\t');
      childNodes.forEach(visit);
    } else if (INLINE.has(tagName)) childNodes.forEach(visit);
    else {
      end();
      const level = /^h([1-6])$/.exec(tagName)?.[1];
      if (level || tagName === 'li') {
        open = { text: '', lines: [], ...(level ? { level: Number(level) } : { bullet: true }) };
      }
      childNodes.forEach(visit);
      end();
    }
  }

  const nodes = parsePage(new TextDecoder().decode(bytes));
  refuseDeep(nodes);
  nodes.forEach(visit);
  end();
  found.texts = [{ extractor: 'html', text: found.paragraphs.map(({ text }) => text).join('\n') }];
  return found;
}

/** Throws Unreadable for what would overflow the stack. */
function refuseDeep(nodes: readonly Node[]): void {
  for (let level = nodes, depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) {
      throw new Unreadable('damaged', `the page is nested more than ${MAX_DEPTH} deep`, 'export it again');
    }
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
}

function readHead(head: Element, found: Extraction): void {
  for (const node of head.childNodes) {
    if (!('tagName' in node)) continue;
    if (node.tagName === 'title') found.title = textOf(node) || undefined;
    if (node.tagName === 'meta' && attribute(node, 'name') === 'author') {
      found.author = attribute(node, 'content') || undefined;
    }
  }
}

function textOf(node: Node): string {
  const own = textIn(node);
  if (own !== undefined) return own;
  const text = 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
  return text.replaceAll(/\s+/g, ' ').trim();
}
