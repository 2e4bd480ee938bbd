import type { z } from 'zod';
import { type Diagnostic, formatPath, inFileOrder } from './diagnostic.js';
import type { SourceTree } from './parse.js';
import { keysAt, takesText } from './schema-keys.js';
import { suggest } from './suggest.js';

// What Zod found wrong → diagnostics a person can act on: in file order, each at its key or value, with a suggestion.

type Issue = z.core.$ZodIssue;

/** The names other tools use for our keys; the first candidate that is legal at the place is suggested. */
export type ForeignNames = Readonly<Record<string, readonly string[]>>;

export function diagnose(
  issues: readonly Issue[],
  tree: SourceTree,
  schema: z.ZodType,
  foreign: ForeignNames = {},
): Diagnostic[] {
  const flat = issues.flatMap((issue) => flatten(issue, []));
  const unknown = flat.flatMap((issue) => unknownKeys(issue, tree, schema, foreign));
  // A key that is there under another name is not reported as missing too.
  const meant = new Set(unknown.flatMap(({ means }) => means));
  const others = flat
    .filter((issue) => issue.code !== 'unrecognized_keys')
    .map((issue) => explain(issue, tree))
    .filter(({ rule, path }) => rule !== 'missing-key' || !meant.has(path));
  return inFileOrder([...unknown.map(({ diagnostic }) => diagnostic), ...others]);
}

/**
 * A union reports one list of issues a branch. The branch the author meant is the one that got furthest: its first
 * complaint lies deeper than "this is not the right type at all".
 */
function flatten(issue: Issue, base: readonly PropertyKey[]): Issue[] {
  const path = [...base, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path }];
  const entered = issue.errors.find((branch) =>
    branch.every(
      ({ path: inner, code }) => inner.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value'),
    ),
  );
  if (entered) return entered.flatMap((inner) => flatten(inner, path));
  return [{ ...issue, path }];
}

/** Each key that has no meaning at its place, and the paths of the keys it may stand for. */
function unknownKeys(
  issue: Issue,
  tree: SourceTree,
  schema: z.ZodType,
  foreign: ForeignNames,
): { diagnostic: Diagnostic; means: string[] }[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const { path } = issue;
  const legal = keysAt(schema, path, tree.data);
  const map = valueAt(tree.data, path) as object;
  const isSentence =
    takesText(schema, path, tree.data) && !Object.keys(map).some((key) => legal.includes(key));
  return issue.keys.map((key) => {
    const here = [...path, key];
    const name = key.toLowerCase().replaceAll(/[_\s-]/g, '');
    const known = Object.hasOwn(foreign, name) ? foreign[name] : undefined;
    const native = known?.find((candidate) => legal.includes(candidate));
    const near = native ?? suggest(key, legal);
    const base = {
      severity: 'error' as const,
      file: tree.file,
      rule: 'unknown-key',
      path: formatPath(here),
      place: tree.keyAt(here),
    };
    if (isSentence && !near) {
      const message = `the \`: \` after \`${key}\` makes a key of it`;
      const suggestion = 'put the whole text in quotes';
      return {
        diagnostic: { ...base, message, suggestion },
        means: legal.map((one) => formatPath([...path, one])),
      };
    }
    return {
      diagnostic: {
        ...base,
        message: `unknown key \`${key}\`${path.length > 0 ? ` in ${formatPath(path)}` : ''}`,
        suggestion: native
          ? `here it is \`${native}\``
          : near
            ? `did you mean \`${near}\`?`
            : `known keys: ${legal.join(', ')}`,
      },
      means: near === undefined ? [] : [formatPath([...path, near])],
    };
  });
}

function explain(issue: Issue, tree: SourceTree): Diagnostic {
  const { path } = issue;
  const value = valueAt(tree.data, path);
  const at = { severity: 'error' as const, file: tree.file, path: formatPath(path) };
  if (value === undefined) return { ...at, ...missing(path, tree) };
  const here = { ...at, place: tree.valueAt(path) };
  const name = nameOf(path);

  const options = valuesOf(issue);
  if (options) {
    const near = suggest(String(value), options);
    return {
      ...here,
      rule: 'unknown-value',
      message: `${name} cannot be \`${String(value)}\``,
      suggestion: near ? `did you mean \`${near}\`?` : `one of: ${options.join(', ')}`,
    };
  }
  if (issue.code === 'too_big' || issue.code === 'too_small') {
    const limit = issue.code === 'too_big' ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
    return { ...here, rule: 'wrong-type', message: `${name} is \`${String(value)}\`, and can be ${limit}` };
  }
  const wanted = wantedBy(issue);
  if (!wanted) return { ...here, rule: 'wrong-type', message: `${name}: ${issue.message}` };
  const suggestion = wayOut(wanted, value);
  return {
    ...here,
    rule: 'wrong-type',
    message: `${name} should be ${wanted}, but here is ${kindOf(value)}`,
    ...(suggestion && { suggestion }),
  };
}

/** A key that was left out, or has nothing behind it. */
function missing(path: readonly PropertyKey[], tree: SourceTree) {
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
  return {
    rule: 'missing-key',
    place: above,
    message: `${nameOf(path)} is missing${where}`,
    suggestion: `add \`${formatPath(path.slice(-1))}:\``,
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

function wayOut(wanted: string, value: unknown): string | undefined {
  if (wanted.includes('a list') && typeof value === 'string') return 'begin the line below with `- `';
  if (wanted === 'a list' && kindOf(value) === NAMES.object) return 'begin each entry with `- `';
  if (wanted.includes('text') && typeof value === 'boolean') return `put it in quotes: "${value}"`;
  if (wanted.startsWith('a map')) return 'write `key: value` lines below it, indented';
  if (wanted === NAMES.boolean) return 'write `true` or `false`';
  return undefined;
}

const NAMES: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
  boolean: 'true or false',
  number: 'a number',
};
const kindOf = (value: unknown): string =>
  Array.isArray(value) ? 'a list' : (NAMES[typeof value] ?? typeof value);

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    data,
  );
}
