import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { enterFolder } from './command.js';

// `render … > list.txt` on a disk that is full: nothing can be said, and that is no bug of the program.

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({ 'cv.yaml': 'basics: { name: Ada Example }\n' });
});
afterEach(() => folder.leave());

/** Runs the built program with one of its streams on a disk that is full. */
function runInto(stream: 'stdout' | 'stderr', argv: readonly string[]) {
  const full = openSync('/dev/full', 'w');
  const stdio =
    stream === 'stdout' ? (['ignore', full, 'pipe'] as const) : (['ignore', 'pipe', full] as const);
  const cli = join(packageRoot(), 'dist', 'cli.js');
  const { status, stderr, stdout } = spawnSync(process.execPath, [cli, ...argv], {
    stdio: [...stdio],
    encoding: 'utf8',
  });
  closeSync(full);
  return { status, stderr, stdout };
}

const onLinux = process.platform === 'linux';

test
  .runIf(onLinux)
  .each([
    ['cv.yaml', '-q', '-f', 'txt'],
    ['cv.yaml', '--report', 'json', '-f', 'txt'],
    ['validate', 'cv.yaml', '--report', 'json'],
    ['--help'],
    ['schema'],
  ])('%s %s %s: one line and exit code 3', (...argv) => {
  expect(runInto('stdout', argv)).toMatchObject({
    status: 3,
    stderr: 'error: cannot write to stdout: the disk is full\n',
  });
});

test.runIf(onLinux)('where even that cannot be said, the work is done and the exit code counts', () => {
  expect(runInto('stderr', ['cv.yaml', '-f', 'txt'])).toMatchObject({ status: 0, stdout: 'out/cv.txt\n' });
  expect(runInto('stderr', ['cv.yaml', '-f', 'tx'])).toMatchObject({ status: 2, stdout: '' });
});
