import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openBrowser } from '../../src/browser/open.js';
import { packageRoot } from '../../src/package-root.js';
import { enterFolder, renderWith } from './command.js';

// What has not changed is left alone; whatever has, in a file or around it, is rendered.

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const RESUME = 'basics: { name: Ada Example, image: me.png }\nmeta: { theme: ./mine }\n';

let folder: Awaited<ReturnType<typeof enterFolder>>;
let env: NodeJS.ProcessEnv;
beforeEach(async () => {
  folder = await enterFolder({
    'cv.yaml': RESUME,
    'me.png': PNG,
    'mine/theme.yaml': 'extends: classic\n',
    'mine/theme.css': 'h1 { color: #111 }\n',
    'mine/partials/joined.hbs': await readFile(join(packageRoot(), 'templates', 'partials', 'joined.hbs')),
  });
  // The date of the file is part of what it says.
  await utimes('cv.yaml', 1_700_000_000, 1_700_000_000);
  env = { ...process.env, XDG_CACHE_HOME: join(folder.path, 'cache') };
});
afterEach(() => folder.leave());

const render = (...argv: string[]) => renderWith(env, 'cv.yaml', '-f', 'html,txt', ...argv);
const PATHS = 'out/cv.html\nout/cv.txt';
const WRITTEN = '1 résumé, 2 files written';
const UNCHANGED = '1 résumé, 0 files written, 2 unchanged';

test('a second run leaves the files alone, and names them all the same', async () => {
  expect(await render()).toEqual({ code: 0, out: PATHS, err: WRITTEN });
  const before = await stat('out/cv.html');
  expect(await render()).toEqual({ code: 0, out: PATHS, err: UNCHANGED });
  const after = await stat('out/cv.html');
  expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  expect((await render('--force')).err).toBe(WRITTEN);
  expect((await stat('out/cv.html')).ino).not.toBe(before.ino);
});

const append = async (path: string, text: string) =>
  writeFile(path, `${await readFile(path, 'utf8')}${text}`);

test.each<[string, () => Promise<void>]>([
  ['the résumé', () => append('cv.yaml', 'work: [{ name: Northwind Grid }]\n')],
  ['the date of the résumé', () => utimes('cv.yaml', 1_700_000_001, 1_700_000_001)],
  ['the photo', () => writeFile('me.png', Buffer.concat([PNG, Buffer.of(0)]))],
  ['theme.yaml', () => append('mine/theme.yaml', 'title: Mine\n')],
  ['theme.css', () => append('mine/theme.css', 'h2 { color: #222 }\n')],
  ['a template', () => append('mine/partials/joined.hbs', '{{! new }}')],
  ['a file that was edited', () => append('out/cv.html', '<!-- mine -->')],
  ['a file that was deleted', () => rm('out/cv.txt')],
  ['notes that were lost', () => rm('cache', { recursive: true })],
])('%s: rendered again', async (_, change) => {
  await render();
  await change();
  expect((await render()).err).toBe(WRITTEN);
  expect((await render()).err).toBe(UNCHANGED);
});

test.each([
  ['--paper', 'letter'],
  ['--embed-source', ''],
  ['--no-verify', ''],
  ['-f', 'md'],
])('another wish, %s %s: rendered again', async (option, value) => {
  await render();
  const { err } = await render(option, ...(value ? [value] : []));
  expect(err).toMatch(/[23] files written$/);
});

test('the date that SOURCE_DATE_EPOCH names counts', async () => {
  await render();
  env.SOURCE_DATE_EPOCH = '1600000000';
  expect((await render()).err).toBe(WRITTEN);
});

test('findings are told by every run', async () => {
  await writeFile('mine/theme.css', '');
  await writeFile('cv.yaml', 'basics: { name: Ada ༀ }\nmeta: { theme: ./mine }\n');
  const first = await render();
  expect(first.err).toContain('[no-glyph]');
  expect((await render()).err).toBe(first.err);
});

test('an error leaves the last good files, and mending it leaves them alone', async () => {
  await render();
  await writeFile('cv.yaml', 'basics: { nam: Ada Example }\n');
  expect((await render()).code).toBe(1);
  await writeFile('cv.yaml', RESUME);
  await utimes('cv.yaml', 1_700_000_000, 1_700_000_000);
  expect((await render()).err).toBe(UNCHANGED);
});

test('notes that are no notes, and a cache that cannot be written, cost nothing but time', async () => {
  await render();
  await rm('cache', { recursive: true });
  await writeFile('cache', 'a file where the folder would be');
  expect((await render()).err).toBe(WRITTEN);
  expect((await render()).err).toBe(WRITTEN);
});

describe('with a browser', { timeout: 120_000 }, () => {
  test('another build of it prints again; the same one is not even started', async () => {
    await using browser = openBrowser({ env: process.env });
    const { path } = await browser.locate();
    const other = join(folder.path, 'browser');
    // A program that may be started, and is not: it would not print.
    await writeFile(other, '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    const print = (program: string) => renderWith(process.env, 'cv.yaml', '-f', 'pdf', '--browser', program);
    expect((await print(path)).code).toBe(0);
    const again = await print(path);
    expect(again).toEqual({ code: 0, out: 'out/cv.pdf', err: '1 résumé, 0 files written, 1 unchanged' });
    expect((await print(other)).code).toBe(3);
  });
});
