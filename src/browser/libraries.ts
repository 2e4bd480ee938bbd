import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';

// In: names of shared libraries. Out: those that the dynamic loader of this Linux would not find.
// Why: a bare container has no NSS. Looking where the loader looks (its cache, its default folders,
// LD_LIBRARY_PATH) costs a few small reads; starting the browser just to see it fail costs a process per run.

export interface LibrarySearch {
  env: NodeJS.ProcessEnv;
  /** What ldconfig writes: the loader's own index of every library it knows. */
  cacheFile?: string;
  /** Searched by the loader whatever its cache says. */
  folders?: readonly string[];
}

const CACHE_FILE = '/etc/ld.so.cache';
const FOLDERS = [
  '/lib64',
  '/usr/lib64',
  '/lib/x86_64-linux-gnu',
  '/usr/lib/x86_64-linux-gnu',
  '/lib',
  '/usr/lib',
];

export async function missingLibraries(names: readonly string[], search: LibrarySearch): Promise<string[]> {
  const { env, cacheFile = CACHE_FILE, folders = FOLDERS } = search;
  const cache = await readFile(cacheFile, 'latin1').catch(() => '');
  const own = (env.LD_LIBRARY_PATH ?? '').split(':').filter((folder) => folder !== '');
  const found = await Promise.all(
    names.map(async (name) => cache.includes(`${name}\0`) || isInOneOf([...own, ...folders], name)),
  );
  return names.filter((_, i) => !found[i]);
}

async function isInOneOf(folders: readonly string[], name: string): Promise<boolean> {
  for (const folder of folders) {
    const there = await access(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (there) return true;
  }
  return false;
}
