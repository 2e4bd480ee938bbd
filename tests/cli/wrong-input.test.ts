import { chmod, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { enterFolder, render, renderWith } from './command.js';

// Whatever is wrong, there is one clear message with its place and a way out, the documented exit code, no stack, and
// no half-written file.

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({
    'good.yaml': 'basics:\n  name: Ada Example\n',
    'tab.yaml': 'basics:\n\tname: Ada Example\n',
    'colon.yaml': 'basics:\n  name: Ada Example\n  summary: Built one thing: a bridge\n',
    'key.yaml':
      'basics:\n  name: Ada Example\nwork:\n  - name: Northwind\n    higlights:\n      - Built it.\n',
    'nameless.yaml': 'basics:\n  label: Engineer\n',
    'type.yaml': 'basics:\n  name: Ada Example\nwork:\n  - name: Northwind\n    highlights: Built it.\n',
    'theme.yaml': 'basics:\n  name: Ada Example\nmeta:\n  theme: clasic\n',
    'empty.yaml': '',
    'binary.yaml': Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]),
    'folder/inside.yaml': 'basics:\n  name: Ada Example\n',
    'nested/good.yml': 'basics:\n  name: Ada Example\n',
  });
});
afterEach(() => folder.leave());

const written = () => readdir('out').catch(() => []);

describe('a résumé that cannot be rendered ends with exit code 1 and writes nothing', () => {
  test.each([
    [
      'tab.yaml',
      `error: a tab is used for indentation [yaml-syntax]
 --> tab.yaml:2:1
1 | basics:
2 |  name: Ada Example
  | ^ YAML indents with spaces: replace every tab by two
`,
    ],
    [
      'colon.yaml',
      `error: a second \`: \` on this line makes YAML see two keys [yaml-syntax]
 --> colon.yaml:3:12
2 |   name: Ada Example
3 |   summary: Built one thing: a bridge
  |            ^^^^^^^^^^^^^^^^^^^^^^^^^ put it in quotes: "Built one thing: a bridge"
`,
    ],
    [
      'key.yaml',
      `error: unknown key \`higlights\` in work[0] [unknown-key]
 --> key.yaml:5:5
4 |   - name: Northwind
5 |     higlights:
  |     ^^^^^^^^^ did you mean \`highlights\`?
`,
    ],
    [
      'nameless.yaml',
      `error: \`name\` is missing in basics [missing-key]
 --> nameless.yaml:1:1
1 | basics:
  | ^^^^^^ add \`name:\`
`,
    ],
    [
      'type.yaml',
      `error: \`highlights\` should be a list, but here is text [wrong-type]
 --> type.yaml:5:17
4 |   - name: Northwind
5 |     highlights: Built it.
  |                 ^^^^^^^^^ write it on the line below, after \`- \`
`,
    ],
    [
      'theme.yaml',
      `error: there is no theme \`clasic\` [unknown-theme]
 --> theme.yaml:4:10
3 | meta:
4 |   theme: clasic
  |          ^^^^^^ did you mean \`classic\`?
`,
    ],
    [
      'empty.yaml',
      `error: the file is empty [empty-file]
  --> empty.yaml
`,
    ],
    [
      'binary.yaml',
      'error: binary.yaml is text in UTF-16 [unreadable]\n  --> binary.yaml\n  save it again with the encoding UTF-8\n',
    ],
    [
      'folder',
      'error: folder is a folder [unreadable]\n  --> folder\n  name the files in it: render folder/*.yaml\n',
    ],
    [
      'god.yaml',
      'error: there is no file god.yaml [unreadable]\n  --> god.yaml\n  did you mean `good.yaml`?\n',
    ],
  ])('%s', async (file, message) => {
    const { code, out, err } = await render(file, '--format', 'html,docx');
    expect(err).toBe(`${message}\n1 résumé, 0 files written, 1 error`);
    expect(out).toBe('');
    expect(code).toBe(1);
    expect(await written()).toEqual([]);
  });
});

test.each(['gone.yaml', 'empty.yaml', 'folder'])('no browser is started for %s', async (file) => {
  // The line that says so comes with every start.
  const env = { ...process.env, CHROME_NO_SANDBOX: '1' };
  const { err } = await renderWith(env, file, '-f', 'pdf', '--force');
  expect(err).toMatch(/^error: .*\n {2}--> /);
  expect(err).not.toContain('sandbox');
});

test('one bad résumé does not stop the others', async () => {
  const { code, out, err } = await render('key.yaml', 'good.yaml', 'empty.yaml', '-f', 'txt');
  expect(out).toBe('out/good.txt');
  expect(err).toContain('3 résumés, 1 file written, 2 errors');
  expect(code).toBe(1);
});

