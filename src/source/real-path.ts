import { realpath } from 'node:fs/promises';

/** Where a path leads, links followed; undefined where there is nothing, or nothing to be seen. */
export const realPath = (path: string): Promise<string | undefined> => realpath(path).catch(() => undefined);
