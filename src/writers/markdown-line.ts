import type { Run } from '../page/blocks.js';
import type { Theme } from '../theme/theme.js';

// The runs of a paragraph → lines of Markdown (CommonMark 0.31 and what GitHub adds to it) that show the same words:
// every character that Markdown would take for its own is escaped, and only those, for people read the source too.

type Piece = { text: string; bold: boolean; italic: boolean; code: boolean; href: string };

/** One line for each line of the paragraph. */
export function markdownLines(runs: readonly Run[], characters: Theme['characters']): string[] {
  return linesOf(runs).map((line) => inline(pieces(line, characters)));
}

/** The same, where all that counts is the words: in headings, which are bold as they are. */
export function plainLines(runs: readonly Run[]): string[] {
  const unstyled = (piece: Piece): Piece => ({ ...piece, bold: false, italic: false });
  return linesOf(runs).map((line) => inline(merged(pieces(line, {}).map(unstyled))));
}

/** What a line may not begin with, escaped: headings, quotes, lists, rules, tables. */
export function guardStart(line: string): string {
  return line
    .replace(/^(?=(#{1,6}|[-+])(\s|$)|--|=+\s*$|>|:-)/, '\\')
    .replace(/^(\d{1,9})(?=[.)](\s|$))/, '$1\\');
}

function linesOf(runs: readonly Run[]): Run[][] {
  const lines: Run[][] = [[]];
  for (const run of runs) {
    if (run.type === 'break') lines.push([]);
    else lines.at(-1)?.push(run);
  }
  return lines;
}

function pieces(runs: readonly Run[], characters: Theme['characters']): Piece[] {
  const found = runs.flatMap((run): Piece[] => {
    if (run.type !== 'text') return [];
    const { text, styles, href = '' } = run;
    return [
      {
        text,
        href,
        code: styles.includes('Code'),
        bold: styles.some((name) => name === 'Strong' || characters[name]?.bold === true),
        italic: styles.some((name) => name === 'Emphasis' || characters[name]?.italic === true),
      },
    ];
  });
  return merged(found);
}

const sameLook = (a: Piece, b: Piece): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.code === b.code && a.href === b.href;

function merged(list: readonly Piece[]): Piece[] {
  return list.reduce<Piece[]>((done, piece) => {
    const last = done.at(-1);
    if (last && sameLook(last, piece)) done[done.length - 1] = { ...last, text: last.text + piece.text };
    else done.push(piece);
    return done;
  }, []);
}

function inline(list: readonly Piece[]): string {
  let line = '';
  for (let at = 0; at < list.length; ) {
    const { href } = list[at] as Piece;
    const rest = list.slice(at);
    const count = rest.findIndex((piece) => piece.href !== href);
    const group = count < 0 ? rest : rest.slice(0, count);
    const follow = list[at + group.length];
    if (href === '') line += styled(group, line.at(-1) ?? ' ', follow ? '[' : ' ');
    // An exclamation mark before it would make it a picture.
    else line = `${line.replace(/!$/, '\\!')}[${styled(group, '[', ']')}](${destination(href)})`;
    at += group.length;
  }
  return line;
}

/** Pieces of one link, or of none, between two characters. */
function styled(group: readonly Piece[], before: string, after: string): string {
  return group.reduce((line, piece, index) => {
    const next = group[index + 1];
    const { lead, core, trail } = parted(piece);
    const previous = lead || line.at(-1) || before;
    const following = trail || (next ? opening(next) : after);
    return line + lead + emphasized(core, piece, previous.at(-1) ?? ' ', following) + trail;
  }, '');
}

/** Space inside the marks would undo them. */
function parted(piece: Piece): { lead: string; core: string; trail: string } {
  const [, lead = '', inner = '', trail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(piece.text) ?? [];
  return { lead, trail, core: inner && (piece.code ? codeSpan(inner) : escapeText(inner)) };
}

function opening(piece: Piece): string {
  const { lead, core } = parted(piece);
  return lead || (piece.bold || piece.italic ? '*' : core) || ' ';
}

/**
 * Asterisks, where they would be read as opening and closing (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run);
 * else the elements they stand for.
 */
function emphasized(core: string, { bold, italic }: Piece, before: string, after: string): string {
  if (core === '' || !(bold || italic)) return core;
  const marks = (bold ? '**' : '') + (italic ? '*' : '');
  if (canMark(core, before, after)) return marks + core + marks;
  // Punctuation at the ends may as well stand outside: in Chinese and Japanese no space parts it from what follows.
  const [, lead = '', inner = '', trail = ''] =
    /^([^\P{P}\\`<*[\]]*)([^\\`<*[\]]+?)(\p{P}*)$/u.exec(core) ?? [];
  if (inner && canMark(inner, lead.at(-1) ?? before, trail || after))
    return lead + marks + inner + marks + trail;
  const wrapped = italic ? `<em>${core}</em>` : core;
  return bold ? `<strong>${wrapped}</strong>` : wrapped;
}

function canMark(core: string, before: string, after: string): boolean {
  const opens = isEdge(before) || !isPunctuation(first(core));
  const closes = isEdge(first(after)) || !isPunctuation([...core].at(-1) ?? '');
  return before !== '*' && first(after) !== '*' && opens && closes && !/^\s|\s$/.test(core);
}

const first = (text: string): string => [...text][0] ?? '';
const isPunctuation = (letter: string): boolean => /[\p{P}\p{S}]/u.test(letter);
const isEdge = (letter: string): boolean => /[\s\p{P}]/u.test(letter);

/** The fence is longer than any run of backticks inside. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = /^`|`$/.test(text) ? ' ' : '';
  return fence + gap + text + gap + fence;
}

function escapeText(text: string): string {
  return (
    text
      .replaceAll(/[\\`*[\]<|~$]/g, '\\$&')
      // Inside a word an underscore is a letter.
      .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replaceAll(/&(?=#?\w+;)/g, '\\&')
  );
}

/** Spaces and brackets would end the address. */
function destination(href: string): string {
  return href
    .replaceAll(/[\s<>]/g, encodeURIComponent)
    .replaceAll(/[\\()]/g, '\\$&')
    .replaceAll(/&(?=#?\w+;)/g, '\\&');
}
