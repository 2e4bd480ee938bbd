import { realpath } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { packageRoot } from '../package-root.js';
import type { Resume } from '../resume/schema.js';
import { themeFolders } from '../theme/theme-folders.js';

// A résumé → the files and folders it is made from, and whether a change somewhere concerns it.

/**
 * Absolute paths, also of what is not there yet. `resume` is what the file holds, if it can be read; `themes` those of the
 * command line.
 */
export async function originsOf(
  file: string,
  resume: Resume | undefined,
  themes: readonly string[] = [],
): Promise<string[]> {
  const home = dirname(file);
  const { image } = resume?.basics ?? {};
  const found =
    themes.length > 0
      ? themes.map((name) => themeFolders(name))
      : [themeFolders(resume?.meta?.theme ?? 'classic', home)];
  const folders = [join(packageRoot(), 'templates'), ...(await Promise.all(found)).flat()];
  const picture = image === undefined ? undefined : join(home, image);
  const paths = [file, ...folders, ...folders.map((folder) => join(folder, 'partials'))];
  // A résumé names what it likes; only what lies in its own folder is ever read.
  if (picture !== undefined && isWithin(resolve(picture), resolve(home))) paths.push(picture);
  const absolute = paths.map((path) => resolve(path));
  // A change behind a link is not seen at the link.
  const real = await Promise.all(absolute.map((path) => realpath(path).catch(() => path)));
  return [...new Set([...absolute, ...real])];
}

/** `changed` are absolute paths: of a file or folder itself, of something in it, or of a folder it lies in. */
export function concerns(origins: readonly string[], changed: Iterable<string>): boolean {
  return [...changed].some((path) =>
    origins.some((origin) => path === origin || isWithin(path, origin) || isWithin(origin, path)),
  );
}

const isWithin = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
