import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { listThemes } from '../../src/theme/read.js';
import { enterFolder, render, renderWith } from './command.js';

const run = promisify(execFile);
const cli = join(packageRoot(), 'dist', 'cli.js');

test('render writes one file a format, names each on stdout and ends with 0', async () => {
  const folder = await enterFolder({ 'cv.yaml': 'basics:\n  name: Ada Example\n' });
  try {
    const { code, out } = await render('cv.yaml', '--theme', 'classic');
    expect(out).toBe('out/cv.pdf\nout/cv.html\nout/cv.docx');
    expect(code).toBe(0);
    expect((await readFile('out/cv.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await readFile('out/cv.docx')).subarray(0, 2).toString()).toBe('PK');
  } finally {
    await folder.leave();
  }
});

test('without files, resumes/ is rendered, else resume.yaml', async () => {
  const one = await enterFolder({
    'resume.yaml': 'basics:\n  name: A\n',
    'resume.json': '{"basics":{"name":"B"}}',
  });
  expect((await render('-f', 'txt')).out).toBe('out/resume.txt');
  expect(await readFile('out/resume.txt', 'utf8')).toBe('A\n');
  await one.leave();
  const many = await enterFolder({
    'resumes/b.json': '{"basics":{"name":"B"}}',
    'resumes/a.yml': 'basics:\n  name: A\n',
    'resumes/notes.md': '',
    'resume.yaml': 'basics:\n  name: C\n',
  });
  expect((await render('-f', 'txt')).out).toBe('out/a.txt\nout/b.txt');
  await many.leave();
});

test('a list of themes writes a folder for each', async () => {
  const folder = await enterFolder({
    'cv.yaml': 'basics:\n  name: A\n',
    'mine/theme.yaml': 'extends: classic\nfonts: { body: Tinos }\n',
  });
  try {
    const { out } = await render('cv.yaml', '-t', 'classic,./mine', '-f', 'html,txt');
    expect(out).toBe('out/classic/cv.html\nout/classic/cv.txt\nout/mine/cv.html\nout/mine/cv.txt');
    expect(await readFile('out/mine/cv.html', 'utf8')).toContain('font-family: "Tinos"');
    expect((await render('cv.yaml', '-t', 'classic', '-t', './mine', '-f', 'html', '-f', 'txt')).out).toBe(
      out,
    );
  } finally {
    await folder.leave();
  }
});

test('paper: the flag comes before the résumé, the résumé before the theme', async () => {
  const folder = await enterFolder({
    'plain.yaml': 'basics:\n  name: A\n',
    'letter.yaml': 'basics:\n  name: A\nmeta:\n  paper: letter\n',
  });
  const sizeOf = async (name: string) =>
    /@page \{ size: (\w+)/.exec(await readFile(`out/${name}.html`, 'utf8'))?.[1];
  await render('plain.yaml', 'letter.yaml', '-f', 'html');
  expect([await sizeOf('plain'), await sizeOf('letter')]).toEqual(['A4', 'letter']);
  await render('plain.yaml', 'letter.yaml', '-f', 'html', '--paper', 'a4');
  expect(await sizeOf('letter')).toBe('A4');
  await folder.leave();
});

test('a portrait beside the résumé is in all formats; one outside its folder or on the web is left out with a warning', async () => {
  // A PNG of one grey pixel.
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  );
  const folder = await enterFolder({
    'secret.png': png,
    'cv/me.png': png,
    'cv/near.yaml': 'basics:\n  name: Ada Example\n  image: me.png\n',
    'cv/far.yaml': 'basics:\n  name: Ada Example\n  image: ../secret.png\n',
    'cv/web.yaml': 'basics:\n  name: Ada Example\n  image: https://example.com/me.png\n',
    'cv/text.yaml': 'basics:\n  name: Ada Example\n  image: near.yaml\n',
  });
  try {
    const { code, err } = await render(
      'cv/near.yaml',
      'cv/far.yaml',
      'cv/web.yaml',
      'cv/text.yaml',
      '-f',
      'html,docx',
    );
    expect(code).toBe(0);
    expect(err).toContain(
      'the picture is left out: it lies outside the résumé’s folder [no-photo]\n --> cv/far.yaml:3:10',
    );
    expect(err).toContain('the picture is left out: it is an address, and nothing is fetched');
    expect(err).toContain('the picture is left out: near.yaml is neither a PNG nor a JPEG picture');
    expect(await readFile('out/near.html', 'utf8')).toContain('<img src="data:image/png;base64,iVBORw0');
    for (const name of ['far', 'web', 'text'])
      expect(await readFile(`out/${name}.html`, 'utf8')).not.toContain('<img');
  } finally {
    await folder.leave();
  }
});

test('validate finds the same faults and writes nothing', async () => {
  const folder = await enterFolder({ 'cv.yaml': 'basics:\n  nam: A\n', 'ok.yaml': 'basics:\n  name: A\n' });
  const bad = await render('validate', 'cv.yaml');
  expect(bad.code).toBe(1);
  expect(bad.err).toContain('did you mean `name`?');
  const good = await render('validate', 'ok.yaml');
  expect(good).toEqual({ code: 0, out: '', err: '1 résumé checked: all is well' });
  const json = await render('validate', 'cv.yaml', '--report', 'json');
  expect(JSON.parse(json.out).diagnostics[0]).toMatchObject({
    rule: 'unknown-key',
    path: 'basics.nam',
    file: 'cv.yaml',
  });
  await folder.leave();
});

test('themes lists each theme with its idea', async () => {
  const { code, out } = await render('themes');
  expect(code).toBe(0);
  const themes = await listThemes();
  expect(out.split('\n').map((line) => line.split(' ', 1)[0])).toEqual(themes);
  for (const line of out.split('\n')) expect(line).toMatch(/^\S+ {2,}\S.{20,}$/);
});

test('schema prints a JSON Schema that knows the sections', async () => {
  const { code, out } = await render('schema');
  expect(code).toBe(0);
  const schema = JSON.parse(out);
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(Object.keys(schema.properties)).toContain('work');
});

describe('doctor', () => {
  test('says what works', async () => {
    const { code, out } = await render('doctor');
    expect(out).toMatch(/^ok {4}Node {5}\d+\.\d+\.\d+$/m);
    expect(out).toMatch(/^ok {4}Browser {2}\S+ \(.+\): \S+/m);
    expect(out).toMatch(/^ok {4}Sandbox {2}(on|off)$/m);
    expect(out).toMatch(/^ok {4}Fonts/m);
    expect(out).toMatch(/^ok {4}Output {3}out can be written$/m);
    expect(code).toBe(0);
  });

  test('says what does not, and the fix', async () => {
    const env = { ...process.env, PUPPETEER_EXECUTABLE_PATH: '/nowhere/chrome' };
    const { code, out } = await renderWith(env, 'doctor', '--out', join(cli, 'out'));
    expect(out).toMatch(/^FAIL {2}Browser {2}PUPPETEER_EXECUTABLE_PATH .*\/nowhere\/chrome/m);
    expect(out).toMatch(/^FAIL {2}Output/m);
    expect(code).toBe(3);
  });
});

test('help and version end with 0', async () => {
  const help = await render('--help');
  expect(help.code).toBe(0);
  expect(help.out).toContain('Examples:');
  expect((await render('--version')).out).toMatch(/^\d+\.\d+\.\d+$/);
});

describe('the program that is installed', () => {
  /** The modules a run of the built program loads, by the names of the packages and chunks they come from. */
  async function modulesOf(...argv: string[]): Promise<string[]> {
    const folder = await enterFolder({
      'cv.yaml': 'basics:\n  name: A\n',
      'hooks.mjs':
        "export async function resolve(s, c, n) { const r = await n(s, c); process._rawDebug('module ' + r.url); return r; }",
      'register.mjs': "import { register } from 'node:module'; register('./hooks.mjs', import.meta.url);",
    });
    try {
      const { stderr } = await run(process.execPath, ['--import', './register.mjs', cli, ...argv], {
        cwd: folder.path,
        maxBuffer: 1e8,
      });
      // The folder of the clone may be called anything.
      const home = pathToFileURL(packageRoot()).href;
      const lines = stderr.split('\n').filter((line) => line.startsWith('module '));
      return lines.map((line) => line.replace(home, ''));
    } finally {
      await folder.leave();
    }
  }

  test('starts no browser and reads no PDF for formats that need neither', async () => {
    const modules = await modulesOf('cv.yaml', '-f', 'html,docx,txt,md');
    expect(modules.length).toBeGreaterThan(10);
    expect(modules.filter((url) => /puppeteer|pdfjs|sparticuz|chromium/.test(url))).toEqual([]);
    expect((await modulesOf('cv.yaml', '-f', 'pdf')).some((url) => url.includes('puppeteer-core'))).toBe(
      true,
    );
  });

  test('speaks its results on stdout alone', async () => {
    const folder = await enterFolder({ 'cv.yaml': 'basics:\n  name: A\n' });
    const { stdout } = await run(process.execPath, [cli, 'cv.yaml', '-f', 'txt'], { cwd: folder.path });
    expect(stdout).toBe('out/cv.txt\n');
    await folder.leave();
    // Not a word of V8, whatever it is asked to do at the start.
    expect(await run(process.execPath, [cli, '--version'])).toMatchObject({ stderr: '' });
  });

  test('prints from templates compiled beforehand what they print when they are compiled on the spot', async () => {
    const sample = join(packageRoot(), 'resumes', 'academic.yaml');
    const folder = await enterFolder({});
    try {
      await run(process.execPath, [cli, sample, '-f', 'html', '-t', 'classic', '-o', 'built'], {
        cwd: folder.path,
      });
      await render(sample, '-f', 'html', '-t', 'classic', '-o', 'source');
      expect(await readFile('built/academic.html', 'utf8')).toBe(
        await readFile('source/academic.html', 'utf8'),
      );
    } finally {
      await folder.leave();
    }
  });
});
