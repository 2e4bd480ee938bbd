import { readdir, readFile, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readHtml } from '../../src/check/read-html.js';
import { readPdf } from '../../src/check/read-pdf.js';
import { install } from '../json-resume-theme/install.js';
import { enterFolder, render } from './command.js';

// A JSON Resume theme as it is seen from outside.

const PLAIN = 'jsonresume-theme-plain';
const MODERN = '@example/jsonresume-theme-modern';

const ADA = `basics:
  name: Ada Example
  label: Systems engineer
  email: ada@example.com
  summary: I build **data platforms**.
work:
  - name: Northwind Grid
    position: Staff engineer
    startDate: 2018-05
    highlights: [Cut the run from 40 minutes to 4, Kept it there]
  - { name: Secret Service, position: Nobody, private: true }
education:
  - { institution: Carrow Bay, area: Physics }
skills:
  - { name: Programming, keywords: [Go, Rust] }
talks:
  - { name: On peat, event: Bog Days }
  - { name: Slow light }
`;

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({ 'cv.yaml': ADA });
  await install(folder.path, PLAIN, MODERN, 'jsonresume-theme-broken', 'jsonresume-theme-empty');
});
afterEach(() => folder.leave());

const read = (file: string) => readFile(file, 'utf8');

test('a theme named on the command line makes the page, in every format', async () => {
  const { code, out } = await render('cv.yaml', '-t', PLAIN, '-f', 'html,pdf,docx,txt,md');
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual(['html', 'pdf', 'docx', 'txt', 'md'].map((format) => `out/cv.${format}`));

  const html = await read('out/cv.html');
  expect(html).toContain('text-transform: uppercase');
  expect(html).toContain("default-src 'none'");
  expect(html).not.toMatch(/<script|javascript:|gravatar|https:\/\/(fonts|styles|pictures|elsewhere)\./);
  const words = ({ words }: { words: { text: string }[] }) => words.map(({ text }) => text).join(' ');
  expect(words(readHtml(html))).toContain('Cut the run from 40 minutes to 4');
  expect(words(await readPdf(await readFile('out/cv.pdf')))).toContain('Cut the run from 40 minutes to 4');
  expect(await read('out/cv.txt')).toBe(`Ada Example
Systems engineer
Click here social.example.com/ada

I build data platforms.

Work
----
2018-05

Staff engineer
Northwind Grid
- Cut the run from 40 minutes to 4
- Kept it there

Education
---------
Carrow Bay

Physics

Skills
------
Programming Go, Rust
`);
});

test('what the theme leaves out is a warning for each section, and so is what we left out of its page', async () => {
  const { code, err } = await render('cv.yaml', '-t', PLAIN, '-f', 'html,docx,txt,md');
  expect(code).toBe(0);
  expect(
    err,
  ).toBe(`warning: styles, fonts or pictures from styles.example.com, fonts.example.com, pictures.example.com, www.gravatar.example.com are left out [theme-fetches]
  --> theme jsonresume-theme-plain
  nothing is fetched while a résumé is made or read; the page may look plainer for it

warning: 2 scripts are left out [theme-scripts]
  --> theme jsonresume-theme-plain
  scripts do not run in a résumé; what they would show or arrange is missing

warning: jsonresume-theme-plain shows not all of \`basics\`: “ada@example.com” is not there [theme-dropped]
 --> cv.yaml:2:3
1 | basics:
2 |   name: Ada Example
  |   ^^^^^^^^^^^^^^^^^ our own themes show everything

warning: jsonresume-theme-plain shows nothing of \`talks\`: “On peat”, “Bog Days” and “Slow light” are not there [theme-dropped]
  --> cv.yaml:17:3
16 | talks:
17 |   - { name: On peat, event: Bog Days }
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ JSON Resume has no such section; our own themes show it

1 résumé, 4 files written, 4 warnings`);
});

test('in a strict run that is an error, and without the gate it is not looked for', async () => {
  expect(await render('cv.yaml', '-t', PLAIN, '-f', 'html', '--strict')).toMatchObject({ code: 1, out: '' });
  const { err } = await render('cv.yaml', '-t', PLAIN, '-f', 'html', '--no-verify');
  expect(err).not.toContain('theme-dropped');
});

