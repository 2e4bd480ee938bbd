import { readFile, rm, writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openProgress } from '../../src/commands/progress.js';
import { progressLine } from '../../src/commands/progress-line.js';
import { screenOf } from '../../src/commands/screen-of.js';
import { summaryLine } from '../../src/commands/summary-line.js';
import { columnsOf } from '../../src/writers/columns.js';
import { enterFolder, render } from './command.js';
import { renderOn, watchedScreen } from './screen.js';

// What somebody sees who looks on: progress while it lasts, a line for each résumé that stays; and that nobody else gets either.

const NAMES = ['ada', 'ben', 'cyd', 'dag', 'eva', 'fay', 'gil'];

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder(
    Object.fromEntries(NAMES.map((name) => [`resumes/${name}.yaml`, `basics: { name: ${name} }\n`])),
  );
});
afterEach(() => folder.leave());

const TIMED = / {2}\d+\.\d s$/;

describe('on a screen', () => {
  test('the files are counted while they are worked at, and nothing of that is left', async () => {
    const screen = watchedScreen(60);
    expect(await renderOn(screen, '-f', 'txt', '--jobs', '1')).toBe(0);
    const passed = screen.passed();
    expect(passed[0]).toBe('0/7  resumes/ada.yaml');
    expect(passed).toContain('3/7  resumes/dag.yaml');
    // Five are done: from here on there is something to guess by.
    expect(passed).toContainEqual(expect.stringMatching(/^5\/7 {2}resumes\/fay\.yaml {2}.+ left$/));
    expect(passed.filter((line) => line.startsWith('4/7')).join()).not.toContain('left');
    const lines = screen.lines();
    expect(lines.slice(0, 7).map((line) => line.replace(TIMED, ''))).toEqual(
      NAMES.map((name) => `resumes/${name}.yaml  txt 4 bytes`),
    );
    expect(lines.slice(7)).toEqual([...NAMES.map((name) => `out/${name}.txt`), '7 résumés, 7 files written']);
  });

  test('one file alone is no long work, and has its line all the same', async () => {
    const screen = watchedScreen(60);
    await renderOn(screen, 'resumes/ada.yaml', '-f', 'txt');
    expect(screen.passed()).toEqual([]);
    expect(screen.lines()[0]).toMatch(/^resumes\/ada\.yaml {2}txt 4 bytes {2}\d+\.\d s$/);
  });

  test('the line of a document tells formats, pages and sizes, and whether it was left alone', async () => {
    const argv = ['resumes/ada.yaml', '-f', 'pdf,txt'];
    const first = watchedScreen(60);
    await renderOn(first, ...argv);
    const [made = ''] = first.lines().filter((line) => line.startsWith('resumes/'));
    expect(made).toMatch(/^resumes\/ada\.yaml {2}pdf 1 page \d+ KB · txt 4 bytes {2}\d+\.\d s$/);
    const again = watchedScreen(60);
    await renderOn(again, ...argv);
    expect(again.lines()[0]).toBe(made.replace(TIMED, '  unchanged'));
  });

  test('of several themes each has its line', async () => {
    const screen = watchedScreen(80);
    await renderOn(screen, 'resumes/ada.yaml', '-f', 'txt', '-t', 'classic,modern');
    const lines = screen.lines().filter((line) => line.startsWith('resumes/'));
    expect(lines.map((line) => line.split('  ', 1)[0]).sort()).toEqual([
      'resumes/ada.yaml, classic',
      'resumes/ada.yaml, modern',
    ]);
  });

  test('findings stand on lines of their own, and of what was not written the line says so', async () => {
    await writeFile(
      'resumes/ada.yaml',
      'basics: { name: Ada, url: "https://a.example" }\nwork: [{ startDate: soon }]\n',
    );
    const screen = watchedScreen(60);
    expect(await renderOn(screen, '-f', 'txt', '--strict', '--jobs', '2')).toBe(1);
    const lines = screen.lines();
    expect(lines).toContainEqual(expect.stringMatching(/^error: `soon` is not a date/));
    expect(lines.at(-1)).toBe('7 résumés, 6 files written, 1 error');
  });

  test('a bug leaves its stack and no half of a line', async () => {
    const screen = watchedScreen(60);
    const { terminal } = screen;
    const failing = () => {
      using progress = openProgress(terminal, { quiet: false, report: 'pretty' });
      progress.expect(2);
      return progress.follow('ada.yaml', () => Promise.reject(new Error('a bug')));
    };
    await expect(failing()).rejects.toThrow('a bug');
    terminal.err('a bug');
    expect(screen.lines()).toEqual(['a bug']);
  });

  test('Ctrl-C leaves no half of a line', async () => {
    const screen = watchedScreen(60);
    // Somebody else listens, so that the test goes on; and the others here are not told of it.
    const others = () => undefined;
    process.on('SIGINT', others);
    const before = process.listeners('SIGINT');
    const interrupt = () => {
      for (const listener of process.listeners('SIGINT')) if (!before.includes(listener)) listener('SIGINT');
    };
    try {
      using progress = openProgress(screen.terminal, { quiet: false, report: 'pretty' });
      progress.expect(2);
      await progress.follow('ada.yaml', async () => {
        expect(screen.lines()).toEqual(['0/2  ada.yaml']);
        interrupt();
        expect(screen.lines()).toEqual([]);
        progress.say('what is still to be said');
        expect(screen.lines()).toEqual(['what is still to be said']);
      });
      expect(screen.lines()).toEqual(['what is still to be said']);
    } finally {
      process.off('SIGINT', others);
    }
    expect(process.listeners('SIGINT')).toEqual(before.filter((listener) => listener !== others));
  });

  test.each([['check'], ['--check', '-f', 'txt']])('%s counts as well', async (...argv) => {
    await rm('resumes/ada.yaml');
    await render('-f', 'txt', '-q');
    const screen = watchedScreen(60);
    await renderOn(screen, ...argv, 'resumes/ben.yaml', 'resumes/cyd.yaml');
    expect(screen.passed()).toContain('0/2  resumes/ben.yaml');
    expect(screen.lines().join('\n')).not.toMatch(/^\d\/2/m);
  });

  test.each([[['--quiet']], [['--report', 'json']], [['--report', 'github']]])(
    '%j shows neither',
    async (options) => {
      const screen = watchedScreen(60);
      await renderOn(screen, '-f', 'txt', ...options);
      expect(screen.passed()).toEqual([]);
      expect(screen.lines().filter((line) => line.startsWith('resumes/'))).toEqual([]);
    },
  );
});

