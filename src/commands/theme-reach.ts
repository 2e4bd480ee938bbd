import { realpath } from 'node:fs/promises';
import { isInside } from '../source/read-inside.js';
import { isThemePath } from '../theme/locate-theme.js';

/**
 * How far a theme named on the command line may reach for those it extends: over the folder `--root` names, if it lies
 * there itself; undefined for its neighbours only. The theme itself may lie anywhere: the user named it.
 */
export async function themeReach(name: string, root: string | undefined): Promise<string | undefined> {
  if (root === undefined || !isThemePath(name)) return undefined;
  const [theme, folder] = await Promise.all([name, root].map((path) => realpath(path).catch(() => path)));
  return isInside(theme ?? name, folder ?? root) ? root : undefined;
}
