import type { z } from 'zod';
import { type Diagnostic, inFileOrder } from './diagnostic.js';
import { explainValue } from './explain-value.js';
import type { SourceTree } from './parse.js';
import { renamed } from './renamed.js';
import { type ForeignNames, type UnknownKey, unknownKeys } from './unknown-keys.js';

// What Zod found wrong → diagnostics a person can act on: in file order, each at its key or value, with a suggestion.

type Issue = z.core.$ZodIssue;

export function diagnose(
  issues: readonly Issue[],
  tree: SourceTree,
  schema: z.ZodType,
  foreign: ForeignNames = {},
): Diagnostic[] {
  const flat = issues.flatMap((issue) => flatten(issue, []));
  const unknown = unknownKeys(flat, tree, schema, foreign);
  // A key that is there under another name is not reported as missing too.
  const meant = new Set(unknown.flatMap(({ means }) => means));
  const others = flat
    .filter((issue) => issue.code !== 'unrecognized_keys')
    .map((issue) => explainValue(issue, tree, schema, foreign))
    .filter(({ rule, path }) => rule !== 'missing-key' || !meant.has(path));
  const below = beneath(unknown, tree, schema, foreign);
  return inFileOrder([...unknown.map(({ diagnostic }) => diagnostic), ...others, ...below]);
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

/** What is wrong below the keys that are misspelt, which Zod never enters: they are judged by the names they stand for. */
function beneath(
  unknown: readonly UnknownKey[],
  tree: SourceTree,
  schema: z.ZodType,
  foreign: ForeignNames,
): Diagnostic[] {
  const { tree: mended, paths } = renamed(
    tree,
    unknown.flatMap(({ path, name }) => (name === undefined ? [] : [{ path, name }])),
  );
  if (paths.length === 0) return [];
  const { error } = schema.safeParse(mended.data);
  const isBelow = (path: readonly PropertyKey[]) =>
    paths.some((top) => top.length <= path.length && top.every((step, index) => step === path[index]));
  const issues = (error?.issues ?? []).filter(({ path }) => isBelow(path));
  return diagnose(issues, mended, schema, foreign).filter(({ path }) => !isOwn(path));
}

/** Keys that begin with `x-` are the author's own. */
const isOwn = (path: string): boolean => /(^|\.)x-[^.]*$/.test(path);
