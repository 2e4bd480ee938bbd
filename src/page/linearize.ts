import { ELEMENT_CHARACTERS, ELEMENT_STYLES, listStyle, stylesByClass, type Theme } from '../theme/theme.js';
import type { Block, ListItem, Run } from './blocks.js';
import {
  attribute,
  classes,
  type Element,
  findElement,
  isElement,
  isTextNode,
  type Node,
  parseHtml,
  type Tree,
} from './dom.js';
import { foldSpaces } from './fold-spaces.js';

// HTML → Block[], by the rules of the page contract: grouping vanishes, headings and paragraphs become blocks, a class
// is a style name, a row's children become cells. What the contract does not know keeps its text.

/** Reads a composed page, parsed or not. Pure: the same HTML and style names give the same blocks. */
export function linearize(page: string | Tree, theme: Pick<Theme, 'styles' | 'characters'>): Block[] {
  const tree = typeof page === 'string' ? parseHtml(page) : page;
  const body = findElement(tree.childNodes, 'body');
  const walk = walker(theme);
  return body ? walk.blocks(body.childNodes, 'Normal', { styles: [] }) : [];
}

const SILENT = new Set(['script', 'style', 'template', 'svg', 'head', 'noscript']);
// What browsers lay out as blocks (https://html.spec.whatwg.org/#rendering); every other element, known or not, stands
// in a line, and taking it out of its line would tear the sentence it is part of.
const BLOCKS = new Set(
  `address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th
  thead tr ul`.split(/\s+/),
);
const LISTS = new Set(['ul', 'ol']);

/** What holds for all text below an element. */
interface Context {
  styles: readonly string[];
  href?: string;
  dir?: 'ltr';
}

