import { UsageError } from '../errors.js';
import { diagnose } from '../source/diagnose.js';
import type { SourceTree } from '../source/parse.js';
import { keysAt, takesList } from '../source/schema-keys.js';
import { READ_NAMES } from './read-names.js';
import { resumeSchema } from './schema.js';

// `style.accent`, `#0b5a44` → a value that stands in place of what a résumé's `meta` has there. What is wrong with it is
// known before any file is opened.

export interface Setting {
  /** From the top of the résumé: `['meta', 'style', 'accent']`. */
  path: readonly string[];
  /** Undefined takes away what the file has. */
  value: unknown;
  /** As the user gave it, for messages. */
  given: string;
}

/**
 * `path` has dots between its keys and begins below `meta`. A text becomes a list where one is wanted, at its commas; one
 * of nothing takes away what the file has. `given` is how the user gave it. Throws UsageError.
 */
export function parseSetting(path: string, value: unknown, given: string): Setting {
  const keys = path.split('.').map((key) => key.trim());
  const refuse = (message: string, hint?: string) => new UsageError(`${given}: ${message}`, hint);
  if (keys.includes(''))
    throw refuse('there is no name before `=`', 'write one such as style.accent=#0b5a44');
  if (keys[0] === 'meta') {
    const rest = keys.slice(1).join('.');
    throw refuse('all that can be set stands in `meta`', `leave \`meta.\` out: ${rest || 'style.accent'}=…`);
  }
  const at = ['meta', ...keys];
  const setting = { path: at, value: typed(value, at), given };
  // A key that takes a value away has to be one, too.
  const isAway = setting.value === undefined;
  const tree = treeOf(at, isAway ? 'x' : setting.value, given);
  const { error } = resumeSchema.safeParse(tree.data);
  const [wrong] = diagnose(error?.issues ?? [], tree, resumeSchema, READ_NAMES).filter(
    ({ rule, path: where }) => !isAway || rule === 'unknown-key' || where !== at.join('.'),
  );
  if (!wrong) return setting;
  if (keysAt(resumeSchema, [], {}).includes(keys[0] ?? ''))
    throw refuse(wrong.message, 'only what stands in `meta` can be set here: write it in the file');
  const below = keysAt(resumeSchema, at, tree.data);
  const isWhole = wrong.rule === 'wrong-type' && wrong.path === at.join('.') && typeof value === 'string';
  if (isWhole && below.length > 0)
    throw refuse(wrong.message, `set what stands in it: ${below.map((key) => `${path}.${key}`).join(', ')}`);
  throw refuse(
    wrong.message,
    isWhole && path === 'titles' ? 'set one of them: titles.work=…' : wrong.suggestion,
  );
}

/** As the reader of a file would have it: texts, and numbers as they are written. */
function typed(value: unknown, path: readonly string[]): unknown {
  if (typeof value === 'number') return String(value);
  if (value === null || value === '') return undefined;
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (text === '') return undefined;
  if (!takesList(resumeSchema, path, {})) return text;
  const items = text.replace(/^\[(.*)\]$/s, '$1').split(',');
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

/** The least résumé that has this value. */
function treeOf(path: readonly string[], value: unknown, file: string): SourceTree {
  const start = { line: 1, column: 1, length: 1 };
  const inside = path.slice(1).reduceRight((inner, key) => ({ [key]: inner }), value);
  return {
    file,
    source: '',
    data: { basics: { name: 'Ada' }, meta: inside },
    valueAt: () => start,
    keyAt: () => start,
  };
}
