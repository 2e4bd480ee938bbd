import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enterFolder, render } from './command.js';

// `--set` as it is seen from outside.

const CV = `basics: { name: Ada Example }
work: [{ name: Northwind, url: https://northwind.example.com }]
skills: [{ name: Go }]
meta:
  style: { accent: "#7a1f3d", size: 9 }
`;

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({
    'cv.yaml': CV,
    'pale.yaml': CV.replace('#7a1f3d', '#ffcc00'),
    'mine/theme.yaml':
      'extends: classic\norder: [skills]\ntitles: { skills: Tools }\ncolors: { accent: "#123456" }\n',
  });
});
afterEach(() => folder.leave());

const text = () => readFile('out/cv.txt', 'utf8');
const html = () => readFile('out/cv.html', 'utf8');
const accentOf = async () => /--color-accent: (#\w+)/.exec(await html())?.[1];

test('comes before `meta`, which comes before the theme', async () => {
  expect(await render('cv.yaml', '-t', './mine', '-f', 'html')).toMatchObject({ code: 0 });
  expect(await accentOf()).toBe('#7a1f3d');
  await render('cv.yaml', '-t', './mine', '-f', 'html', '--set', 'style.accent=#0b5a44');
  expect(await accentOf()).toBe('#0b5a44');
  await render('cv.yaml', '-t', './mine', '-f', 'html', '--set', 'style.accent=');
  expect(await accentOf()).toBe('#123456');
});

test('may be repeated, and reaches order and titles', async () => {
  await render('cv.yaml', '-t', './mine', '-f', 'txt');
  expect(await text()).toBe(
    'Ada Example\n\nTools\n-----\nGo\n\nExperience\n----------\nNorthwind (https://northwind.example.com/)\n',
  );
  await render(
    'cv.yaml',
    '-f',
    'txt',
    '--set',
    'order=skills,work',
    '--set',
    'titles.work=Engagements = all',
  );
  expect(await text()).toBe(
    'Ada Example\n\nSkills\n------\nGo\n\nEngagements = all\n-----------------\nNorthwind (https://northwind.example.com/)\n',
  );
});

test('gives way to an option of its own', async () => {
  await render('cv.yaml', '-f', 'html', '--set', 'paper=a4', '--paper', 'letter');
  expect(await html()).toContain('@page { size: letter;');
});

test('goes into the embedded source, which renders to the same words', async () => {
  await render(
    'cv.yaml',
    '-f',
    'html',
    '--embed-source',
    '--set',
    'titles.work=Jobs',
    '--set',
    'style.density=airy',
  );
  const { out } = await render('extract', 'out/cv.html');
  expect(out).toContain('titles:\n    work: Jobs\n');
  expect(out).toContain('style:\n    accent: "#7a1f3d"\n    size: 9\n    density: airy');
});

test('holds for `render check`, too', async () => {
  const { code, out } = await render('check', 'cv.yaml', '--text', '--set', 'titles.work=Engagements');
  expect(code).toBe(0);
  expect(out).toContain('Engagements');
  expect(await render('check', 'cv.yaml', '--set', 'style.sise=9')).toEqual({
    code: 2,
    out: '',
    err: 'error: --set style.sise=9: unknown key `sise` in meta.style\n  did you mean `size`?',
  });
});

describe('when it is wrong', () => {
  test('nothing begins', async () => {
    expect(await render('cv.yaml', '-f', 'html', '--set', 'style.font=Calibri')).toEqual({
      code: 2,
      out: '',
      err: 'error: --set style.font=Calibri: `font` cannot be `Calibri`\n  here it is `Carlito`',
    });
    expect(await render('cv.yaml', '--set', 'style.accent')).toMatchObject({
      code: 2,
      err: 'error: --set style.accent has no value\n  write --set style.accent=…',
    });
    expect(await html().catch(() => 'none')).toBe('none');
  });

  test('for a résumé alone, the option is named', async () => {
    expect(await render('cv.yaml', '-f', 'html', '--set', 'order=skils')).toEqual({
      code: 1,
      out: '',
      err: `error: there is no section \`skils\` [unknown-section]
  --> --set order=skils
  did you mean \`skills\`?

1 résumé, 0 files written, 1 error`,
    });
  });
});

describe('an accent too pale to read', () => {
  const message =
    '`accent`, #ffcc00, has a contrast of 1.5:1 to white, and text needs 4.5:1 to be read with ease';

  /** Which styles have the accent is the theme's affair. */
  const withoutStyles = (err: string) => err.replace(/ \([^)]*\) \[contrast]/, ' [contrast]');

  test('is a warning at its place', async () => {
    const { code, err } = await render('pale.yaml', '-t', './mine', '-f', 'html');
    expect([code, withoutStyles(err)]).toEqual([
      0,
      `warning: ${message} [contrast]
 --> pale.yaml:5:20
4 | meta:
5 |   style: { accent: "#ffcc00", size: 9 }
  |                    ^^^^^^^^^ take a darker colour, such as #8e7200

1 résumé, 1 file written, 1 warning`,
    ]);
  });

  test('is told of the option that chose it', async () => {
    const { err } = await render('cv.yaml', '-t', './mine', '-f', 'html', '--set', 'style.accent=#ffcc00');
    expect(withoutStyles(err)).toContain(`${message} [contrast]\n  --> --set style.accent=#ffcc00\n`);
  });
});
