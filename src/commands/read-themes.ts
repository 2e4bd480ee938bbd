import { ContentError, UsageError } from '../errors.js';
import { isThemePackage, readThemePackage } from '../json-resume-theme/read-theme-package.js';
import type { Diagnostic } from '../source/diagnostic.js';
import { readTheme } from '../theme/read.js';
import type { ReadTheme } from '../theme/read-once.js';
import type { Theme } from '../theme/theme.js';
import { themeReach } from './theme-reach.js';

/**
 * The themes named on the command line. One that does not exist is wrong usage, known before any work begins; so are two
 * that would write into one folder. Here alone a theme may be a package with code: the user named it, not a file that somebody
 * sent. A theme whose files are wrong comes back as what is wrong with it. `root` is how far one may reach for those it
 * extends; undefined for its neighbours. `read` is what reads one; it may remember.
 */
export async function readThemes(
  names: readonly string[],
  root: string | undefined,
  read: ReadTheme = readTheme,
): Promise<{ themes: Theme[] } | { diagnostics: readonly Diagnostic[] }> {
  try {
    const themes = await Promise.all(
      names.map(async (name) =>
        isThemePackage(name) ? readThemePackage(name) : read(name, '.', await themeReach(name, root)),
      ),
    );
    refuseSharedFolders(names, themes);
    return { themes };
  } catch (error) {
    if (error instanceof ContentError) return { diagnostics: error.diagnostics };
    throw error;
  }
}

function refuseSharedFolders(names: readonly string[], themes: readonly Theme[]): void {
  const folders = themes.map(({ name }) => name.toLowerCase());
  const twice = folders.findIndex((name, index) => folders.indexOf(name) !== index);
  const [first, second] = [names[folders.indexOf(folders[twice] ?? '')], names[twice]];
  if (twice < 0) return;
  throw new UsageError(
    `${first} and ${second} would both write to ${folders[twice]}/`,
    'render them one at a time, each with its --out',
  );
}