describe('wrong usage ends with exit code 2 before any work', () => {
  test.each([
    [['good.yaml', '-t', 'clasic'], 'error: there is no theme `clasic`\n  did you mean `classic`?'],
    [
      ['good.yaml', '-t', './nowhere'],
      'error: there is no theme.yaml in ./nowhere\n  a theme is a folder with a theme.yaml',
    ],
    [['good.yaml', '-f', 'pfd'], 'error: there is no format `pfd`\n  did you mean `pdf`?'],
    [
      ['good.yaml', '-f', ','],
      'error: --format names nothing\n  name at least one: pdf, html, docx, txt, md, png',
    ],
    [
      ['good.yaml', '-t', ''],
      'error: --theme names nothing\n  name at least one: `render themes` lists them',
    ],
    ...[
      ['good.yaml', '-o', ''],
      ['doctor', '-o', ''],
      ['extract', 'good.yaml', '-o', ''],
    ].map((argv): [string[], string] => [
      argv,
      'error: --out names nothing\n  write a path behind it, or leave --out out',
    ]),
    [
      ['good.yaml', '--root', ''],
      'error: --root names nothing\n  write a path behind it, or leave --root out',
    ],
    [['good.yaml', ''], 'error: a file with an empty name was given\n  name one, render path/to/resume.yaml'],
    [
      ['validate', '-t', 'classic'],
      'error: unknown option `-t`\n  the same command with --help lists its options',
    ],
    [
      ['good.yaml', '--set'],
      'error: option `--set <name=value>` argument missing\n  the same command with --help shows an example',
    ],
    [['good.yaml', '--paper', 'a5'], 'error: there is no paper `a5`\n  did you mean `a4`?'],
    [['good.yaml', '--jobs', 'many'], 'error: --jobs cannot be many\n  a whole number from 1 to 64'],
    [['good.yaml', '--pages', '0'], 'error: --pages cannot be 0\n  a whole number from 1 to 99'],
    [['good.yaml', '--pages', '1.5'], 'error: --pages cannot be 1.5\n  a whole number from 1 to 99'],
    [['good.yaml', '--report', 'xml'], 'error: there is no report `xml`\n  reports: pretty, json, github'],
    [
      ['valdate', 'good.yaml'],
      'error: there is neither a command nor a file `valdate`\n  did you mean `render validate`?',
    ],
    [['help', 'vlaidate'], 'error: there is no command `vlaidate`\n  did you mean `validate`?'],
    [['check', '--txet'], 'error: unknown option `--txet`\n  did you mean `--text`?'],
    [['extract'], 'error: missing required argument `file`\n  the same command with --help shows an example'],
    [['good.yaml', '--fromat', 'txt'], 'error: unknown option `--fromat`\n  did you mean `--format`?'],
    [
      ['good.yaml', 'nested/good.yml'],
      'error: good.yaml and nested/good.yml would overwrite each other: both become files called good\n  rename one, or render them to different folders with --out',
    ],
    [
      [],
      'error: there is no résumé here: neither resumes/*.yaml nor resume.yaml\n  name one, render path/to/resume.yaml, or start one, render init',
    ],
  ])('%j', async (argv, message) => {
    const { code, out, err } = await render(...argv);
    expect(err).toBe(message);
    expect(out).toBe('');
    expect(code).toBe(2);
    expect(await written()).toEqual([]);
  });
});

test.each([[], ['--watch'], ['--check'], ['--report', 'json']])(
  'a SOURCE_DATE_EPOCH that is no date: %j',
  async (...options) => {
    const commands = [
      ['good.yaml'],
      ['validate', 'good.yaml'],
      ['check', 'good.yaml'],
      ['preview', 'good.yaml'],
    ];
    for (const argv of options.length === 0 ? commands : [['good.yaml', '-f', 'txt', ...options]]) {
      expect(await renderWith({ ...process.env, SOURCE_DATE_EPOCH: 'abc' }, ...argv)).toEqual({
        code: 2,
        out: '',
        err: 'error: SOURCE_DATE_EPOCH cannot be abc\n  whole seconds since 1970, as `git log -1 --format=%ct` prints them; or unset it',
      });
    }
    expect(await readdir('.')).not.toContain('out');
  },
);

