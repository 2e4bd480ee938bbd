import { realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { packageRoot } from '../package-root.js';
import type { Resume } from '../resume/schema.js';
import { isInside } from '../source/read-inside.js';
import { themeFolders } from '../theme/theme-folders.js';

// A résumé → the files and folders it is made from, and whether a change somewhere concerns it.

/**
 * Absolute paths, also of what is not there yet. `resume` is what the file holds, if it can be read; `themes` those of the
 * command line; `root` is the folder that pictures are taken from, if not the résumé’s own.
 */
export async function originsOf(
  file: string,
  resume: Resume | undefined,
  themes: readonly string[] = [],
  root = dirname(file),
): Promise<string[]> {
  const home = dirname(file);
  const { image } = resume?.basics ?? {};
  const ofTheme =
    themes.length > 0
      ? await originsOfThemes(themes)
      : await originsOfThemes([resume?.meta?.theme ?? 'classic'], home);
  const picture = image === undefined ? undefined : join(home, image);
  // A résumé names what it likes; only what lies in this folder is ever read.
  const isRead = picture !== undefined && isInside(resolve(picture), resolve(root));
  return [...new Set([...(await alsoBehindLinks(isRead ? [file, picture] : [file])), ...ofTheme])];
}

/** The same of themes alone, whose paths begin in the folder `from`; one that is broken or not there has its folder, too. */
export async function originsOfThemes(names: readonly string[], from = '.'): Promise<string[]> {
  const found = await Promise.all(names.map((name) => themeFolders(name, from)));
  const folders = [join(packageRoot(), 'templates'), ...found.flat()];
  return alsoBehindLinks([...folders, ...folders.map((folder) => join(folder, 'partials'))]);
}

/** A change behind a link is not seen at the link. */
async function alsoBehindLinks(paths: readonly string[]): Promise<string[]> {
  const absolute = paths.map((path) => resolve(path));
  const real = await Promise.all(absolute.map((path) => realpath(path).catch(() => path)));
  return [...new Set([...absolute, ...real])];
}

/** `changed` are absolute paths: of a file or folder itself, of something in it, or of a folder it lies in. */
export function concerns(origins: readonly string[], changed: Iterable<string>): boolean {
  return [...changed].some((path) =>
    origins.some((origin) => isInside(path, origin) || isInside(origin, path)),
  );
}
