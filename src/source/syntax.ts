import type { YAMLError } from 'yaml';

interface Explanation {
  message: string;
  suggestion: string;
  /** Where it begins, in characters from the start of the file, when that is not where the parser stumbled. */
  at?: number;
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
      return message.startsWith('Anchor') ? AMPERSAND : STAR;
    case 'BAD_SCALAR_START':
      return { ...QUOTE_IT, message: `an unquoted text cannot begin with \`${rest[0]}\` in YAML` };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return message.startsWith('Nested') && /:(\s|$)/.test(rest) ? COLON : INDENT;
    case 'BAD_INDENT':
      return message.startsWith('Flow') ? BRACKET : INDENT;
    case 'MISSING_CHAR': {
      const quote = /closing (['"])quote/.exec(message)?.[1];
      return quote ? { ...UNCLOSED, at: source.lastIndexOf(quote) } : MISSING;
    }
    case 'UNEXPECTED_TOKEN':
      if (/^[^#]*[:-]\s+\*/.test(line)) return STAR;
      if (/flow-(map|seq)-end/.test(message)) return EXTRA;
      if (message.endsWith('at node end')) return AFTER;
      if (message.endsWith('on same line with key')) return LIST_BELOW;
      if (/[:-]\s+[|>]/.test(line)) return BLOCK;
  }
  return (
    EXPLANATIONS[code] ?? {
      message: message.replace(/\s+/g, ' ').replace(/^./, (c) => c.toLowerCase()),
      suggestion: 'check the indentation and the quotes here and one line above',
    }
  );
}

const QUOTE_IT = { suggestion: 'put the whole text in quotes' };

export const DOUBLE = {
  message: 'this key stands twice in the same entry',
  suggestion: 'keep one, or begin a new list entry with `- `',
};
export const STAR = {
  message: 'an unquoted text that begins with `*` is a reference in YAML',
  suggestion: 'put the text in quotes: "*like this*"',
};
const AMPERSAND = {
  ...QUOTE_IT,
  message: 'an unquoted text that begins with `&` is the name of a value in YAML',
};
const COLON = { ...QUOTE_IT, message: 'a second `: ` on this line makes YAML see two keys' };
const AFTER = {
  message: 'text goes on after a closing quote or bracket',
  suggestion: 'put the whole text in quotes of the other kind',
};
const INDENT = {
  message: 'this line is indented differently from its neighbours',
  suggestion: 'entries of one list or map start in the same column',
};
const BRACKET = {
  message: 'a `[` or `{` before this is not closed',
  suggestion: 'close it, or put a text that begins with one in quotes',
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
    suggestion: 'YAML indents with spaces; use two a level',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'this line is neither `key: value` nor a list item',
    suggestion: 'a `:` is missing, or the line belongs to the text above: quote that text or use `|`',
  },
  TAG_RESOLVE_FAILED: {
    message: 'YAML tags (`!name`) mean nothing here',
    suggestion: 'put the text in quotes if it begins with `!`',
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