describe('a résumé is never overwritten by what is made from it', () => {
  const RESUME = 'basics: { name: Ada Example }\n';
  beforeEach(async () => {
    await mkdir('real');
    await Promise.all(['real/cv.txt', 'real/cv-2.png'].map((file) => writeFile(file, RESUME)));
    await symlink('real', 'linked');
    await symlink('../real/cv.txt', 'nested/cv.yaml');
    await symlink('real/cv.txt', 'cv.md');
  });

  test.each<[what: string, ...argv: string[]]>([
    ['in its own folder', 'real/cv.txt', '-f', 'txt', '-o', 'real'],
    ['the folder spelt another way', 'real/cv.txt', '-f', 'html,txt', '-o', './nested/../real/'],
    ['through a link to the folder', 'real/cv.txt', '-f', 'txt', '-o', 'linked'],
    ['the link by which it was named', 'cv.md', '-f', 'md', '-o', '.'],
    ['one of two', 'good.yaml', 'real/cv.txt', '-f', 'txt', '-o', 'real'],
    ['a part of the résumés', 'good.yaml', 'real/cv.txt', '--shard', '1/2', '-f', 'txt', '-o', 'real'],
    ['the file a link leads to', 'nested/cv.yaml', '-f', 'txt', '-o', 'real'],
  ])('%s', async (_, ...argv) => {
    const { code, out, err } = await render(...argv);
    expect(err).toMatch(/^error: the résumé \S+ would be overwritten by what is made from it\n/);
    expect(err).toContain('choose another folder with --out, or let its name end in .yaml');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(await readFile('real/cv.txt', 'utf8')).toBe(RESUME);
    expect((await lstat('cv.md')).isSymbolicLink()).toBe(true);
  });

  test('as the picture of a page', async () => {
    const { code, err } = await render('real/cv.txt', 'real/cv-2.png', '-f', 'png', '-o', 'real');
    expect(err).toContain('the résumé real/cv-2.png would be overwritten');
    expect(code).toBe(2);
  });

  test('nor is its picture by the picture of its first page', async () => {
    const portrait = await readFile(join(packageRoot(), 'templates/torture/portrait.png'));
    await writeFile('ada-1.png', portrait);
    await writeFile('ada.yaml', 'basics: { name: Ada Example, image: ada-1.png }\n');
    const { code, out, err } = await render('ada.yaml', '-f', 'png,txt', '-o', '.');
    expect(err).toContain('error: cannot write ada-1.png: the résumé has its picture there\n');
    expect({ code, out }).toEqual({ code: 3, out: 'ada.txt' });
    expect(await readFile('ada-1.png')).toEqual(portrait);
  });

  test('elsewhere, and through links that lead to it, the files are written', async () => {
    await mkdir('out');
    await symlink('../real/cv.txt', 'out/cv.txt');
    expect(await render('real/cv.txt', '-f', 'txt')).toMatchObject({ code: 0, out: 'out/cv.txt' });
    expect(await render('real/cv.txt', '-f', 'html', '-o', 'real')).toMatchObject({ code: 0 });
    expect(await readFile('real/cv.txt', 'utf8')).toBe(RESUME);
  });
});

test('a file that is named twice is one, however it is spelt', async () => {
  await symlink('.', 'here');
  const spelt = ['good.yaml', './good.yaml', 'folder/../good.yaml', resolve('good.yaml'), 'here/good.yaml'];
  const { code, out, err } = await render(...spelt, '-f', 'txt');
  expect({ code, out, err }).toEqual({ code: 0, out: 'out/good.txt', err: '1 résumé, 1 file written' });
  expect((await render('validate', './good.yaml', 'good.yaml')).err).toBe('1 résumé checked: all is well');
});

test('a file may be called almost like a command', async () => {
  await writeFile('chekc', 'basics: { name: Ada Example }\n');
  expect(await render('chekc', '-f', 'txt')).toMatchObject({ code: 0, out: 'out/chekc.txt' });
});

test('a file named without its ending is told with it', async () => {
  expect((await render('good', '-f', 'txt')).err).toContain('did you mean `good.yaml`?');
});

