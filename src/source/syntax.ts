import type { YAMLError } from 'yaml';
import { openBracket } from './open-bracket.js';
import { plainTextAt, quoted } from './quoted.js';

export interface Explanation {
  message: string;
  suggestion: string;
  /** From where to where, in characters from the start of the file, when that is not where the parser stumbled. */
  range?: readonly [from: number, to: number];
  /** What it is one of, where the first of a file says it all: the others are its echo, or mended with it. */
  once?: string;
}

/** A YAML syntax error in words that say what happened and what to do, in place of the parser's own. */
export function explainSyntax(error: YAMLError, source: string): Explanation & { rule: string } {
  return { rule: 'yaml-syntax', ...explain(error, source) };
}

function explain({ code, message, pos: [start] }: YAMLError, source: string): Explanation {
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const line = source.slice(lineStart).split('\n', 1)[0] ?? '';
  const rest = line.slice(start - lineStart);
  switch (code) {
    case 'BAD_ALIAS':
      return toQuote(message.startsWith('Anchor') ? AMPERSAND : STAR, source, start);
    case 'BAD_SCALAR_START':
      return toQuote(cannotBegin(rest), source, start);
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (rest.startsWith('? ')) return toQuote(cannotBegin(rest), source, start);
      if (message.startsWith('Nested') && /:(\s|$)/.test(rest)) return toQuote(COLON, source, start);
      return keyInText(source, lineStart) ?? INDENT;
    case 'BAD_INDENT':
      return message.startsWith('Flow') ? unclosedBracket(source, start) : INDENT;
    case 'MISSING_CHAR': {
      const quote = /closing (['"])quote/.exec(message)?.[1];
      if (quote) return unclosedQuote(oddQuote(source, quote) ?? source.lastIndexOf(quote), source);
      if (message.startsWith('Sequence item')) return { ...INDENT, range: wordsOf(line, lineStart) };
      if (message.startsWith('Missing ,')) return missingComma(source, start);
      if (/^Flow .* must end/.test(message)) return unclosedBracket(source, start);
      return MISSING;
    }
    case 'UNEXPECTED_TOKEN': {
      const star = /^[^#]*?[:-]\s+(?=\*)/.exec(line)?.[0];
      if (star !== undefined) return toQuote(STAR, source, lineStart + star.length);
      if (/flow-(map|seq)-end/.test(message)) return EXTRA;
      if (/^Unexpected \S*scalar token/.test(message)) return missingComma(source, start);
      if (message.endsWith('at node end')) return afterEnd(source, start);
      if (message.endsWith('on same line with key')) return LIST_BELOW;
      if (/[:-]\s+[|>]/.test(line)) return BLOCK;
      break;
    }
    case 'BLOCK_IN_FLOW':
      // In lines of their own the keys are right, and the bracket above them is the mistake.
      if (!/^\s*\{/.test(source) && line.slice(0, start - lineStart).trim() === '') {
        return unclosedBracket(source, start);
      }
      break;
    case 'MULTILINE_IMPLICIT_KEY': {
      if (/^-\S/.test(rest)) return { ...NO_SPACE, message: 'a space is missing after `-`' };
      const [, key, value] = /^([\w$-]+):([^\s:/].*)$/.exec(rest.trimEnd()) ?? [];
      if (key && value) {
        return {
          message: `a space is missing after \`${key}:\``,
          suggestion: value.length > 40 ? NO_SPACE.suggestion : `write \`${key}: ${value}\``,
        };
      }
    }
  }
  return (
    EXPLANATIONS[code] ?? {
      message: message.replace(/\s+/g, ' ').replace(/^./, (c) => c.toLowerCase()),
      suggestion: 'check the indentation and the quotes here and one line above',
    }
  );
}

/** A text that YAML takes for something else, until it stands in quotes. */
function toQuote(message: string, source: string, start: number): Explanation {
  const text = plainTextAt(source, start);
  const end = start + (text?.length ?? 1);
  return { message, suggestion: quoted(text), range: [start, end] };
}

const cannotBegin = (rest: string): string =>
  `an unquoted text cannot begin with ${rest[0] === '`' ? 'a backtick' : `\`${rest[0]}\``} in YAML`;

/** A text that goes on over lines and meets a key: the key is too far right, or it is none. */
function keyInText(source: string, lineStart: number): Explanation | undefined {
  const [, ...below] = source.slice(lineStart, lineStart + 4000).split('\n');
  const count = below.findIndex((line) => /:(\s|$)/.test(line));
  const line = below[count];
  if (line === undefined) return undefined;
  const from =
    source
      .slice(lineStart)
      .split('\n', count + 1)
      .join('\n').length +
    lineStart +
    1;
  return {
    message: 'this line is indented as if it went on with the text above, and yet it has a key',
    suggestion: 'indent it as the line above, or put the whole text in quotes',
    range: wordsOf(line, from),
  };
}

/** The words of a line, from the first to the last. */
function wordsOf(line: string, lineStart: number): [number, number] {
  const from = lineStart + line.length - line.trimStart().length;
  return [from, lineStart + line.trimEnd().length];
}

function unclosedBracket(source: string, before: number): Explanation {
  const at = openBracket(source, before);
  if (at === undefined) return MISSING;
  const [open, close] = source[at] === '[' ? ['[', ']'] : ['{', '}'];
  return {
    message: `this \`${open}\` is not closed`,
    suggestion: `add \`${close}\`, or put a text that begins with \`${open}\` in quotes`,
    range: [at, at + 1],
    once: 'bracket',
  };
}

function unclosedQuote(at: number, source: string): Explanation {
  const end = source.indexOf('\n', at);
  return { ...UNCLOSED, range: [at, end === -1 ? source.length : end], once: 'quote' };
}

function missingComma(source: string, start: number): Explanation {
  const isAbove = /\n\s*$/.test(source.slice(Math.max(0, start - 500), start));
  return {
    message: isAbove ? 'a comma is missing before this' : 'a comma or a colon is missing before this',
    suggestion: isAbove
      ? 'end the line above with `,`'
      : 'put `,` between two entries, `:` between a key and its value',
  };
}

/** How far up, in characters, the beginning of a text is looked for. */
const NEAR = 20_000;

/** The last quote on the first line that opens more than it closes; apostrophes in words count for nothing. */
function oddQuote(text: string, quote: string): number | undefined {
  let lineStart = 0;
  for (const line of text.split('\n')) {
    if (isOdd(line, quote)) return lineStart + line.lastIndexOf(quote);
    lineStart += line.length + 1;
  }
  return undefined;
}
const isOdd = (line: string, quote: string): boolean =>
  line.replaceAll(/\\.|(?<=\p{L})'(?=\p{L})/gu, '').split(quote).length % 2 === 0;

/** Text behind a closing quote or bracket: or was it a quote that opened, one that is closed lines above? */
function afterEnd(source: string, start: number): Explanation {
  const before = source.slice(0, start).trimEnd();
  const mark = before.at(-1) ?? '';
  const above = before.lastIndexOf('\n', before.length - 1);
  if (mark === '"' || mark === "'") {
    const isFirst = isOdd(before.slice(above + 1), mark);
    const begin = above > NEAR ? before.indexOf('\n', above - NEAR) + 1 : 0;
    const at = isFirst ? oddQuote(before.slice(begin, Math.max(above, 0)), mark) : undefined;
    if (at !== undefined) return unclosedQuote(begin + at, source);
  } else if (/\n/.test(source.slice(before.length, start))) {
    return { message: `text goes on after the last \`${mark}\``, suggestion: 'delete it' };
  }
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const key = /^\s*(?:- +)*(?:[\w$-]+: +)?(?=["'[{])/.exec(source.slice(lineStart, start))?.[0];
  const text = key === undefined ? undefined : plainTextAt(source, lineStart + key.length);
  if (key === undefined || text === undefined) return AFTER;
  const from = lineStart + key.length;
  return { message: AFTER.message, suggestion: quoted(text), range: [from, from + text.length] };
}

export const STAR = 'an unquoted text that begins with `*` is a reference in YAML';
const AMPERSAND = 'an unquoted text that begins with `&` is the name of a value in YAML';
const COLON = 'a second `: ` on this line makes YAML see two keys';
const AFTER = {
  message: 'text goes on after a closing quote or bracket',
  suggestion: 'put the whole text in quotes of the other kind',
};
const INDENT = {
  message: 'this line is indented differently from its neighbours',
  suggestion: 'entries of one list or map start in the same column',
};
const UNCLOSED = {
  message: 'this quote is not closed',
  suggestion: 'close it, or put a text that begins with one in quotes of the other kind',
};
const MISSING = {
  message: 'a bracket, comma or colon is missing here',
  suggestion: 'look for the beginning on this line or above',
};
const EXTRA = {
  message: 'this bracket closes nothing',
  suggestion: 'delete it, or look for the one that should have opened before',
};
const NO_SPACE = { suggestion: 'put one there' };
const LIST_BELOW = {
  message: 'a list cannot begin on the line of its key',
  suggestion: 'begin it on the line below, or put the text in quotes',
};
const BLOCK = {
  message: '`|` and `>` begin a text on the lines below, so nothing may follow them',
  suggestion: 'go on in the next line, or put the text in quotes',
};
const EXPLANATIONS: Partial<Record<YAMLError['code'], Explanation>> = {
  TAB_AS_INDENT: {
    message: 'a tab is used for indentation',
    suggestion: 'YAML indents with spaces: replace every tab by two',
    once: 'tab',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'this line is neither `key: value` nor a list item',
    suggestion: 'a `:` is missing, or the line belongs to the text above: quote that text or use `|`',
  },
  TAG_RESOLVE_FAILED: {
    message: 'YAML tags (`!name`) mean nothing here',
    suggestion: 'delete it, or put the text in quotes if it begins with `!`',
  },
  BLOCK_IN_FLOW: {
    message: 'inside brackets, something is missing before the next `key: value`',
    suggestion: 'put a comma between two entries, or close the bracket above',
  },
  BAD_DQ_ESCAPE: {
    message: 'a backslash between double quotes begins an escape, and this one is unknown',
    suggestion: 'write the backslash twice, or use single quotes',
  },
  NON_STRING_KEY: {
    message: 'a key is a text, and this one is a list or a map',
    suggestion: 'put a text that begins with `[`, `{` or `?` in quotes',
  },
  MULTIPLE_DOCS: {
    message: 'a second document begins here, and a file holds one',
    suggestion: 'delete this `---`, or move what follows to a file of its own',
  },
};
