import { expect, test } from 'vitest';
import { eachOnce } from '../../src/commands/each-once.js';
import { tellOnce } from '../../src/commands/tell-once.js';
import { MachineError, WriteError } from '../../src/errors.js';
import { enterFolder, render } from './command.js';

const full = (path: string) => new WriteError(path, 'the disk is full', true, 'choose another folder', {});

test('what hinders every file of a folder is told once, with how many there are', () => {
  const failures = ['out/a.pdf', 'out/b.pdf', 'other/a.pdf', 'out/c.pdf', 'out/a.pdf'].map(full);
  expect(tellOnce(failures).map(({ message, hint }) => [message, hint])).toEqual([
    ['cannot write out/a.pdf and 2 more files in out: the disk is full', 'choose another folder'],
    ['cannot write other/a.pdf: the disk is full', 'choose another folder'],
  ]);
  expect(tellOnce(failures.slice(0, 2)).map(({ message }) => message)).toEqual([
    'cannot write out/a.pdf and 1 more file in out: the disk is full',
  ]);
});

test('what is about one file is told of each, and the same words once', () => {
  const failures = [
    new WriteError('out/a.pdf', 'there is a folder of that name', false, 'choose another folder', {}),
    new MachineError('there is no browser'),
    new WriteError('out/b.pdf', 'there is a folder of that name', false, 'choose another folder', {}),
    new MachineError('there is no browser'),
  ];
  expect(tellOnce(failures)).toEqual([failures[0], failures[1], failures[2]]);
});

test('what a theme does wrong is told once, however many résumés have it', async () => {
  const folder = await enterFolder({
    'ada.yaml': 'basics: { name: Ada Example }\n',
    'ben.yaml': 'basics: { name: Ben Example }\n',
    'mine/theme.yaml': 'extends: classic\n',
    'mine/partials/header.hbs': '<h1>{{name}}</h1><h4>Above</h4>',
  });
  try {
    const files = ['ada.yaml', 'ben.yaml', '-t', './mine'];
    const { err, out } = await render(...files, '-f', 'txt');
    expect(err).toMatch(
      /^warning: `h4` follows `h1`: a level is skipped .*\n {2}--> theme mine\n\n2 résumés, /,
    );
    expect(err).toMatch(/2 files written, 1 warning$/);
    expect(out).toBe('out/ada.txt\nout/ben.txt');
    const { diagnostics } = JSON.parse((await render('check', ...files, '--report', 'json')).out);
    expect(diagnostics).toHaveLength(1);
  } finally {
    await folder.leave();
  }
});

test('findings that differ in file, path, place, rule or words are several', () => {
  const one = { severity: 'warning', rule: 'a', file: 'b', path: 'c', message: 'd' } as const;
  const place = { line: 1, column: 2, length: 3 };
  const others = [
    { ...one, rule: 'x' },
    { ...one, file: 'x' },
    { ...one, path: 'x' },
    { ...one, message: 'x' },
    { ...one, place },
    { ...one, place: { ...place, line: 2 } },
    { ...one, place: { ...place, column: 3 } },
  ];
  expect(eachOnce([one, ...others, { ...one }, ...others])).toEqual([one, ...others]);
});
