import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isMap } from '../source/is-map.js';
import { parseSource } from '../source/parse.js';
import { locate } from './read.js';

/**
 * The folders a theme is read from: its own, then those it extends, as far as its files can be followed. `name` and `from`
 * are those of `readTheme`, but a theme that is broken or not there is no error here: this is where to look for its repair.
 */
export async function themeFolders(
  name: string,
  from = '.',
  seen: readonly string[] = [],
): Promise<string[]> {
  const folder = await locate(name, from).catch(() => undefined);
  if (folder === undefined) return /[\\/]|^\./.test(name) ? [...seen, resolve(from, name)] : [...seen];
  if (seen.includes(folder)) return [...seen];
  const parent = await parentOf(join(folder, 'theme.yaml'));
  return parent === undefined ? [...seen, folder] : themeFolders(parent, folder, [...seen, folder]);
}

async function parentOf(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const parsed = parseSource(text, path);
  if (!('tree' in parsed) || !isMap(parsed.tree.data)) return undefined;
  const { extends: parent } = parsed.tree.data;
  return typeof parent === 'string' ? parent : undefined;
}
