import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupsUsing } from '../browser/scratch.js';
import { enterFolder, render } from './command.js';
import { type Watching, watching } from './watching.js';

// `render --watch`, as somebody with an editor beside it sees it.

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const resume = (name: string, more = '') => `basics: { name: ${name}${more} }\n`;

let folder: Awaited<ReturnType<typeof enterFolder>>;
let program: Watching | undefined;
beforeEach(async () => {
  folder = await enterFolder({
    'resumes/ada.yaml': resume('Ada Example'),
    'resumes/bob.yaml': `${resume('Bob Example', ', image: bob.png')}meta: { theme: ../mine }\n`,
    'resumes/bob.png': PNG,
    'mine/theme.yaml': 'extends: classic\n',
  });
  await mkdir('tmp');
});
afterEach(async () => {
  await program?.end('SIGTERM');
  program = undefined;
  await folder.leave();
});

function watch(...argv: string[]): Watching {
  const env = { ...process.env, XDG_CACHE_HOME: join(folder.path, 'cache') };
  program = watching(folder.path, ['--watch', '-f', 'html,txt', '--root', '.', ...argv], env);
  return program;
}

const WAITING = /Watching for changes; Ctrl-C ends\.\n/;
const text = (name: string) => readFile(`out/${name}.txt`, 'utf8');

test('an edit renders the résumé it is in, and no other', async () => {
  const { until } = watch();
  expect(await until(WAITING)).toContain('2 résumés, 4 files written\nNo findings. ');
  const before = await stat('out/bob.txt');
  await writeFile('resumes/ada.yaml', resume('Ada Newman'));
  expect(await until(WAITING)).toContain('1 résumé, 2 files written\n');
  expect(await text('ada')).toBe('Ada Newman\n');
  expect((await stat('out/bob.txt')).ino).toBe(before.ino);
});

test('a mistake is shown with its line, the last good files stay, and mending it is told', async () => {
  const { until } = watch();
  await until(WAITING);
  await writeFile('resumes/ada.yaml', 'basics: { nam: Ada Newman }\n');
  const wrong = await until(WAITING);
  expect(wrong).toContain('1 | basics: { nam: Ada Newman }\n');
  expect(wrong).toContain('did you mean `name`?');
  expect(wrong).toMatch(/\d errors? left\. /);
  expect(await text('ada')).toBe('Ada Example\n');
  // What is left is also told by a round that has nothing to do with it.
  await writeFile('resumes/bob.yaml', resume('Bob Newman'));
  expect(await until(WAITING)).toMatch(/1 résumé, 2 files written\n\d errors? left\. /);
  await writeFile('resumes/ada.yaml', resume('Ada Newman'));
  expect(await until(WAITING)).toContain('1 résumé, 2 files written\nFixed: no findings are left. ');
  expect(await text('ada')).toBe('Ada Newman\n');
});

/** The ways editors save a file. */
const SAVES: Record<string, (path: string, content: string) => Promise<void>> = {
  async 'writes another file and renames it'(path, content) {
    await writeFile(`${path}.new`, content);
    await rename(`${path}.new`, path);
  },
  async 'renames the old file away and writes a new one'(path, content) {
    await rename(path, `${path}~`);
    await writeFile(path, content);
    await rm(`${path}~`);
  },
  async 'empties the file and fills it bit by bit'(path, content) {
    const file = await open(path, 'w');
    for (const letter of content) await file.write(letter);
    await file.close();
  },
  async 'deletes the file and makes it anew'(path, content) {
    await rm(path);
    await writeFile(path, content);
  },
};

test.each(Object.keys(SAVES))('an editor that %s, again and again', async (habit) => {
  const { until } = watch('resumes/ada.yaml');
  await until(WAITING);
  for (const name of ['Ada One', 'Ada Two', 'Ada Three']) {
    await SAVES[habit]?.('resumes/ada.yaml', resume(name));
    // A slow disk may show the file half saved; the round after has it whole.
    while ((await text('ada')) !== `${name}\n`) await until(WAITING);
  }
});

test('a file that is gone for a while, and the folder with it', async () => {
  const { until } = watch('resumes/ada.yaml');
  await until(WAITING);
  await rename('resumes', 'elsewhere');
  expect(await until(WAITING)).toContain('there is no file resumes/ada.yaml');
  await writeFile('elsewhere/ada.yaml', resume('Ada Newman'));
  await rename('elsewhere', 'resumes');
  expect(await until(WAITING)).toContain('Fixed: no findings are left. ');
  expect(await text('ada')).toBe('Ada Newman\n');
  await writeFile('resumes/ada.yaml', resume('Ada Third'));
  await until(WAITING);
  expect(await text('ada')).toBe('Ada Third\n');
});

