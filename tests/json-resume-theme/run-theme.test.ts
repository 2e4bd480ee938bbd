import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ContentError, UsageError } from '../../src/errors.js';
import { isThemePackage, readThemePackage } from '../../src/json-resume-theme/read-theme-package.js';
import { runTheme } from '../../src/json-resume-theme/run-theme.js';
import { installed } from './install.js';

// Code that others wrote: what it may do, and what becomes of it when it does something else.

const DATE = new Date('2024-05-01T12:00:00Z');
const ADA = { basics: { name: 'Ada Example' } };

async function page(name: string, resume: object, limits?: { patience: number; bytes: number }) {
  const { theme, remove } = await installed(name);
  try {
    return await runTheme(theme, { resume, date: DATE }, limits);
  } finally {
    await remove();
  }
}

test('a CommonJS package reads its own files, prints what it likes to, and says its margins', async () => {
  const { html, margin } = await page('jsonresume-theme-plain', ADA);
  expect(html).toContain('text-transform: uppercase');
  expect(html).not.toContain('rubbish');
  expect(margin).toBe('12mm 30px 12mm 30px');
});

test('a package of ECMAScript modules in a scope renders by a promise, and to the same page on any day', async () => {
  const { html } = await page('@example/jsonresume-theme-modern', ADA);
  expect(html).toContain('<h1>Ada Example</h1><p>Made on 2024-05-01T12:00:00.000Z, 0.');
  expect((await page('@example/jsonresume-theme-modern', ADA)).html).toBe(html);
});

test.each([
  ['throws', 'Cannot read the stars'],
  ['rejects', 'no reason'],
  ['misprints', 'name is not defined'],
  ['number', 'its `render` gave a number, not a text'],
  ['nothing', 'its `render` gave nothing, not a text'],
  ['leaves', 'its process ended without a page (exit code 0)'],
])('a theme that %s is an error in one line, without a stack', async (way, why) => {
  const outcome = page('jsonresume-theme-broken', { basics: { label: way } });
  await expect(outcome).rejects.toThrow(ContentError);
  const message = `the theme jsonresume-theme-broken made no page: ${why}`;
  await expect(outcome).rejects.toMatchObject({ diagnostics: [{ rule: 'theme-package', message }] });
});

test.each([
  ['loops', 500, 1000, 'no answer within 0.5 seconds'],
  ['never', 500, 1000, 'no answer within 0.5 seconds'],
  ['floods', 60_000, 1_000_000, 'its page is larger than 1 MB'],
])('a theme that %s is stopped', async (way, patience, bytes, why) => {
  const outcome = page('jsonresume-theme-broken', { basics: { label: way } }, { patience, bytes });
  await expect(outcome).rejects.toThrow(why);
});

test('a package without `render` is told so', async () => {
  await expect(page('jsonresume-theme-empty', ADA)).rejects.toThrow('exports no function `render`');
});

let server: Server;
let visitors = 0;
beforeAll(async () => {
  server = createServer((_, response) => response.end('come in'));
  server.on('connection', () => {
    visitors += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => server.close());

test('it reads no file but those of packages, writes none, starts nothing and reaches no network', async () => {
  const { folder, theme, remove } = await installed('jsonresume-theme-hostile');
  try {
    const secret = join(folder, 'cv.yaml');
    await writeFile(secret, 'basics: { name: Ada Example }');
    const { port } = server.address() as AddressInfo;
    const { html } = await runTheme(theme, {
      resume: {
        basics: {
          name: 'Ada',
          url: `http://127.0.0.1:${port}/`,
          summary: secret,
          label: join(folder, 'written'),
        },
      },
      date: DATE,
    });
    expect(html.match(/could not/g)?.length).toBeGreaterThan(40);
    expect(html).not.toContain('COULD');
    expect(visitors).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(['cv.yaml', 'node_modules']);
    expect((await readdir(join(folder, 'node_modules', 'jsonresume-theme-hostile'))).sort()).toEqual([
      'index.js',
      'package.json',
    ]);
  } finally {
    await remove();
  }
});

test('a package is found in a folder above, as Node finds it; elsewhere the error says how to install it', async () => {
  const { folder, remove } = await installed('jsonresume-theme-plain');
  try {
    const theme = await readThemePackage('jsonresume-theme-plain', join(folder, 'a', 'b'));
    expect(theme).toMatchObject({ name: 'jsonresume-theme-plain', package: { root: folder } });
    const missing = readThemePackage('jsonresume-theme-other', folder);
    await expect(missing).rejects.toThrow(UsageError);
    await expect(missing).rejects.toMatchObject({ hint: 'npm install jsonresume-theme-other' });
  } finally {
    await remove();
  }
});

test('only such names are packages: no path, no theme of ours, no other package', () => {
  expect(['jsonresume-theme-even', '@ada/jsonresume-theme-plain'].map(isThemePackage)).toEqual([true, true]);
  expect(
    [
      'classic',
      'even',
      'lodash',
      './jsonresume-theme-even',
      'a/jsonresume-theme-even',
      'jsonresume-theme-../x',
      '@../jsonresume-theme-x',
    ].filter(isThemePackage),
  ).toEqual([]);
});