describe('what the machine lacks ends with exit code 3', () => {
  test('a browser that is not there: Word and HTML are written all the same', async () => {
    const { code, out, err } = await render('good.yaml', '--browser', '/nowhere/chrome');
    expect(out).toBe('out/good.html\nout/good.docx');
    expect(err).toContain(
      'error: --browser names a browser that cannot be used: /nowhere/chrome does not exist.',
    );
    expect(err.match(/error:/g)).toHaveLength(1);
    expect(err).not.toMatch(/^ {4}at /m);
    expect(code).toBe(3);
  });

  test('the same for a browser named in the environment', async () => {
    const env = { ...process.env, CHROME_PATH: '/nowhere/chrome', PUPPETEER_EXECUTABLE_PATH: undefined };
    const { code, err } = await renderWith(env, 'good.yaml', '-f', 'pdf');
    expect(err).toContain('CHROME_PATH');
    expect(code).toBe(3);
    expect(await written()).toEqual([]);
  });

  test('an out folder that cannot be made', async () => {
    const { code, out, err } = await render('good.yaml', '-f', 'txt', '--out', 'tab.yaml/out');
    expect(err).toBe(
      'error: cannot write tab.yaml/out: a part of the path is a file, not a folder\n  choose another folder with --out',
    );
    expect(out).toBe('');
    expect(code).toBe(3);
  });

  test('a path that is taken: the other files are written', async () => {
    await mkdir('out/good.html', { recursive: true });
    const { code, out, err } = await render('good.yaml', '-f', 'html,docx,txt');
    expect(err).toBe(
      'error: cannot write out/good.html: there is a folder of that name\n  choose another folder with --out\n1 résumé, 2 files written',
    );
    expect({ code, out }).toEqual({ code: 3, out: 'out/good.docx\nout/good.txt' });
  });

  test('a read-only out folder', async () => {
    await render('good.yaml', '-f', 'txt');
    await chmod(folder.path, 0o755);
    await chmod('out', 0o555);
    const { code, err } = await asOrdinaryUser(() => render('good.yaml', '-f', 'html'));
    expect(err).toBe('error: cannot write out: permission denied\n  choose another folder with --out');
    expect(code).toBe(3);
    expect(await written()).toEqual(['good.txt']);
  });
});

/** Root may write everywhere; for a moment this process is somebody else. */
async function asOrdinaryUser<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

test('--strict makes a warning an error and writes nothing', async () => {
  const warned = await enterFolder({
    'cv.yaml': 'basics:\n  name: Ada\nwork:\n  - name: X\n    startDate: long ago\n',
  });
  try {
    const loose = await render('cv.yaml', '-f', 'txt');
    expect(loose.code).toBe(0);
    expect(loose.err).toContain('warning: `long ago` is not a date we know');
    const strict = await render('cv.yaml', '-f', 'html', '--strict');
    expect(strict.code).toBe(1);
    expect(await readdir('out')).toEqual(['cv.txt']);
  } finally {
    await warned.leave();
  }
});

test('a theme that drops a field is caught: the word, the theme and the path are named, and nothing is written', async () => {
  const theme = await enterFolder({
    'cv.yaml':
      'basics:\n  name: Ada Example\n  label: Engineer\nwork:\n  - name: Northwind\n    position: Engineer\n    highlights:\n      - Built a bridge.\n',
    'forgetful/theme.yaml': 'extends: classic\n',
    'forgetful/partials/story.hbs': '{{> prose}}\n',
  });
  try {
    const { code, out, err } = await render('cv.yaml', '-t', './forgetful', '-f', 'html,docx');
    expect(
      err,
    ).toContain(`error: the theme forgetful does not print “Built a bridge.” (work[0].highlights[0]) [content-lost]
 --> cv.yaml:8:9`);
    expect(err).toContain('compare the partial of that section with the shared one; `--no-verify` writes');
    expect(out).toBe('');
    expect(code).toBe(1);
    expect(await readdir('out')).toEqual([]);
    const unchecked = await render('cv.yaml', '-t', './forgetful', '-f', 'html,docx', '--no-verify');
    expect(unchecked.code).toBe(0);
    expect((await readdir('out')).sort()).toEqual(['cv.docx', 'cv.html']);
  } finally {
    await theme.leave();
  }
});

test('a theme whose style sheet hides a line is caught where it shows: in the PDF', async () => {
  const theme = await enterFolder({
    'cv.yaml': 'basics:\n  name: Ada Example\n  label: Engineer of bridges\n',
    'hiding/theme.yaml': 'extends: classic\n',
    'hiding/theme.css': '.headline { display: none; }\n',
  });
  try {
    const { code, out, err } = await render('cv.yaml', '-t', './hiding');
    expect(err).toContain(
      'error: PDF lost “Engineer” of “Engineer of bridges” (basics.label) [content-lost]\n',
    );
    expect(err).toContain('--> cv.yaml:3:10');
    expect(err).toContain(
      "look in the theme's CSS for what hides it or pushes it off the page; `--no-verify` writes",
    );
    expect(out.split('\n').sort()).toEqual(['out/cv.docx', 'out/cv.html']);
    expect(code).toBe(1);
  } finally {
    await theme.leave();
  }
});

test('files are replaced whole: nothing else is left in the folder', async () => {
  await render('good.yaml', '-f', 'txt,html');
  const before = await stat('out/good.html');
  await render('good.yaml', '-f', 'txt,html', '--force');
  expect((await readdir('out')).sort()).toEqual(['good.html', 'good.txt']);
  expect((await stat('out/good.html')).ino).not.toBe(before.ino);
});
