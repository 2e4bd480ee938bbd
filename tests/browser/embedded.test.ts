import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import {
  chmod,
  chown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliCompressSync } from 'node:zlib';
import { pack } from 'tar-fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type EmbeddedOptions, embeddedBrowser } from '../../src/browser/embedded.js';
import { MachineError } from '../../src/errors.js';
import { scratch } from './scratch.js';

// A package of the same shape with a browser of a few bytes; the real one is started in open.test.ts.

const PROGRAM = '#!/bin/sh\necho genuine\n';
const folder = scratch();
const packageFolder = join(folder, 'package');

beforeAll(async () => {
  mkdirSync(join(packageFolder, 'bin'), { recursive: true });
  await writeFile(join(packageFolder, 'package.json'), '{ "version": "1.2.3" }');
  await writeFile(join(packageFolder, 'bin', 'chromium.br'), brotliCompressSync(PROGRAM));
  const libraries = join(folder, 'tree');
  await mkdir(join(libraries, 'lib'), { recursive: true });
  await writeFile(join(libraries, 'lib', 'libnss3.so'), 'genuine');
  const chunks: Buffer[] = [];
  await pipeline(pack(libraries, { entries: ['lib/libnss3.so'] }), async (tar) => {
    for await (const chunk of tar) chunks.push(chunk as Buffer);
  });
  await writeFile(join(packageFolder, 'bin', 'al2023.tar.br'), brotliCompressSync(Buffer.concat(chunks)));
});

const supported = process.platform === 'linux' && process.arch === 'x64';
const isRoot = process.getuid?.() === 0;

/** A home of its own for each test. */
function options(home: string, more: Partial<EmbeddedOptions> = {}): EmbeddedOptions {
  const temporaryRoot = join(folder, home, 'tmp');
  mkdirSync(temporaryRoot, { recursive: true });
  return { env: {}, home: join(folder, home), temporaryRoot, packageFolder, lacks: async () => [], ...more };
}

async function browser(o: EmbeddedOptions) {
  const found = await embeddedBrowser(o);
  expect(found).toBeDefined();
  return found as NonNullable<typeof found>;
}

const inode = async (path: string) => (await stat(path)).ino;
const says = (path: string) => execFileSync(path, { encoding: 'utf8' });
const cacheOf = (o: EmbeddedOptions) => join(o.home, '.cache', 'resumewright');

