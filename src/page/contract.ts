import { onceEach } from '../once.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { stylesByClass, type Theme } from '../theme/theme.js';
import { attribute, classes, type Element, isElement, isTextNode, type Node, parseHtml } from './dom.js';
import type { Page } from './page.js';

// The page contract, checked: what a template must keep to so that Word and text can be made from the same page. The
// rules carry the numbers of docs/theme-format.md. A breach is a warning; for our own themes the tests make it fatal.

const GROUPS = new Set([
  'html',
  'head',
  'body',
  'main',
  'aside',
  'header',
  'footer',
  'section',
  'article',
  'div',
]);
const BLOCKS = new Set(['h1', 'h2', 'h3', 'h4', 'p', 'ul', 'ol', 'li']);
const INLINES = new Set(['strong', 'em', 'code', 'a', 'time', 'span', 'br', 'sub', 'sup', 'img', 'bdi']);
const HEAD = new Set(['meta', 'title', 'style', 'script']);
const KNOWN = new Set([...GROUPS, ...BLOCKS, ...INLINES, ...HEAD]);
/** Scripts that are none: data for search engines, and the document's own source. */
const DATA_BLOCKS = new Set(['application/ld+json', 'application/yaml']);
/** What only ever stands in a table, whose one warning is enough. */
const TABLE = new Set(['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td']);

/** Every breach of the contract in a composed page, as far as it is the theme's: not what the author wrote. */
export function checkContract({
  html,
  tree = parseHtml(html),
  theme,
  printed,
}: Pick<Page, 'html' | 'tree' | 'theme' | 'printed'>): Diagnostic[] {
  let plain: string | undefined;
  const isAuthors = (letter: string) => {
    plain ??= printed.map((text) => text.plain).join('');
    return plain.includes(letter);
  };
  const elements = flatten(tree.childNodes);
  const breaches = [
    ...readingOrder(elements),
    ...headings(elements),
    ...elements.flatMap((element) => {
      const foreign = fetched(element);
      const names = classes(element);
      return foreign.concat(
        foreign.length > 0 ? [] : vocabulary(element),
        styleNames(element, names, theme),
        names.includes('row') ? row(element) : [],
        images(element),
        text(element, isAuthors),
        ownStyle(element),
      );
    }),
    ...sheetRules(theme),
  ];
  return breaches.map(([rule, message]) => ({
    severity: 'warning',
    rule: `contract-${rule}`,
    file: `theme ${theme.name}`,
    path: '',
    message,
  }));
}

type Breach = [rule: number, message: string];

/** All elements but those a reader never meets: decoration and what is inside it. */
function flatten(nodes: readonly Node[], found: Element[] = []): Element[] {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.tagName === 'svg' && attribute(node, 'aria-hidden') === 'true') continue;
    found.push(node);
    flatten(node.childNodes, found);
  }
  return found;
}

function readingOrder(elements: readonly Element[]): Breach[] {
  const [main, aside] = ['main', 'aside'].map((tag) => elements.findIndex(({ tagName }) => tagName === tag));
  return aside !== undefined && main !== undefined && aside >= 0 && aside < main
    ? [[1, '`aside` comes before `main`: the order of the page is the order of reading']]
    : [];
}

function headings(elements: readonly Element[]): Breach[] {
  const levels = elements.flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
  const first = levels.filter((level) => level === 1).length;
  return [
    ...(first === 1
      ? []
      : ([[3, `\`h1\` is the name and stands once, but here it stands ${first} times`]] as Breach[])),
    ...levels.flatMap((level, index): Breach[] => {
      // Without any `h1` the first heading is not to blame.
      const above = levels[index - 1] ?? (first > 0 ? 0 : level);
      const before = above > 0 ? `follows \`h${above}\`` : 'is the first heading';
      return level > above + 1 ? [[3, `\`h${level}\` ${before}: a level is skipped`]] : [];
    }),
  ];
}

function vocabulary({ tagName, attrs, parentNode }: Element): Breach[] {
  const dataBlock =
    tagName === 'script' && attrs.some(({ name, value }) => name === 'type' && DATA_BLOCKS.has(value));
  if (tagName === 'script' && !dataBlock) return [[11, 'scripts do not run in a résumé']];
  if (tagName === 'link') return [[11, '`link` fetches something: a page brings everything with it']];
  if (TABLE.has(tagName)) return [];
  if (tagName === 'table') return [[11, '`table` is no layout: use a grid in theme.css, or `.row`']];
  if (KNOWN.has(tagName)) {
    const nested = tagName === 'li' && !['ul', 'ol'].includes(parentNode?.nodeName ?? '');
    return nested ? [[5, '`li` stands outside a list']] : [];
  }
  return [[7, `\`${tagName}\` is not an element of the contract; its text is kept, its meaning is not`]];
}

