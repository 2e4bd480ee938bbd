import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import { packageRoot } from '../package-root.js';
import { isInside } from '../source/read-inside.js';
import { realPath } from '../source/real-path.js';
import { suggest } from '../source/suggest.js';

// What somebody calls a theme → the folder it lies in. Three kinds of name: one that ships with the program (`classic`),
// a folder (anything with a slash or a leading dot), an npm package (`resumewright-theme-…`). A package is a folder like
// any other, looked for as Node looks for modules; none of its code is ever run.

export interface ThemeFolder {
  /** What the theme is called, and its folder below `out/`. */
  name: string;
  path: string;
}

/** The themes that ship with the package, by name. */
export async function listThemes(): Promise<string[]> {
  const entries = await readdir(join(packageRoot(), 'themes'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** `resumewright-theme-harbour`, `@ada/resumewright-theme-harbour`, `@ada/resumewright-theme`. */
const isThemeFromNpm = (name: string): boolean => PACKAGE.test(name);
const PACKAGE = /^(@[a-z\d~-][\w.~-]*\/resumewright-theme(-[\w.~-]+)?|resumewright-theme-[\w.~-]+)$/i;

/** Where a name stands for a path. */
export const isThemePath = (name: string): boolean => /[\\/]|^\./.test(name) && !isThemeFromNpm(name);

/**
 * Paths begin in the folder `from`, which they may leave as far as `root` goes, and so does the search for packages. Throws
 * UsageError when there is no such theme.
 */
export async function locateTheme(name: string, from: string, root?: string): Promise<ThemeFolder> {
  if (isThemeFromNpm(name)) return locatePackage(name, from);
  if (isThemePath(name)) return locateFolder(name, from, root);
  const path = join(packageRoot(), 'themes', name);
  if (/^[\w-]+$/.test(name) && (await kindOf(join(path, 'theme.yaml'))) === 'file') return { name, path };
  throw await unknownTheme(name, await listThemes(), from);
}

async function locateFolder(name: string, from: string, root: string | undefined): Promise<ThemeFolder> {
  const path = resolve(from, name);
  // Whether there is one elsewhere is not told either.
  if (root !== undefined && !(await liesIn(path, root))) {
    throw new UsageError(
      `the theme ${name} lies outside the folder it may be taken from`,
      'name it on the command line with --theme, or allow the folder of both with --root <folder>',
    );
  }
  if ((await kindOf(join(path, 'theme.yaml'))) === 'file') return { name: basename(path), path };
  throw new UsageError(`there is no theme.yaml in ${name}`, await wayOut(name, path));
}

async function wayOut(name: string, path: string): Promise<string> {
  const kind = await kindOf(path);
  if (kind === 'file') {
    const folder = dirname(name);
    return basename(path) === 'theme.yaml'
      ? `a theme is called by its folder: ${folder === '.' ? './' : folder}`
      : 'that is a file, and a theme is a folder with a theme.yaml';
  }
  const names = kind === 'folder' ? await readdir(path).catch(() => []) : [];
  const other = names.find((file) => /^theme\.(ya?ml|json)$/i.test(file) && file !== 'theme.yaml');
  if (other) return `rename its ${other} to theme.yaml`;
  if (names.includes('theme.yaml')) return 'its theme.yaml is a folder, and should be a file';
  return 'a theme is a folder with a theme.yaml';
}

async function locatePackage(name: string, from: string): Promise<ThemeFolder> {
  for (const start of new Set([resolve(from), process.cwd()])) {
    for (const folder of upwards(start)) {
      const installed = join(folder, 'node_modules', name);
      if ((await kindOf(installed)) !== 'folder') continue;
      // Package managers link packages to where they store them, and what a theme extends lies beside it there.
      const path = await realpath(installed);
      if ((await kindOf(join(path, 'theme.yaml'))) === 'file') return { name: basename(name), path };
      throw new UsageError(
        `the package ${name} has no theme.yaml`,
        'it is no theme of this program; a theme has one beside its package.json',
      );
    }
  }
  throw new UsageError(`the theme \`${name}\` is not installed`, `npm install ${name}`);
}

function* upwards(folder: string): Generator<string> {
  yield folder;
  const parent = dirname(folder);
  if (parent !== folder) yield* upwards(parent);
}

async function unknownTheme(name: string, themes: readonly string[], from: string): Promise<UsageError> {
  const near = suggest(name, themes);
  const there = /^[\w-]+$/.test(name)
    ? await Promise.all(
        [`./${name}`, `resumewright-theme-${name}`].map((other) =>
          locateTheme(other, from).then(
            () => other,
            () => undefined,
          ),
        ),
      )
    : [];
  const meant = there.find((other) => other !== undefined) ?? near;
  return new UsageError(
    `there is no theme \`${name}\``,
    meant ? `did you mean \`${meant}\`?` : `themes: ${themes.join(', ')}; or the path of a theme folder`,
  );
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : undefined;
}

/** Where the folder really is counts; of one that is not there, where it would be. */
async function liesIn(folder: string, root: string): Promise<boolean> {
  const real = await realPath(folder);
  return real === undefined ? isInside(resolve(folder), resolve(root)) : isInside(real, await realpath(root));
}
