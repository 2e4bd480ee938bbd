import type { z } from 'zod';
import { type Diagnostic, formatPath } from './diagnostic.js';
import type { SourceTree } from './parse.js';
import { keysAt } from './schema-keys.js';
import { suggest } from './suggest.js';
import { type ForeignNames, nativeName } from './unknown-keys.js';
import { valueAt } from './value-at.js';

// One thing Zod found wrong with a value, or missed → a diagnostic that says what should stand there, and how to write it.

type Issue = z.core.$ZodIssue;

export function explainValue(
  issue: Issue,
  tree: SourceTree,
  schema: z.ZodType,
  foreign: ForeignNames = {},
): Diagnostic {
  const { path } = issue;
  const value = valueAt(tree.data, path);
  const at = { severity: 'error' as const, file: tree.file, path: formatPath(path) };
  if (value === undefined) return { ...at, ...missing(issue, tree, schema) };
  const here = { ...at, place: tree.valueAt(path) };
  const name = nameOf(path);

  const options = valuesOf(issue) ?? (typeof value === 'string' ? wordsOf(issue) : undefined);
  if (options) {
    const native = nativeName(String(value), options, foreign);
    const near = suggest(String(value), options);
    return {
      ...here,
      rule: 'unknown-value',
      message: `${name} cannot be \`${String(value)}\``,
      suggestion: native
        ? `here it is \`${native}\``
        : near
          ? `did you mean \`${near}\`?`
          : `one of: ${options.join(', ')}`,
    };
  }
  if (issue.code === 'not_multiple_of') {
    const below = Math.floor(Number(value) / issue.divisor) * issue.divisor;
    return {
      ...here,
      rule: 'wrong-type',
      message: `${name} cannot be \`${String(value)}\`: it goes in steps of ${issue.divisor}`,
      suggestion: `write ${below} or ${below + issue.divisor}`,
    };
  }
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    const suggestion = issue.code === 'too_big' ? `${issue.maximum} at most` : `${issue.minimum} at least`;
    return { ...here, rule: 'wrong-type', message: `${name} cannot be \`${String(value)}\``, suggestion };
  }
  const wanted = wantedBy(issue);
  if (!wanted) return { ...here, rule: 'wrong-type', message: `${name}: ${issue.message}` };
  const suggestion = wayOut(wanted, value, path, tree, schema);
  return {
    ...here,
    rule: 'wrong-type',
    message: `${name} should be ${wanted}, but here is ${kindOf(value)}`,
    ...(suggestion && { suggestion }),
  };
}

/** A key that was left out, or has nothing behind it. */
function missing(issue: Issue, tree: SourceTree, schema: z.ZodType) {
  const { path } = issue;
  const parent = path.slice(0, -1);
  const [own, above] = [tree.keyAt(path), tree.keyAt(parent)];
  const where = parent.length > 0 ? ` in ${formatPath(parent)}` : '';
  if (own !== above) {
    return {
      rule: 'missing-key',
      place: own,
      message: `${nameOf(path)} is empty${where}`,
      suggestion: 'write something behind it',
    };
  }
  if (!/^[^\S\n]*[^#\s]/m.test(tree.source)) {
    return {
      rule: 'missing-key',
      place: { ...above, length: 1 },
      message: `${nameOf(path)} is missing: all lines are comments`,
      suggestion: 'take away the `#` before those you mean',
    };
  }
  const key = formatPath(path.slice(-1));
  const options = valuesOf(issue);
  const siblings = Object.keys(Object(valueAt(tree.data, parent)));
  const known = options?.find((option) => siblings.includes(option));
  const below = keysAt(schema, path, tree.data).includes('name') ? ', with `name:` below it' : '';
  const list = options ? ` and one of ${options.join(', ')}` : below;
  return {
    rule: 'missing-key',
    // Of a whole file the beginning is enough to point at.
    place: parent.length > 0 ? above : { ...above, length: 1 },
    message: `${nameOf(path)} is missing${where}`,
    suggestion: known ? `add \`${key}: ${known}\`` : `add \`${key}:\`${list}`,
  };
}

/** A key as its file has it; an item of a list by the list's key: `highlights[2]`. */
function nameOf(path: readonly PropertyKey[]): string {
  const key = path.findLastIndex((step) => typeof step === 'string');
  return path.length === 0 ? 'the file' : `\`${formatPath(path.slice(Math.max(key, 0)))}\``;
}

function wantedBy(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type') return NAMES[issue.expected] ?? issue.expected;
  if (issue.code !== 'invalid_union') return undefined;
  const kinds = issue.errors.flatMap((branch) => branch.slice(0, 1)).map((inner) => wantedBy(inner));
  return [...new Set(kinds.filter((kind) => kind !== undefined))].join(' or ') || undefined;
}

function valuesOf(issue: Issue): string[] | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union' && 'options' in issue) return issue.options?.map(String);
  return undefined;
}