test('a new résumé in the folder is rendered; one that is taken away is forgotten', async () => {
  const { until } = watch();
  await until(WAITING);
  await writeFile('resumes/cyd.yaml', 'basics: {}\n');
  expect(await until(WAITING)).toContain('resumes/cyd.yaml:1:');
  await rm('resumes/cyd.yaml');
  expect(await until(WAITING)).toBe('Fixed: no findings are left. Watching for changes; Ctrl-C ends.\n');
});

test.each<[string, () => Promise<void>]>([
  ['its theme', () => writeFile('mine/theme.yaml', 'extends: classic\ntitle: Mine\n')],
  ['a style sheet that its theme did not have', () => writeFile('mine/theme.css', 'h1 { color: #111 }\n')],
  [
    'a template in a folder that was not there',
    async () => {
      await mkdir('mine/partials');
      await writeFile('mine/partials/joined.hbs', '{{#each this}}{{this}}{{/each}}');
    },
  ],
  ['its picture', () => writeFile('resumes/bob.png', Buffer.concat([PNG, Buffer.of(0)]))],
])('a change of %s renders the résumé that has it', async (_, change) => {
  const { until } = watch();
  await until(WAITING);
  const before = await stat('out/ada.txt');
  await change();
  let told = await until(WAITING);
  // A folder and the file in it may be two rounds.
  while (told.includes('unchanged')) told = await until(WAITING);
  expect(told).toMatch(/^out\/bob\.html\nout\/bob\.txt\n1 résumé, 2 files written\n/);
  expect((await stat('out/ada.txt')).ino).toBe(before.ino);
});

test('a theme that is broken from the start, mended, taken away and brought back', async () => {
  await writeFile('mine/theme.yaml', 'extends: clasic\n');
  const { until } = watch('-t', './mine');
  expect(await until(WAITING)).toContain('did you mean `classic`?');
  await writeFile('mine/theme.yaml', 'extends: classic\n');
  expect(await until(WAITING)).toContain('2 résumés, 4 files written\nFixed: no findings are left. ');
  await rename('mine', 'away');
  expect(await until(WAITING)).toContain('there is no theme.yaml in ./mine');
  await rename('away', 'mine');
  expect(await until(WAITING)).toContain('Fixed: no findings are left. ');
});

test('a theme that stays broken is told of once, whatever happens beside it', async () => {
  const { until, saidSince } = watch('-t', './mine');
  await until(WAITING);
  const beside = async (...paths: string[]) => {
    for (const path of paths) await writeFile(path, '');
    // Time enough for a program that minds.
    await setTimeout(500);
    return saidSince();
  };
  await writeFile('mine/theme.yaml', 'extends: classic\ncolors: [oops\n');
  expect(await until(WAITING)).toContain('2 | colors: [oops');
  expect(await beside('w.err', 'resumes/w.err', 'mine/w.err', 'mine/theme.yaml~')).toBe('');
  await rename('mine', 'away');
  expect(await until(WAITING)).toContain('there is no theme.yaml in ./mine');
  expect(await beside('w.err', 'away/w.err')).toBe('');
  await rename('away', 'mine');
  expect(await until(WAITING)).toContain('2 | colors: [oops');
  await writeFile('mine/theme.yaml', 'extends: classic\n');
  expect(await until(WAITING)).toContain('Fixed: no findings are left. ');
});

test('what render refuses, --watch refuses', async () => {
  expect((await render('--watch', '-t', 'clasic')).code).toBe(2);
  expect((await render('--watch', 'a/cv.yaml', 'b/cv.yaml')).code).toBe(2);
});

describe('the end', { timeout: 120_000 }, () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with 0, and no browser is left', async (signal) => {
    const env = { ...process.env, TMPDIR: join(folder.path, 'tmp') };
    program = watching(folder.path, ['--watch', '-f', 'pdf', 'resumes/ada.yaml'], env);
    await program.until(WAITING);
    const [profile] = await readdir('tmp');
    await writeFile('resumes/ada.yaml', resume('Ada Newman'));
    await program.until(WAITING);
    // The browser that printed first has printed again.
    expect(await readdir('tmp')).toEqual([profile]);
    expect(await program.end(signal)).toEqual({ code: 0, signal: null });
    expect(await readdir('tmp')).toEqual([]);
    if (process.platform === 'linux') expect(await groupsUsing(join(folder.path, 'tmp'))).toEqual([]);
  });
});
