import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scratch } from '../browser/scratch.js';
import { type Ended, isWhole, leftovers, runToEnd, start, untilFiles } from './run.js';

// What a disk and other people's hands do to a run: each ends with one clear error, exit code 3, and whole files only.

const folder = scratch();
const resume = 'basics: {name: Ada Example}\n';

function prepare(name: string, files: Record<string, string> = { 'cv.yaml': resume }): string {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(cwd, file), text);
  return cwd;
}

function expectRefused({ code, err }: Ended, message: string): void {
  expect(err).toContain(`error: ${message}\n`);
  expect(err.match(/error:/g)).toHaveLength(1);
  expect(err).not.toMatch(/^ {4}at |bug/m);
  expect(code).toBe(3);
}

/** Whether this user may mount a file system in a namespace of its own, as most may outside containers. */
const mayMount = (() => {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/tmp'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('a disk that is full', () => {
  it('while a file is written: none of it is there, and the one before stays', async () => {
    const cwd = prepare('limit');
    await runToEnd(['cv.yaml', '-f', 'html,txt'], { cwd });
    const before = readFileSync(join(cwd, 'out', 'cv.html'));
    writeFileSync(join(cwd, 'cv.yaml'), 'basics: {name: Somebody Else}\n');
    // The kernel ends the write in the middle, as it does where a quota is used up; any user may ask for that.
    const within = `trap '' XFSZ; ulimit -f 20; exec "$@"`;
    const end = await runToEnd(['cv.yaml', '-f', 'html,txt'], { cwd, within });
    expectRefused(end, 'cannot write out/cv.html: files may not become that large here');
    expect(readFileSync(join(cwd, 'out', 'cv.html'))).toEqual(before);
    expect(await leftovers(join(cwd, 'out'))).toEqual([]);
  });

  it('says so, with files that are whole', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `cv-${index}`);
    const cwd = prepare('full', Object.fromEntries(names.map((name) => [`${name}.yaml`, resume])));
    mkdirSync(join(cwd, 'small'));
    // What is left when the run has ended is taken out of the namespace, which takes the file system along.
    const within = mayMount
      ? `exec unshare -rm sh -c 'mount -t tmpfs -o size=256k tmpfs small && { "$@"; code=$?; cp -r small seen; exit $code; }' sh "$@"`
      : `trap '' XFSZ; ulimit -f 20; "$@"; code=$?; cp -r small seen; exit $code`;
    const end = await runToEnd([...names.map((name) => `${name}.yaml`), '-f', 'html', '-o', 'small'], {
      cwd,
      within,
    });
    expect(end.err).toMatch(
      mayMount
        ? /cannot write small\/cv-\d+\.html and \d+ more files in small: the disk is full\n/
        : /cannot write small/,
    );
    if (mayMount) expect(end.err.match(/error:/g)).toHaveLength(1);
    expect(end.err).not.toMatch(/^ {4}at |bug/m);
    expect(end.code).toBe(3);
    const seen = join(cwd, 'seen');
    expect(await leftovers(seen)).toEqual([]);
    expect(readdirSync(seen).length).toBeLessThan(names.length);
    for (const name of readdirSync(seen)) expect(isWhole(name, readFileSync(join(seen, name)))).toBe(true);
  });

  it.runIf(mayMount)('for temporary files: that folder is named, and the way out', async () => {
    const cwd = prepare('full-tmp');
    mkdirSync(join(cwd, 'small'));
    const within = `exec unshare -rm sh -c 'mount -t tmpfs -o size=100k tmpfs small && TMPDIR=small exec "$@"' sh "$@"`;
    const end = await runToEnd(['cv.yaml', '-f', 'pdf,html'], { cwd, within });
    expect(end.err).toMatch(/error: .*: the folder for temporary files, small, is full\.\n.*TMPDIR/);
    expect(end.err.match(/error:/g)).toHaveLength(1);
    expect(end.code).toBe(3);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['cv.html']);
  });

  it('for temporary files: the browser cannot start, and what needs none is written', async () => {
    const cwd = prepare('no-tmp');
    const env = { TMPDIR: join(cwd, 'cv.yaml') };
    const end = await runToEnd(['cv.yaml', '-f', 'pdf,html'], { cwd, env });
    expect(end.err).toContain(`error: No folder for temporary files: ${cwd}/cv.yaml is not a folder\n`);
    expect(end.err).toContain('TMPDIR');
    expect(end.err).not.toMatch(/^ {4}at |bug/m);
    expect(end.code).toBe(3);
    expect(readdirSync(join(cwd, 'out'))).toEqual(['cv.html']);
  });
});

