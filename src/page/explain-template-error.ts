/** What Handlebars says of a template (https://handlebarsjs.com/guide/) → the same in words of ours, and the line where it knows one. */
export function explainTemplateError(error: Error): { message: string; line?: number; column?: number } {
  const { message, lineNumber, column } = error as Error & { lineNumber?: number; column?: number };
  const [first = message] = message.split('\n', 1);
  const said = first.replace(/ - \d+:\d+$/, '');
  const line = lineNumber ?? Number(PARSE_ERROR.exec(first)?.[1] ?? 0);
  return {
    message: PARSE_ERROR.test(first) ? misread(message) : inOurWords(said),
    ...(line > 0 && { line }),
    ...(column !== undefined && { column: column + 1 }),
  };
}

const PARSE_ERROR = /^(?:Parse|Lexical) error on line (\d+)/;

/** The parser lists what it expected, and what it got instead. */
function misread(message: string): string {
  const [, got = ''] = /got '(\w+)'/.exec(message) ?? [];
  return MISREAD[got] ?? 'what stands in braces here cannot be read';
}

const MISREAD: Readonly<Record<string, string>> = {
  EOF: 'a block is not closed: a `{{/if}}`, `{{/each}}` or `{{/with}}` is missing',
  OPEN_ENDBLOCK: 'a block is closed here that was not opened',
  INVERSE: 'an `{{else}}` stands where no block can have one',
};

function inOurWords(said: string): string {
  for (const [pattern, words] of WORDS) if (pattern.test(said)) return said.replace(pattern, words);
  return `the template fails: ${said}`;
}

const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^"(.+)" not defined in (?:undefined|null)$/, 'there is nothing here that could have a `$1`'],
  [/^"(.+)" not defined in .*$/s, 'there is no `$1` here'],
  [/^Cannot use 'in' operator to search for '(.+?)' in .*$/s, 'there is no `$1` here: it is asked of a text'],
  [/^The partial (.+) could not be found$/, 'there is no partial `$1`'],
  [/^You specified knownHelpersOnly, but used the unknown helper (.+)$/, 'there is no helper `$1`'],
  [/^Missing decorator: "(.+)"$/, 'there is no decorator `$1`'],
  [/^(.+) doesn't match (.+)$/, 'a block begins with `{{#$1}}` and ends with `{{/$2}}`'],
  [/^#(\w+) requires exactly one argument$/, '`{{#$1}}` takes one value'],
  [/^Cannot read properties of .*$/s, 'a block or helper is given nothing to work on'],
  [/^Unsupported number of partial arguments: \d+$/, 'a partial takes one value'],
  [/^Invalid path: (.+)$/, '`$1` is no path: `../` can stand only in front'],
];