function walker({ styles, characters }: Pick<Theme, 'styles' | 'characters'>) {
  const styleByClass = stylesByClass(styles);
  const characterByClass = stylesByClass(characters);
  const named = (element: Element, names: ReadonlyMap<string, string>) => {
    const own = classes(element).find((name) => names.has(name));
    return own && names.get(own);
  };
  let lists = 0;

  /** The blocks of some nodes; loose inline content becomes a paragraph of the given style. */
  function blocks(nodes: readonly Node[], style: string, context: Context): Block[] {
    const found: Block[] = [];
    let loose: Node[] = [];
    const flush = () => {
      if (loose.length === 0) return;
      const runs: Run[] = [];
      for (const node of loose) inline(node, context, runs);
      const folded = foldSpaces(runs);
      if (folded.length > 0) found.push({ style, cells: [folded] });
      loose = [];
    };
    for (const node of nodes) {
      // A paragraph begins with no white space; between blocks there is nothing else.
      if (loose.length === 0 && isBlank(node)) continue;
      if (isInline(node)) loose.push(node);
      else if (isElement(node) && !isSilent(node)) {
        flush();
        found.push(...block(node, style, context));
      }
    }
    flush();
    return found;
  }

  function block(element: Element, outer: string, context: Context): Block[] {
    const { tagName, childNodes } = element;
    if (LISTS.has(tagName)) return list(element, 0);
    const own =
      named(element, styleByClass) ?? ELEMENT_STYLES[tagName as keyof typeof ELEMENT_STYLES] ?? outer;
    if (isRow(element)) return row(element, own);
    return blocks(childNodes, own, BLOCKS.has(tagName) ? context : within(element, context));
  }

  function row(element: Element, style: string): Block[] {
    const cells = element.childNodes
      .filter((child) => isElement(child) || (isTextNode(child) && child.value.trim() !== ''))
      .map((child) => lines([child], { styles: [] }))
      .filter((runs) => runs.length > 0);
    return cells.length > 0 ? [{ style, cells }] : [];
  }

  function list(element: Element, level: number, outer?: number): Block[] {
    const ordered = element.tagName === 'ol';
    const number = outer !== undefined && !ordered ? outer : ++lists;
    const written = Number.parseInt(attribute(element, 'start') ?? '', 10);
    const item: ListItem = { ordered, level, list: number, start: Number.isNaN(written) ? 1 : written };
    return element.childNodes.flatMap((child) => {
      if (isSilent(child)) return [];
      if (!isElement(child)) return itemBlocks([child], item, undefined);
      if (LISTS.has(child.tagName)) return list(child, level + 1, number);
      const own = named(child, styleByClass);
      if (!isRow(child)) return itemBlocks(child.childNodes, item, own);
      return row(child, own ?? listStyle(ordered, level)).map((block) => ({ ...block, item }));
    });
  }

  /** An item is one block; lists inside it follow, one level deeper, and after them what else it says. */
  function itemBlocks(nodes: readonly Node[], item: ListItem, own: string | undefined): Block[] {
    const style = own ?? listStyle(item.ordered, item.level);
    const found: Block[] = [];
    let marked = false;
    for (const part of parted(nodes, (node) => isElement(node) && LISTS.has(node.tagName))) {
      const [inner] = part;
      if (inner && isElement(inner) && LISTS.has(inner.tagName)) {
        if (!isSilent(inner)) found.push(...list(inner, item.level + 1, item.list));
        continue;
      }
      const runs = lines(part, { styles: [] });
      if (runs.length > 0) found.push({ style, cells: [runs], ...(!marked && { item }) });
      marked ||= runs.length > 0;
    }
    return found;
  }

  /** The runs of a cell or an item, with a break wherever a block begins or ends inside it. */
  function lines(nodes: readonly Node[], context: Context): Run[] {
    const found: Run[][] = [[]];
    const visit = (node: Node, here: Context): void => {
      if (isInline(node)) inline(node, here, found.at(-1) ?? []);
      else if (isElement(node) && !isSilent(node)) {
        for (const child of node.childNodes) {
          // A row inside is no row any more, but what it holds apart stays apart.
          if (child === node.childNodes[0] || isRow(node)) found.push([]);
          visit(child, BLOCKS.has(node.tagName) ? here : within(node, here));
        }
        found.push([]);
      }
    };
    for (const node of nodes) visit(node, context);
    return found
      .map(foldSpaces)
      .filter((runs) => runs.length > 0)
      .flatMap((runs, index) => (index > 0 ? [{ type: 'break' as const }, ...runs] : runs));
  }

  /** Adds what stands in a line to its runs. */
  function inline(node: Node, context: Context, runs: Run[]): void {
    if (isTextNode(node)) {
      const { styles: names, ...rest } = context;
      runs.push({ type: 'text', text: node.value, styles: [...names], ...rest });
    } else if (!isElement(node) || isSilent(node)) return;
    else if (node.tagName === 'br') runs.push({ type: 'break' });
    else if (node.tagName === 'img') runs.push(...image(node));
    else {
      const inner = within(node, context);
      for (const child of node.childNodes) inline(child, inner, runs);
    }
  }

  function within(element: Element, { styles: outer, href, dir }: Context): Context {
    const style =
      named(element, characterByClass) ??
      ELEMENT_CHARACTERS[element.tagName as keyof typeof ELEMENT_CHARACTERS];
    // A place on the page itself is no address outside of it.
    const own = attribute(element, 'href')?.replace(/^\s*#.*$/s, '') || undefined;
    const link = element.tagName === 'a' ? own : href;
    return {
      styles: style === undefined || outer.includes(style) ? outer : [...outer, style],
      ...(link !== undefined && { href: link }),
      ...((dir ?? attribute(element, 'dir')) === 'ltr' && { dir: 'ltr' }),
    };
  }

  return { blocks };
}

/** The nodes in their order: those that stand alone each by itself, the others together. */
function parted(nodes: readonly Node[], alone: (node: Node) => boolean): Node[][] {
  return nodes.reduce<Node[][]>((parts, node) => {
    const last = parts.at(-1);
    if (last?.[0] && !alone(node) && !alone(last[0])) last.push(node);
    else parts.push([node]);
    return parts;
  }, []);
}

const isSilent = (node: Node): boolean =>
  isElement(node) &&
  (SILENT.has(node.tagName) ||
    attribute(node, 'aria-hidden') === 'true' ||
    attribute(node, 'hidden') !== undefined);
const isRow = (element: Element): boolean => /(?:^|\s)row(?:\s|$)/.test(attribute(element, 'class') ?? '');
const isBlank = (node: Node): boolean => isTextNode(node) && /^[ \t\r\n\f]*$/.test(node.value);
const isInline = (node: Node): boolean =>
  isTextNode(node) ||
  (isElement(node) &&
    !BLOCKS.has(node.tagName) &&
    !isRow(node) &&
    node.childNodes.every((child) => !isElement(child) || isSilent(child) || isInline(child)));

function image(element: Element): Run[] {
  const [src = '', alt = ''] = ['src', 'alt'].map((name) => attribute(element, name));
  const [width, height] = ['width', 'height'].map((name) => Number(attribute(element, name) ?? 0));
  return width && height ? [{ type: 'image', src, alt, width, height }] : [];
}