describe('a screen', () => {
  const stream = { isTTY: true, columns: 100, write: () => true };

  test('is a terminal that knows its width, or has the usual one', () => {
    expect(screenOf(stream, {})?.columns()).toBe(100);
    expect(screenOf({ ...stream, columns: 0 }, { TERM: 'xterm' })?.columns()).toBe(80);
  });

  test.each([
    ['a pipe', { ...stream, isTTY: false }, {}],
    ['the log of a build server', stream, { CI: 'true' }],
    ['a terminal that writes over nothing', stream, { TERM: 'dumb' }],
  ])('is not %s', (_, other, env) => {
    expect(screenOf(other, env)).toBeUndefined();
  });
});

describe('without a screen', () => {
  test('a script reads what it always read', async () => {
    const { out, err } = await render('-f', 'txt');
    expect(out.split('\n')).toEqual(NAMES.map((name) => `out/${name}.txt`));
    expect(err).toBe('7 résumés, 7 files written');
  });

  test('--verbose tells the lines', async () => {
    const { err } = await render('resumes/ada.yaml', '-f', 'txt', '--verbose');
    expect(err.split('\n')[0]).toMatch(/^resumes\/ada\.yaml {2}txt 4 bytes {2}\d+\.\d s$/);
  });
});

describe('--report json', () => {
  test('has the same facts of each document, exactly', async () => {
    const argv = ['resumes/ada.yaml', '-f', 'pdf,png,txt', '--report', 'json'];
    const { documents, written } = JSON.parse((await render(...argv)).out);
    const bytes = async (path: string) => (await readFile(path)).length;
    const files = [
      { path: 'out/ada.pdf', format: 'pdf', bytes: await bytes('out/ada.pdf'), pages: 1 },
      { path: 'out/ada-1.png', format: 'png', bytes: await bytes('out/ada-1.png'), pages: 1 },
      { path: 'out/ada.txt', format: 'txt', bytes: 4 },
    ];
    const document = { file: 'resumes/ada.yaml', theme: 'classic', ms: expect.any(Number), files };
    expect(documents).toStrictEqual([{ ...document, unchanged: false }]);
    expect(written).toEqual(files.map(({ path }) => path));
    const again = JSON.parse((await render(...argv)).out);
    expect(again.documents).toStrictEqual([{ ...document, unchanged: true }]);
  });
});

