import { resolve } from 'node:path';
import type { Theme } from './theme.js';

// Many résumés in one theme: its two dozen files are read for the first of them.

/** As `readTheme` in read.ts. */
export type ReadTheme = (name: string, from?: string, root?: string) => Promise<Theme>;

export interface ThemeMemory {
  read: ReadTheme;
  /** Forgets them all, where one may have changed. */
  clear(): void;
}

/** Themes as they are read first, and so are the errors of those that cannot be. */
export function rememberThemes(): ThemeMemory {
  const known = new Map<string, Promise<Theme>>();
  return {
    read(name, from = '.', root) {
      const key = JSON.stringify([name, resolve(from), root === undefined ? '' : resolve(root)]);
      const theme =
        known.get(key) ?? import('./read.js').then(({ readTheme }) => readTheme(name, from, root));
      known.set(key, theme);
      return theme;
    },
    clear: () => known.clear(),
  };
}
