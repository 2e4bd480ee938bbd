import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../src/package-root.js';
import { render } from './cli/command.js';

// Broken résumés, mostly with one mistake each, and beside each what `render validate` says of it, word for word. To
// record what it says now: npx vitest run tests/broken.test.ts --update

const folder = join(packageRoot(), 'tests', 'fixtures', 'broken');
const names = (await readdir(folder)).filter((name) => !name.endsWith('.txt')).sort();
const transcriptOf = (name: string) => join(folder, name.replace(/\.[a-z]+$/, '.txt'));

const before = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => process.chdir(before));

describe('a broken résumé is explained', () => {
  test.each(names)('%s', async (name) => {
    const { code, out, err } = await render('validate', name);
    await expect(`${err}\n`).toMatchFileSnapshot(transcriptOf(name));
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).not.toMatch(/^ {4}at /m);
    expect(err).not.toContain('bug');
  });

  test('and no transcript is left over', async () => {
    const transcripts = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
    expect(transcripts).toEqual(names.map((name) => name.replace(/\.[a-z]+$/, '.txt')));
    expect(names.length).toBeGreaterThan(40);
  });
});

test.each(names.filter((_, index) => index % 20 === 0))(
  'the program as installed says the same: %s',
  async (name) => {
    const cli = join(packageRoot(), 'dist', 'cli.js');
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
    const failed = await promisify(execFile)(process.execPath, [cli, 'validate', name], {
      cwd: folder,
      env,
    }).catch((error: { code: number; stdout: string; stderr: string }) => error);
    expect(failed).toMatchObject({ code: 1, stdout: '' });
    await expect(failed.stderr).toMatchFileSnapshot(transcriptOf(name));
  },
);

test('many mistakes of one file are told at once', async () => {
  const many = names.filter((name) => name.includes('-ten-'));
  expect(many.length).toBeGreaterThanOrEqual(5);
  for (const name of many) {
    const { err } = await render('validate', name);
    expect(err.match(/^error: /gm)?.length, name).toBeGreaterThanOrEqual(10);
  }
});

describe('what is no file to read', () => {
  test.each([
    ['.', 'error: . is a folder [unreadable]\n  --> .\n  name the files in it: render *.yaml\n'],
    [
      '02-key-in-a-entry.yaml',
      'error: there is no file 02-key-in-a-entry.yaml [unreadable]\n  --> 02-key-in-a-entry.yaml\n  did you mean `02-key-in-an-entry.yaml`?\n',
    ],
    [
      '02-key-in-an-entry.yaml/cv.yaml',
      'error: 02-key-in-an-entry.yaml/cv.yaml cannot be read: a part of the path is a file, not a folder [unreadable]\n  --> 02-key-in-an-entry.yaml/cv.yaml\n',
    ],
    [
      '/dev/null',
      'error: /dev/null is not a file [unreadable]\n  --> /dev/null\n  name a file that holds YAML or JSON\n',
    ],
  ])('%s', async (file, message) => {
    const { code, err } = await render('validate', file);
    expect(err).toBe(`${message}\n1 résumé checked: 1 error`);
    expect(code).toBe(1);
  });
});