describe.skipIf(!supported)('embeddedBrowser', () => {
  it('unpacks into a private folder of the cache', async () => {
    const o = options('fresh');
    const found = await browser(o);
    expect(found).toEqual({ path: join(cacheOf(o), 'chromium-1.2.3', 'chromium'), env: {} });
    expect(says(found.path)).toBe('genuine\n');
    for (const path of [cacheOf(o), dirname(found.path)]) expect((await stat(path)).mode & 0o777).toBe(0o700);
    expect((await stat(found.path)).mode & 0o777).toBe(0o700);
    expect(await readdir(cacheOf(o))).toEqual(['chromium-1.2.3']);
  });

  it('honours XDG_CACHE_HOME', async () => {
    const cache = join(folder, 'xdg');
    const found = await browser(options('xdg-home', { env: { XDG_CACHE_HOME: cache } }));
    expect(found.path).toBe(join(cache, 'resumewright', 'chromium-1.2.3', 'chromium'));
  });

  it('does not depend on the umask', async () => {
    const before = process.umask(0o002);
    try {
      const o = options('umask');
      const first = await inode((await browser(o)).path);
      const again = await browser(o);
      expect(again.temporary).toBeUndefined();
      expect(await inode(again.path)).toBe(first);
    } finally {
      process.umask(before);
    }
  });

  it('uses what it unpacked before', async () => {
    const o = options('reuse');
    const { path } = await browser(o);
    const first = await inode(path);
    // With nothing left to unpack from.
    const hollow = join(folder, 'hollow');
    await mkdir(hollow);
    await writeFile(join(hollow, 'package.json'), '{ "version": "1.2.3" }');
    const again = await browser({ ...o, packageFolder: hollow });
    expect(again).toEqual({ path, env: {} });
    expect(await inode(path)).toBe(first);
  });

  it.each<[string, (home: string) => Promise<unknown>]>([
    [
      'a program of another size',
      (home) => writeFile(join(home, 'chromium'), '#!/bin/sh\necho something else\n'),
    ],
    ['a program that others may change', (home) => chmod(join(home, 'chromium'), 0o722)],
    ['a folder that others may change', (home) => chmod(home, 0o770)],
    ['a library of another size', (home) => writeFile(join(home, 'lib', 'libnss3.so'), 'something else')],
    ['a library that was added', (home) => writeFile(join(home, 'lib', 'libextra.so'), 'planted')],
    ['a folder never finished', (home) => rm(join(home, 'unpacked.json'))],
    ['a marker that is not one', (home) => writeFile(join(home, 'unpacked.json'), '[')],
    [
      'a link in place of the program',
      async (home) => {
        await rename(join(home, 'chromium'), join(home, '..', 'elsewhere'));
        await symlink(join(home, '..', 'elsewhere'), join(home, 'chromium'));
      },
    ],
    [
      'a link in place of the folder',
      async (home) => {
        await rename(home, `${home}-moved`);
        await symlink(`${home}-moved`, home);
      },
    ],
  ])('does not trust %s', async (what, spoil) => {
    const o = options(`spoilt ${what}`);
    const { path } = await browser(o);
    const first = await inode(path);
    await spoil(dirname(path));
    const again = await browser(o);
    expect(again.path).toBe(path);
    expect(await inode(path)).not.toBe(first);
    expect(says(path)).toBe('genuine\n');
    expect(await readFile(join(dirname(path), 'lib', 'libnss3.so'), 'utf8')).toBe('genuine');
    expect((await readdir(dirname(path))).sort()).toEqual(['chromium', 'lib', 'unpacked.json']);
    expect((await readdir(cacheOf(o))).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it.runIf(isRoot)('does not trust a folder of another user', async () => {
    const o = options('foreign');
    const { path } = await browser(o);
    const first = await inode(path);
    await chown(dirname(path), 12345, 12345);
    expect(await inode((await browser(o)).path)).not.toBe(first);
  });

  it('keeps out of a cache that others may change, at the price of unpacking for this run alone', async () => {
    const o = options('open cache');
    await mkdir(cacheOf(o), { recursive: true });
    await chmod(cacheOf(o), 0o777);
    const found = await browser(o);
    expect(found.temporary).toBe(dirname(found.path));
    expect(dirname(dirname(found.path))).toBe(o.temporaryRoot);
    expect((await stat(dirname(found.path))).mode & 0o777).toBe(0o700);
    expect(says(found.path)).toBe('genuine\n');
    expect(await readdir(cacheOf(o))).toEqual([]);
  });

  it('does the same without a home to write to', async () => {
    const o = options('no home');
    await writeFile(join(o.home, '.cache'), 'a file where the folder would be');
    expect((await browser(o)).temporary).toBeDefined();
  });

  it('fails as the machine’s lack when there is nowhere to unpack', async () => {
    const o = options('nowhere', { temporaryRoot: join(folder, 'no such folder') });
    await writeFile(join(o.home, '.cache'), '');
    const error = await embeddedBrowser(o).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(MachineError);
    expect((error as MachineError).message).toBe(
      `No folder for temporary files: ${o.temporaryRoot} does not exist`,
    );
    expect((error as MachineError).hint).toContain('TMPDIR');
  });

  it('ends with one folder when several runs unpack at once', async () => {
    const o = options('race');
    const found = await Promise.all(Array.from({ length: 6 }, () => browser(o)));
    expect(new Set(found.map(({ path }) => path)).size).toBe(1);
    expect(says(found[0]?.path ?? '')).toBe('genuine\n');
    expect(await readdir(cacheOf(o))).toEqual(['chromium-1.2.3']);
  });

  it('clears away what a killed run left, but not what another is at work on', async () => {
    const o = options('sweep');
    const [old, young] = ['.chromium-1.2.3-old', '.chromium-1.2.3-young'].map((n) => join(cacheOf(o), n));
    for (const path of [old, young]) await mkdir(path as string, { recursive: true, mode: 0o700 });
    execFileSync('touch', ['-d', '2020-01-01', old as string]);
    await chmod(cacheOf(o), 0o700);
    await browser(o);
    expect((await readdir(cacheOf(o))).sort()).toEqual(['.chromium-1.2.3-young', 'chromium-1.2.3']);
  });

  it('puts its own libraries before others where the system lacks one', async () => {
    const asked: string[] = [];
    const lacks = async (names: readonly string[]) => {
      asked.push(...names);
      return ['libnss3.so'];
    };
    const bare = await browser(options('nss', { lacks }));
    const lib = join(dirname(bare.path), 'lib');
    expect(bare.env).toEqual({ LD_LIBRARY_PATH: lib });
    expect(await readdir(lib)).toContain('libnss3.so');
    expect(asked).toContain('libnss3.so');
    const set = await browser(options('nss', { lacks, env: { LD_LIBRARY_PATH: '/opt/lib' } }));
    expect(set.env).toEqual({ LD_LIBRARY_PATH: `${lib}:/opt/lib` });
  });
});

it.each([
  ['darwin', 'arm64'],
  ['win32', 'x64'],
  ['linux', 'arm64'],
] as const)('has nothing for %s on %s', async (platform, arch) => {
  expect(await embeddedBrowser(options('other', { platform, arch }))).toBeUndefined();
});