describe('a place that cannot be written to', () => {
  it('is known before any work: a read-only folder', async () => {
    const cwd = prepare('read-only');
    mkdirSync(join(cwd, 'out'));
    chmodSync(join(cwd, 'out'), 0o555);
    chmodSync(cwd, 0o755);
    // Modes say nothing to root, who becomes somebody else.
    const within = process.getuid?.() === 0 ? 'exec setpriv --reuid 65534 --clear-groups "$@"' : 'exec "$@"';
    const end = await runToEnd(['cv.yaml', '-f', 'html'], { cwd, within });
    expectRefused(end, 'cannot write out: permission denied');
    expect(readdirSync(join(cwd, 'out'))).toEqual([]);
  });

  it('is a folder of the name a file is to have', async () => {
    const cwd = prepare('folder');
    mkdirSync(join(cwd, 'out', 'cv.html', 'full'), { recursive: true });
    const end = await runToEnd(['cv.yaml', '-f', 'html,txt'], { cwd });
    expectRefused(end, 'cannot write out/cv.html: there is a folder of that name');
    expect(await leftovers(join(cwd, 'out'))).toEqual([]);
  });

  it('is a link that leads nowhere, or into a file', async () => {
    const cwd = prepare('link');
    symlinkSync('cv.yaml', join(cwd, 'out'));
    expectRefused(
      await runToEnd(['cv.yaml', '-f', 'txt'], { cwd }),
      'cannot write out: there is a file of that name',
    );
    expect(readFileSync(join(cwd, 'cv.yaml'), 'utf8')).toBe(resume);
  });
});

describe('what is linked from the out folder', () => {
  it('is not written to: the link gives way to the file', async () => {
    const cwd = prepare('out-link', { 'cv.yaml': resume, 'precious.txt': 'precious' });
    mkdirSync(join(cwd, 'out'));
    symlinkSync('../precious.txt', join(cwd, 'out', 'cv.txt'));
    expect((await runToEnd(['cv.yaml', '-f', 'txt'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'precious.txt'), 'utf8')).toBe('precious');
    expect(readFileSync(join(cwd, 'out', 'cv.txt'), 'utf8')).toContain('Ada Example');
  });
});

describe('what vanishes in the middle of a run', () => {
  const many = Array.from({ length: 40 }, (_, index) => `cv-${index}.yaml`);

  it('may be a résumé: it is named, and the others are written', async () => {
    const cwd = prepare('vanished', Object.fromEntries(many.map((file) => [file, resume])));
    const { ended } = start([...many, '-f', 'html', '--jobs', '1'], { cwd });
    await untilFiles(join(cwd, 'out'), 1);
    rmSync(join(cwd, 'cv-39.yaml'));
    const end = await ended;
    expect(end.err).toContain('error: there is no file cv-39.yaml [unreadable]');
    expect(end.err).toContain('40 résumés, 39 files written, 1 error');
    expect(end.code).toBe(1);
  });

  it('may be the folder that is written to', async () => {
    const cwd = prepare('no-out', Object.fromEntries(many.map((file) => [file, resume])));
    const { ended } = start([...many, '-f', 'html', '--jobs', '1'], { cwd });
    await untilFiles(join(cwd, 'out'), 1);
    rmSync(join(cwd, 'out'), { recursive: true });
    const end = await ended;
    expect(end.err).toMatch(
      /error: cannot write out\/cv-\d+\.html( and \d+ more files? in out)?: its folder is gone\n/,
    );
    expect(end.err).not.toMatch(/^ {4}at |bug/m);
    expect(end.code).toBe(3);
    expect(existsSync(join(cwd, 'out'))).toBe(false);
  });

  it('may be the folder it runs in', async () => {
    const cwd = prepare('no-cwd');
    const end = await runToEnd(['cv.yaml', '-f', 'html'], { cwd, within: 'rm -r "$PWD"; exec "$@"' });
    expect(end.err).toMatch(/^error: /);
    expect(end.err).not.toMatch(/^ {4}at |bug/m);
    expect(end.code).toBeGreaterThan(0);
  });
});
