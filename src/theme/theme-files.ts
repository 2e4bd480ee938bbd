import { readdirSync } from 'node:fs';
import { basename, isAbsolute, join, relative } from 'node:path';
import { ContentError, UsageError } from '../errors.js';
import { diagnose } from '../source/diagnose.js';
import { parseSource, type SourceTree } from '../source/parse.js';
import { RefusedFile, readInside } from '../source/read-inside.js';
import type { Places } from './fault.js';
import { FOREIGN_WORDS } from './foreign-words.js';
import { PREPARED } from './prepared.js';
import { type ThemeFile, themeSchema } from './schema.js';

// The files in a theme's folder → what they say.

export interface ReadThemeFile {
  file: ThemeFile;
  places: Places;
}

/** A theme's `theme.yaml`. Throws ContentError when it is wrong, UsageError when it cannot be read. */
export function readThemeFile(folder: string): ReadThemeFile {
  const path = join(folder, 'theme.yaml');
  const text = readText(path, folder);
  const prepared = PREPARED.get(text);
  if (prepared) {
    // Looked up only when something is wrong with it after all: with what it extends, say.
    const keyAt: Places['keyAt'] = (at) => parse(text, path).keyAt(at);
    const valueAt: Places['valueAt'] = (at) => parse(text, path).valueAt(at);
    return { file: prepared, places: { file: asSeen(path), keyAt, valueAt } };
  }
  const tree = parse(text, path);
  const result = themeSchema.safeParse(tree.data);
  if (!result.success)
    throw new ContentError(diagnose(result.error.issues, tree, themeSchema, FOREIGN_WORDS));
  return { file: result.data, places: tree };
}

function parse(text: string, path: string): SourceTree {
  const parsed = parseSource(text, asSeen(path));
  if (!('tree' in parsed) || parsed.diagnostics.length > 0) throw new ContentError(parsed.diagnostics);
  return parsed.tree;
}

/** A file below the current folder by its path from there, as it was most likely named. */
function asSeen(path: string): string {
  const below = relative('.', path);
  return below.startsWith('..') || isAbsolute(below) ? path : below;
}

/** Its templates by name, without the ending. */
export function readTemplates(folder: string): Record<string, string> {
  const partials = join(folder, 'partials');
  const names = filesIn(partials).filter((file) => file.endsWith('.hbs'));
  const entries = names.map((file) => [basename(file, '.hbs'), readText(join(partials, file), folder)]);
  const root = readIfThere(join(folder, 'resume.hbs'), folder);
  return { ...Object.fromEntries(entries), ...(root && { resume: root }) };
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Empty where there is none. */
export const readIfThere = (path: string, folder: string): string => readText(path, folder, '');

/** Bytes of one file of a theme. */
const MOST_BYTES = 1_000_000;

/**
 * A theme's file, which lies in the theme's folder; `absent` stands in for one that is not there. Throws UsageError for one
 * that cannot be read.
 */
function readText(path: string, folder: string, absent?: string): string {
  try {
    return readInside(path, folder, MOST_BYTES).toString('utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && absent !== undefined) return absent;
    const wayOut =
      error instanceof RefusedFile ? 'put a text of at most 1 MB there' : 'check its permissions';
    throw new UsageError(`the theme’s file ${path} cannot be read: ${message}`, wayOut);
  }
}
