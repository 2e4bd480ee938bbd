import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterFolder, render, renderWith } from './command.js';

// `--check`: whether what lies in git is what a render would write.

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({
    'resumes/ada.yaml': 'basics: { name: Ada Example }\nsections: [{ title: A, kind: text, text: a }]\n',
    'resumes/ben.yaml': 'basics: { name: Ben Example }\n',
  });
});
afterEach(() => folder.leave());

const check = (...options: string[]) => render('--check', '-f', 'html,docx', ...options);
const write = () => render('-f', 'html,docx', '-q');

describe('render --check', () => {
  it('is content with files that were just written, on whatever day', async () => {
    await write();
    // A fresh clone has files of today.
    await utimes('resumes/ada.yaml', new Date(2001, 1, 1), new Date(2001, 1, 1));
    const { code, out, err } = await renderWith(
      { ...process.env, SOURCE_DATE_EPOCH: '1700000000' },
      '--check',
      '-f',
      'html,docx',
    );
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '4 files are current' });
  });

  it('fails when a résumé has changed since, and says which files', async () => {
    await write();
    await writeFile('resumes/ada.yaml', 'basics: { name: Ada Other }\n');
    const before = await readFile('out/ada.html');
    const { code, err } = await check();
    expect(code).toBe(1);
    expect(err).toContain(
      'error: out/ada.html is not current: a render of resumes/ada.yaml would write another',
    );
    expect(err).toContain('error: out/ada.docx is not current');
    expect(err).not.toContain('out/ben');
    expect(err).toContain('2 files are current, 2 errors');
    expect(await readFile('out/ada.html')).toEqual(before);
  });

  it('fails when a file is missing, and makes none', async () => {
    const { code, err } = await check();
    expect(code).toBe(1);
    expect(err).toContain('error: out/ada.html is not there: resumes/ada.yaml was not rendered [stale]');
    expect(await readdir('.')).toEqual(['resumes']);
  });

  it('fails when somebody edited a finished file', async () => {
    await write();
    await writeFile('out/ben.html', 'mine');
    const { code, out } = await check('--report', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      written: [],
      unchanged: ['out/ada.html', 'out/ada.docx', 'out/ben.docx'],
      diagnostics: [{ rule: 'stale', file: 'out/ben.html' }],
    });
  });

  it('compares with a PDF of another day', async () => {
    await renderWith(
      { ...process.env, SOURCE_DATE_EPOCH: '1500000000' },
      'resumes/ben.yaml',
      '-f',
      'pdf',
      '-q',
    );
    expect((await render('resumes/ben.yaml', '--check', '-f', 'pdf')).code).toBe(0);
    await rm('out/ben.pdf');
    await writeFile('out/ben.pdf', 'no PDF');
    expect((await render('resumes/ben.yaml', '--check', '-f', 'pdf')).code).toBe(1);
  });

  it('does not go together with --watch', async () => {
    expect(await render('--check', '--watch')).toMatchObject({ code: 2 });
  });
});

describe('render --shard', () => {
  it('renders its part: together all, each once', async () => {
    const first = await render('-f', 'txt', '--shard', '1/2');
    const second = await render('-f', 'txt', '--shard', '2/2');
    expect([first.out, second.out]).toEqual(['out/ada.txt', 'out/ben.txt']);
    expect(await render('-f', 'txt', '--shard', '3/3')).toMatchObject({ code: 0, out: '' });
  });

  it.each(['0/2', '3/2', '1', 'a/b', '1/0'])('refuses %s', async (shard) => {
    expect(await render('--shard', shard)).toMatchObject({
      code: 2,
      err: `error: --shard cannot be ${shard}\n  write the part and how many there are, such as 1/4`,
    });
  });
});
