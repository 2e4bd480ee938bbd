import type { ThemeFile } from './schema.js';

/**
 * What the themes that ship with the program say: the text of a theme.yaml → the same as data. Empty here; the build fills it in
 * (scripts/build.js), for to read one takes as long as to read half a résumé. A text that was changed since is read.
 */
export const PREPARED: ReadonlyMap<string, ThemeFile> = new Map();
