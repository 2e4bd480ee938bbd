import MarkdownIt, { type Token } from 'markdown-it';
import { safeHref, visibleAddress } from './links.js';

// Markdown as the author wrote it → plain data. Only what every output can show is understood: bold, italic, code and
// links in a line; paragraphs and lists in prose. Everything else, HTML included, stays as its own text.

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'break' }
  | { type: 'code'; text: string }
  | { type: 'strong' | 'emphasis'; children: Inline[] }
  | { type: 'link'; href: string; children: Inline[] };

export type Prose =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'list'; ordered: boolean; start: number; items: Prose[][] };

/** Reads one line of text. Never loses a character that is not markup. */
export function parseInline(source: string): Inline[] {
  if (!/[*_`[<\\&]|\n/.test(source)) return [{ type: 'text', text: source }];
  const [token] = LINE.parseInline(source.replace(/\s*\n\s*/g, ' '), {});
  return gather(token?.children ?? []);
}

/** Reads text with paragraphs and lists. */
export function parseProse(source: string): Prose[] {
  const tokens = PROSE.parse(source, {});
  const isReadable = tokens.every(({ level }) => level <= MOST_LEVELS);
  return blocks(isReadable ? tokens : FLAT.parse(source, {}));
}

/** Two a list, two for its text: what lies deeper than twenty lists was not meant as one, and stays as its text. */
const MOST_LEVELS = 42;

/** The words of a line without its markup. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'break') return ' ';
      return 'text' in inline ? inline.text : plainText(inline.children);
    })
    .join('');
}

// The "zero" preset knows nothing: what is not switched on falls back to its text.
const INLINE = ['emphasis', 'backticks', 'link', 'image', 'autolink', 'escape', 'entity', 'newline'];
const LINE = understanding(INLINE);
const PROSE = understanding([...INLINE, 'list']);
const FLAT = understanding(INLINE);

const UNSAFE = /^(javascript|vbscript|data|blob|file|ftp):/i;

function understanding(rules: string[]) {
  // Below its deepest level markdown-it drops the text; each list takes two levels.
  const markdown = new MarkdownIt('zero', { maxNesting: 1000 }).enable(rules);
  // `[x](javascript:…)` is a link that loses its address; `f[0](x)` and `vector<std::string>` are none.
  markdown.validateLink = (address) => UNSAFE.test(address) || safeHref(address) !== undefined;
  return markdown;
}

const IDEOGRAPHIC_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u30ff\uff01-\uff5e]$/u;
const IDEOGRAPHIC_START =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u30ff\uff01-\uff5e]/u;

function gather(tokens: readonly Token[]): Inline[] {
  const root: Inline[] = [];
  const open: Inline[][] = [root];
  const addresses: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const here = open.at(-1) ?? root;
    switch (token.type) {
      case 'strong_open':
      case 'em_open': {
        if (open.length > MOST_LEVELS) {
          open.push(here);
          break;
        }
        const children: Inline[] = [];
        here.push({ type: token.type === 'em_open' ? 'emphasis' : 'strong', children });
        open.push(children);
        break;
      }
      case 'link_open':
        addresses.push(String(token.attrGet('href') ?? ''));
        open.push([]);
        break;
      case 'link_close': {
        const address = addresses.pop() ?? '';
        open.pop();
        const words: Inline[] = here.length > 0 ? here : [{ type: 'text', text: visibleAddress(address) }];
        const href = safeHref(address);
        open.at(-1)?.push(...(href ? [{ type: 'link' as const, href, children: words }] : words));
        break;
      }
      case 'strong_close':
      case 'em_close':
        open.pop();
        break;
      case 'image': {
        const alt = plainText(gather(token.children ?? []));
        here.push({ type: 'text', text: alt || visibleAddress(String(token.attrGet('src') ?? '')) });
        break;
      }
      case 'code_inline':
        here.push({ type: 'code', text: token.content });
        break;
      case 'softbreak':
        // A line may end anywhere in Chinese and Japanese (https://www.w3.org/TR/css-text-3/#line-break-transform).
        if (IDEOGRAPHIC_END.test(tokens[index - 1]?.content ?? '')) {
          if (IDEOGRAPHIC_START.test(tokens[index + 1]?.content ?? '')) break;
        }
        here.push({ type: 'text', text: ' ' });
        break;
      case 'hardbreak':
        here.push({ type: 'break' });
        break;
      default:
        if (token.content) here.push({ type: 'text', text: token.content });
    }
  }
  return root;
}

function blocks(tokens: readonly Token[]): Prose[] {
  const root: Prose[] = [];
  const open: Prose[][] = [root];
  const lists: Extract<Prose, { type: 'list' }>[] = [];
  for (const token of tokens) {
    const here = open.at(-1) ?? root;
    if (token.type === 'inline') here.push({ type: 'paragraph', children: gather(token.children ?? []) });
    else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      const ordered = token.type === 'ordered_list_open';
      const list = { type: 'list' as const, ordered, start: Number(token.attrGet('start') ?? 1), items: [] };
      here.push(list);
      lists.push(list);
    } else if (token.type === 'list_item_open') {
      const item: Prose[] = [];
      lists.at(-1)?.items.push(item);
      open.push(item);
    } else if (token.type === 'list_item_close') open.pop();
    else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') lists.pop();
  }
  return root;
}