describe('the line of progress', () => {
  const standing = { done: 12, total: 200, current: 'resumes/ada-example.yaml', left: 41_000 };

  test.each([
    [80, '12/200  resumes/ada-example.yaml  about 45 s left'],
    [40, '12/200  …a-example.yaml  about 45 s left'],
    [34, '12/200  …ple.yaml  about 45 s left'],
    [30, '12/200  …umes/ada-example.yaml'],
    [12, '12/200'],
    [3, '12/'],
    [0, ''],
  ])('in %d columns: %s', (width, line) => {
    expect(progressLine(standing, width)).toBe(line);
    expect(columnsOf(line)).toBeLessThanOrEqual(width);
  });

  test('letters of two columns are measured as such, and no control character is sent', () => {
    expect(progressLine({ done: 1, total: 2, current: '履歴書/山田花子の履歴書.yaml' }, 24)).toBe(
      '1/2  …花子の履歴書.yaml',
    );
    expect(progressLine({ done: 1, total: 2, current: 'a\x1b[2J\nb' }, 24)).toBe('1/2  a\ufffd[2J b');
  });

  test.each([
    [4_000, 'a few seconds left'],
    [61_000, 'about 65 s left'],
    [95_000, 'about 2 min left'],
    [3_600_000, 'about 60 min left'],
  ])('%d ms are told as: %s', (left, told) => {
    expect(progressLine({ ...standing, left }, 80)).toContain(told);
  });

  test('the time left is guessed from what was work, not from what was left alone', async () => {
    const screen = watchedScreen(80);
    let clock = 0;
    using progress = openProgress(screen.terminal, { quiet: false, report: 'pretty' }, () => clock);
    progress.expect(100);
    for (let file = 0; file < 20; file += 1) await progress.follow('same.yaml', async () => false, Boolean);
    expect(screen.passed().join()).not.toContain('left');
    for (let file = 0; file < 10; file += 1) {
      await progress.follow(
        'new.yaml',
        async () => {
          clock += 1000;
          return true;
        },
        Boolean,
      );
    }
    expect(screen.passed()).toContain('29/100  new.yaml  about 75 s left');
  });
});

test('sizes are told in the unit that suits them', () => {
  const size = (bytes: number) =>
    summaryLine('cv.yaml', {
      file: 'cv.yaml',
      theme: 'classic',
      unchanged: true,
      ms: 0,
      files: [{ path: 'out/cv.md', format: 'md', bytes }],
    });
  expect([0, 999, 1000, 999_499, 999_500, 12_345_678].map(size)).toEqual(
    ['0 bytes', '999 bytes', '1 KB', '999 KB', '1.0 MB', '12.3 MB'].map(
      (told) => `cv.yaml  md ${told}  unchanged`,
    ),
  );
});
