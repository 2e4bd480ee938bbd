import { expect, test } from 'vitest';
import { tellOnce } from '../../src/commands/tell-once.js';
import { MachineError, WriteError } from '../../src/errors.js';

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