/** Classes that say how a block stands, not how it looks. */
const STRUCTURE = new Set(['row', 'keep']);

function styleNames({ tagName }: Element, names: readonly string[], theme: Theme): Breach[] {
  const isInline = INLINES.has(tagName);
  if (!isInline && !BLOCKS.has(tagName)) return [];
  const known = stylesByClass(isInline ? theme.characters : theme.styles);
  const kind = isInline ? 'character' : 'paragraph';
  return names
    .filter((name) => !known.has(name) && !STRUCTURE.has(name))
    .map((name) => [4, `class \`${name}\` on \`${tagName}\` names no ${kind} style of the theme`]);
}

function row(element: Element): Breach[] {
  const cells = element.childNodes.filter(isElement).length;
  const loose = element.childNodes.some((node) => isTextNode(node) && node.value.trim() !== '');
  return cells < 1 || cells > 3 || loose
    ? [[6, 'a `.row` has one to three elements as children and no text between']]
    : [];
}

function images(element: Element): Breach[] {
  if (element.tagName !== 'img') return [];
  const src = attribute(element, 'src') ?? '';
  return [
    ...(attribute(element, 'alt') ? [] : ([[10, '`img` has no `alt` text']] as Breach[])),
    ...(src.startsWith('data:') ? [] : ([[10, '`img` does not come as a data URI']] as Breach[])),
    ...(['width', 'height'].every((name) => Number(attribute(element, name)) > 0)
      ? []
      : ([[10, '`img` has no `width` and `height`, without which Word leaves it out']] as Breach[])),
  ];
}

function text({ childNodes, tagName }: Element, isAuthors: (letter: string) => boolean): Breach[] {
  if (tagName === 'style' || tagName === 'script') return [];
  const odd = childNodes
    .flatMap((node) => (isTextNode(node) && node.value.match(/[\p{Co}\u{1F000}-\u{1FAFF}]/gu)) || [])
    .filter((letter) => !isAuthors(letter));
  return odd.length > 0
    ? [
        [
          9,
          `U+${odd[0]?.codePointAt(0)?.toString(16).toUpperCase()} is an icon or emoji: parsers cannot read it`,
        ],
      ]
    : [];
}

function fetched({ tagName, attrs }: Element): Breach[] {
  // Where a picture comes from is another rule.
  const names = tagName === 'img' ? ['srcset'] : ['src', 'srcset', 'poster', 'data'];
  return attrs
    .filter(({ name, value }) => names.includes(name) && !value.startsWith('data:'))
    .map(({ name }) => [11, `\`${tagName} ${name}\` would be fetched: a page brings everything with it`]);
}

const sheetRules = onceEach(({ css }: Theme) => styleRules(css, 'theme.css'));

function ownStyle(element: Element): Breach[] {
  const style = attribute(element, 'style');
  return style === undefined ? [] : styleRules(style, `\`${element.tagName} style\``);
}

function styleRules(css: string, where: string): Breach[] {
  const rules = css.replaceAll(/\/\*.*?\*\//gs, '');
  const values = (property: string, within: string) =>
    [...within.matchAll(new RegExp(`(?<![-\\w])${property}\\s*:\\s*([^;}]*)`, 'gi'))].map(
      ([, value]) => value ?? '',
    );
  // Bullets and page counters are the two texts that are no words.
  const contents = values('content', rules.replaceAll(/::marker\s*\{[^}]*\}/g, ''));
  const breaches: [boolean, number, string][] = [
    [
      /@import|url\((?!\s*["']?data:)/i.test(rules),
      11,
      'fetches something: a page brings everything with it',
    ],
    [
      contents.some((value) => !/^(none|normal|""|'')|\bcounters?\(/i.test(value)),
      8,
      'puts text into `content`, where no parser finds it',
    ],
    [/position\s*:\s*(absolute|fixed)/i.test(rules), 11, 'places text absolutely: use a grid'],
    [
      values('letter-spacing', rules).some(
        (value) => Math.abs(Number.parseFloat(value)) > (/em/i.test(value) ? 0.05 : 0.5),
      ),
      8,
      'sets letter-spacing above 0.05em, which breaks words apart',
    ],
  ];
  return breaches.flatMap(([broken, rule, message]) =>
    broken ? [[rule, `${where} ${message}`] as Breach] : [],
  );
}
