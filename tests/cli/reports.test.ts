import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enterFolder, render } from './command.js';

// What other programs read of us: the exact shape of `--report json`, the exact lines of `--report github`; and what
// `--strict` changes.

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({
    'cv.yaml': 'basics:\n  name: Ada Example\n  lable: Engineer\nwork:\n  - startDate: long ago\n',
    'warned.yaml': 'basics:\n  name: Ada Example\nwork:\n  - startDate: long ago\n',
    'good.yaml': 'basics:\n  name: Ada Example\n',
    'a,b:c 100%.yaml': 'basics:\n  name: Ada\n  "50%\\n::error::x": 1\n',
    'empty.yaml': '',
  });
});
afterEach(() => folder.leave());

const ODD_DATE = {
  severity: 'warning',
  file: 'warned.yaml',
  path: 'work[0].startDate',
  place: { line: 4, column: 16, length: 8 },
  rule: 'odd-date',
  message: '`long ago` is not a date we know, so it is printed as written',
  suggestion: 'write 2018, 2018-05, 2018-05-12, 2017-Q4, 2019-spring, ~1990 or present',
};

describe('--report json', () => {
  test('is one object on stdout, the findings in file order, and nothing else is said', async () => {
    const { code, out, err } = await render('validate', 'cv.yaml', 'empty.yaml', '--report', 'json');
    expect(JSON.parse(out)).toStrictEqual({
      written: [],
      unchanged: [],
      diagnostics: [
        {
          severity: 'error',
          file: 'cv.yaml',
          rule: 'unknown-key',
          path: 'basics.lable',
          place: { line: 3, column: 3, length: 5 },
          message: 'unknown key `lable` in basics',
          suggestion: 'did you mean `label`?',
        },
        { ...ODD_DATE, file: 'cv.yaml', place: { line: 5, column: 16, length: 8 } },
        { severity: 'error', file: 'empty.yaml', rule: 'empty-file', path: '', message: 'the file is empty' },
      ],
      failures: [],
    });
    expect(err).toBe('');
    expect(code).toBe(1);
  });

  test('of a render names the files that were written, and what was missing', async () => {
    const nowhere = ['--browser', '/nowhere/chrome'];
    const { code, out } = await render('warned.yaml', '-f', 'txt,pdf', '--report', 'json', ...nowhere);
    expect(JSON.parse(out)).toStrictEqual({
      written: ['out/warned.txt'],
      unchanged: [],
      documents: [
        {
          file: 'warned.yaml',
          theme: 'classic',
          unchanged: false,
          ms: expect.any(Number),
          files: [{ path: 'out/warned.txt', format: 'txt', bytes: expect.any(Number) }],
        },
      ],
      diagnostics: [ODD_DATE],
      failures: [{ message: expect.stringContaining('/nowhere/chrome'), hint: expect.any(String) }],
    });
    expect(code).toBe(3);
  });

  test('of a good file is the same object, empty', async () => {
    const { code, out } = await render('validate', 'good.yaml', '--report', 'json');
    expect(JSON.parse(out)).toStrictEqual({ written: [], unchanged: [], diagnostics: [], failures: [] });
    expect(code).toBe(0);
  });
});

describe('--report github', () => {
  test('is a line for each finding', async () => {
    const { code, out, err } = await render('validate', 'cv.yaml', 'empty.yaml', '--report', 'github');
    expect(err.split('\n')).toEqual([
      '::error file=cv.yaml,line=3,col=3,endColumn=8,title=unknown-key::unknown key `lable` in basics: did you mean `label`?',
      '::warning file=cv.yaml,line=5,col=16,endColumn=24,title=odd-date::`long ago` is not a date we know, so it is printed as written: write 2018, 2018-05, 2018-05-12, 2017-Q4, 2019-spring, ~1990 or present',
      '::error file=empty.yaml,title=empty-file::the file is empty',
      '2 résumés checked: 2 errors, 1 warning',
    ]);
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  test('nothing in a file or its name ends a line or a property early', async () => {
    const { err } = await render('validate', 'a,b:c 100%.yaml', '--report', 'github');
    const [line, ...rest] = err.split('\n');
    expect(line).toBe(
      '::error file=a%2Cb%3Ac 100%25.yaml,line=3,col=3,endColumn=20,title=unknown-key::unknown key `50%25%0A::error::x` in basics: known keys: name, label, image, email, phone, url, summary, location, profiles',
    );
    expect(rest).toEqual(['1 résumé checked: 1 error']);
  });
});

describe('a warning', () => {
  test.each([
    ['validate', 'warned.yaml'],
    ['warned.yaml', '-f', 'txt'],
  ])('changes no exit code: %s %s', async (...argv) => {
    const { code, err } = await render(...argv);
    expect(err).toContain('warning: `long ago`');
    expect(code).toBe(0);
  });

  test.each([
    ['validate', 'warned.yaml', '--strict'],
    ['warned.yaml', '-f', 'txt', '--strict'],
  ])('is an error where --strict asks for it: %s %s', async (...argv) => {
    const { code, out, err } = await render(...argv);
    expect(err).toContain('error: `long ago`');
    expect(err).not.toContain('warning');
    expect(out).toBe('');
    expect(code).toBe(1);
  });

  test('and --strict changes nothing where there is none', async () => {
    expect(await render('validate', 'good.yaml', '--strict')).toEqual(await render('validate', 'good.yaml'));
  });
});
