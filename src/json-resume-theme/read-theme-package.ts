import { realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import { readTheme } from '../theme/read.js';
import type { Theme } from '../theme/theme.js';

// The name of a JSON Resume theme → where npm put it. Nothing of it is read or run yet.

/** What such packages are called (https://jsonresume.org/themes). */
export const isThemePackage = (name: string): boolean =>
  /^(@[a-z\d][\w.-]*\/)?jsonresume-theme-[\w.-]+$/i.test(name);

/**
 * A theme whose page comes from the package, found as Node would from the folder `from`. Word, text and pages take their
 * styles and paper from `classic`, but nothing in it gives way to a page budget. Throws UsageError where it is not installed.
 */
export async function readThemePackage(name: string, from = '.'): Promise<Theme> {
  const root = await findRoot(name, resolve(from));
  if (root === undefined)
    throw new UsageError(`the theme ${name} is not installed here`, `npm install ${name}`);
  const real = await realpath(join(root, 'node_modules', name));
  const { baseCss: _, ...neutral } = await readTheme('classic');
  return {
    ...neutral,
    name: name.replace(/^@/, '').replace('/', '-'),
    title: name,
    description: '',
    slack: {},
    templates: {},
    baseCss: '',
    order: [],
    aside: [],
    titles: {},
    package: {
      name,
      root,
      folders: [
        ...new Set([real, ...[real, root].flatMap(above).map((folder) => join(folder, 'node_modules'))]),
      ],
    },
  };
}

async function findRoot(name: string, from: string): Promise<string | undefined> {
  for (const folder of above(from)) {
    const found = await stat(join(folder, 'node_modules', name, 'package.json')).catch(() => undefined);
    if (found?.isFile()) return folder;
  }
  return undefined;
}

/** The folder and those around it, the innermost first. */
function above(folder: string): string[] {
  const outer = dirname(folder);
  return outer === folder ? [folder] : [folder, ...above(outer)];
}
