import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { missingLibraries } from '../../src/browser/libraries.js';
import { scratch } from './scratch.js';

const folder = scratch();

it('looks in the cache of the loader, in its folders and in LD_LIBRARY_PATH', async () => {
  const cacheFile = join(folder, 'ld.so.cache');
  await writeFile(cacheFile, 'glibc-ld.so.cache1.1\0libcached.so\0/usr/lib/libcached.so\0libpart.so.6\0');
  for (const [sub, name] of [
    ['default', 'libdefault.so'],
    ['own', 'libown.so'],
  ] as const) {
    await mkdir(join(folder, sub));
    await writeFile(join(folder, sub, name), '');
  }
  const names = ['libcached.so', 'libdefault.so', 'libown.so', 'libpart.so', 'libnone.so'];
  const search = { cacheFile, folders: [join(folder, 'default')] };
  const env = { LD_LIBRARY_PATH: `${join(folder, 'absent')}:${join(folder, 'own')}` };
  expect(await missingLibraries(names, { ...search, env })).toEqual(['libpart.so', 'libnone.so']);
  expect(await missingLibraries(names, { ...search, env: {} })).toContain('libown.so');
});

it('finds nothing where nothing is', async () => {
  const nowhere = { env: {}, cacheFile: join(folder, 'absent'), folders: [] };
  expect(await missingLibraries(['libnss3.so'], nowhere)).toEqual(['libnss3.so']);
});