test('what is private reaches neither the theme nor its page', async () => {
  await render('cv.yaml', '-t', MODERN, '-f', 'html');
  const html = await read('out/cv.html');
  expect(html).toContain('Northwind Grid');
  expect(html).not.toMatch(/Secret|Nobody/);
});

test('it is rendered every time: what its program is made of nobody knows', async () => {
  const [first, again] = [await renderPlainly(), await renderPlainly()];
  expect(first).toBe('1 résumé, 1 file written');
  expect(again).toBe(first);
});

const renderPlainly = async () => (await render('cv.yaml', '-t', MODERN, '-f', 'txt', '--no-verify')).err;

test('the page is the same on any day: the clock it sees is the document’s date', async () => {
  const pages = [];
  for (const out of ['a', 'b']) {
    await render('cv.yaml', '-t', MODERN, '-f', 'html', '-o', out);
    pages.push(await read(`${out}/cv.html`));
  }
  expect(pages[0]).toBe(pages[1]);
});

test('beside a theme of ours each has a folder, a scope being part of the name', async () => {
  const { code, out } = await render('cv.yaml', '-t', `classic,${PLAIN},${MODERN}`, '-f', 'txt');
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    'out/classic/cv.txt',
    'out/jsonresume-theme-plain/cv.txt',
    'out/example-jsonresume-theme-modern/cv.txt',
  ]);
});

test('`themes` and `all` know only themes of ours', async () => {
  expect((await render('themes')).out).not.toContain('jsonresume');
  await render('cv.yaml', '-t', 'all', '-f', 'txt');
  expect((await readdir('out', { recursive: true })).join(' ')).not.toContain('jsonresume');
});

test('one that is not installed is wrong usage, with the command that installs it', async () => {
  const { code, err } = await render('cv.yaml', '-t', 'jsonresume-theme-even');
  expect(code).toBe(2);
  expect(err).toBe(
    'error: the theme jsonresume-theme-even is not installed here\n  npm install jsonresume-theme-even',
  );
});

test('one that fails is told by its own words, and stops no other', async () => {
  await expect(
    render('cv.yaml', '-t', `jsonresume-theme-empty,${PLAIN}`, '-f', 'txt'),
  ).resolves.toMatchObject({
    code: 1,
    out: 'out/jsonresume-theme-plain/cv.txt',
    err: expect.stringContaining(
      'error: the theme jsonresume-theme-empty made no page: it exports no function `render` [theme-package]',
    ),
  });
});

test('a résumé cannot make code run: its theme of that kind is refused until the reader names it', async () => {
  const wish = `meta: { theme: jsonresume-theme-plain }\n`;
  await writeFile('wish.yaml', ADA + wish);
  await writeFile('wish.json', '{"basics": {"name": "Ada"}, "meta": {"theme": "jsonresume-theme-plain"}}');
  const yaml = await render('wish.yaml', '-f', 'txt');
  expect(yaml).toMatchObject({ code: 1, out: '' });
  expect(yaml.err).toContain(
    'error: `jsonresume-theme-plain` is a program, which runs only when you name it yourself [unknown-theme]',
  );
  expect(yaml.err).toContain('if you trust it: --theme jsonresume-theme-plain');
  // In JSON Resume that is a wish to another program, and no mistake.
  const json = await render('wish.json', '-f', 'html');
  expect(json.code).toBe(0);
  expect(json.err).toContain('warning: `jsonresume-theme-plain` is a program');
  expect(await read('out/wish.html')).not.toContain('uppercase');
});

test('a page budget is kept or not: another program’s page gives way nowhere', async () => {
  expect(await render('cv.yaml', '-t', PLAIN, '-f', 'html', '--pages', '1')).toMatchObject({ code: 0 });
  await writeFile('long.yaml', ADA.replace('Kept it there', Array(90).fill('Kept it there').join(', ')));
  const { code, out, err } = await render('long.yaml', '-t', PLAIN, '-f', 'html', '--pages', '1');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('error: does not fit 1 page');
});

test('the source travels in its files as in those of our own themes', async () => {
  await render('cv.yaml', '-t', PLAIN, '-f', 'html,docx', '--embed-source');
  for (const file of ['out/cv.html', 'out/cv.docx']) {
    const { code, out } = await render('extract', file);
    expect({ code, secret: out.includes('Secret') }).toEqual({ code: 0, secret: false });
    expect(out).toContain('On peat');
  }
});