/** The words that may stand where a map may stand as well: a text was meant as one of them. */
function wordsOf(issue: Issue): string[] | undefined {
  if (issue.code !== 'invalid_union') return undefined;
  return issue.errors.flat().flatMap((inner) => (inner.path.length === 0 ? [valuesOf(inner)] : []))[0];
}

const NAMES: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a group of `key: value` lines',
  record: 'a group of `key: value` lines',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};
const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : (NAMES[typeof value] ?? typeof value);

/** How to write what is wanted, in brackets or in lines as the rest of the file is. */
function wayOut(
  wanted: string,
  value: unknown,
  path: readonly PropertyKey[],
  tree: SourceTree,
  schema: z.ZodType,
): string | undefined {
  const inBrackets = /^\s*\{/.test(tree.source);
  if (wanted.includes('a list') && typeof value === 'string') {
    return inBrackets ? 'put it in brackets: [ … ]' : 'write it on the line below, after `- `';
  }
  if (wanted.includes('a list') && kindOf(value) === NAMES.object) {
    return inBrackets ? 'put it in brackets: [{ … }]' : asList(value as object, path, tree, schema);
  }
  if (wanted.includes('text') && typeof value === 'boolean') return `put it in quotes: "${value}"`;
  if (wanted === NAMES.string) return 'write one text behind the key';
  if (wanted === NAMES.object) {
    const known = keysAt(schema, path, tree.data);
    if (hasDash(value, path, tree)) return 'leave out the `- `';
    if (path.length === 0) return `begin with \`${known.find((key) => /^\w/.test(key))}:\``;
    return asEntry(value, known, path, inBrackets);
  }
  if (wanted === NAMES.boolean) return 'write `true` or `false`';
  if (wanted === NAMES.number) return 'write it in digits';
  return undefined;
}

/** Whether a list is written in lines, and not in brackets. */
function hasDash(value: unknown, path: readonly PropertyKey[], tree: SourceTree): boolean {
  if (!Array.isArray(value) || path.length === 0) return false;
  const { line, column } = tree.valueAt(path);
  return tree.source.split('\n')[line - 1]?.[column - 1] === '-';
}

/** `Tools: [Git]` below `skills` is an entry whose name is Tools. */
function asList(map: object, path: readonly PropertyKey[], tree: SourceTree, schema: z.ZodType): string {
  const known = keysAt(schema, [...path, 0], tree.data);
  const main = MAIN_KEYS.find((key) => known.includes(key));
  const [first = ''] = Object.keys(map);
  if (first.startsWith('-')) return 'put a space after each `-`';
  return main === undefined || known.includes(first) || suggest(first, known) !== undefined
    ? 'begin each entry with `- `'
    : `begin each entry with its name: \`- ${main}: ${first}\``;
}

/** `- Rust` among the skills is a skill whose name is Rust. */
function asEntry(
  value: unknown,
  known: readonly string[],
  path: readonly PropertyKey[],
  inBrackets: boolean,
) {
  const main = MAIN_KEYS.find((key) => known.includes(key));
  const text = typeof value === 'string' && value.length <= 40 && !/[\n:#"]/.test(value) ? value : '…';
  if (typeof value !== 'string' || main === undefined) {
    return inBrackets ? 'write { "key": "value" }' : 'write `key: value` lines below it, indented';
  }
  if (inBrackets) return `write { "${main}": "${text}" }`;
  return typeof path.at(-1) === 'number'
    ? `write \`- ${main}: ${text}\``
    : `write \`${main}: ${text}\` on the line below, indented`;
}

/** What a bare text in place of an entry mostly is: the first of these that the entry knows. */
const MAIN_KEYS = ['language', 'institution', 'title', 'network', 'city', 'name', 'organization', 'position'];
