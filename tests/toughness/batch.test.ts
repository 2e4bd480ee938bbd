import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/browser/open.js';
import { groupsUsing, livingIn, scratch } from '../browser/scratch.js';
import { isWhole, leftovers, runToEnd, start, untilFiles } from './run.js';

// A batch in a process of its own, whose browser is killed, or which is ended itself, in the middle of its work.

const folder = scratch();
const COUNT = 24;
const names = Array.from({ length: COUNT }, (_, index) => `person-${index}`);

beforeAll(async () => {
  // So that the processes below neither search nor unpack.
  await using browser = openBrowser({ env: process.env });
  await browser.describe();
}, 120_000);

/** A folder with résumés, and one for temporary files, which is to be empty in the end. */
function prepare(name: string, of: readonly string[] = names) {
  const cwd = join(folder, name);
  const temporary = join(cwd, 'tmp');
  mkdirSync(temporary, { recursive: true });
  for (const person of of) writeFileSync(join(cwd, `${person}.yaml`), `basics: {name: ${person}}\n`);
  return { cwd, temporary, out: join(cwd, 'out'), files: of.map((person) => `${person}.yaml`) };
}

const expectWhole = (out: string) => {
  const broken = readdirSync(out).filter((name) => !isWhole(name, readFileSync(join(out, name))));
  expect(broken).toEqual([]);
};

describe.skipIf(process.platform !== 'linux')('a batch whose browser is killed', () => {
  it('is finished by another one, without a word lost', async () => {
    const { cwd, temporary, out, files } = prepare('killed');
    const { ended } = start([...files, '-f', 'pdf'], { cwd, env: { TMPDIR: temporary } });
    await untilFiles(out, 3);
    const groups = await groupsUsing(temporary);
    expect(groups).not.toEqual([]);
    for (const group of groups) process.kill(-group, 'SIGKILL');
    const written = readdirSync(out).length;
    const { code, err } = await ended;
    expect(written).toBeLessThan(COUNT);
    expect(err).toContain(`${COUNT} résumés, ${COUNT} files written`);
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(names.map((name) => `${name}.pdf`).sort());
    expectWhole(out);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe.skipIf(process.platform !== 'linux')('a batch that is ended', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s leaves whole files and nothing else',
    async (signal) => {
      const { cwd, temporary, out, files } = prepare(signal);
      const { child, ended } = start(files, { cwd, env: { TMPDIR: temporary } });
      await untilFiles(out, 5);
      const groups = await groupsUsing(temporary);
      child.kill(signal);
      const end = await ended;
      expect(end.signal).toBe(signal);
      expect(end.err).not.toMatch(/^ {4}at |bug/m);
      await expect.poll(() => livingIn(groups)).toEqual([]);
      expect(readdirSync(temporary)).toEqual([]);
      expect(await leftovers(out)).toEqual([]);
      expect(readdirSync(out).length).toBeLessThan(COUNT * 3);
      expectWhole(out);
    },
  );

  it('by a second Ctrl+C does not wait, and leaves as little', async () => {
    const { cwd, temporary, out, files } = prepare('twice');
    const { child, ended } = start(files, { cwd, env: { TMPDIR: temporary } });
    await untilFiles(out, 2);
    const groups = await groupsUsing(temporary);
    child.kill('SIGINT');
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect((await ended).signal).toBe('SIGINT');
    await expect.poll(() => livingIn(groups)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    expect(await leftovers(out)).toEqual([]);
    expectWhole(out);
  });

  it('where no browser runs, while it writes one file after the other', async () => {
    const { cwd, temporary, out, files } = prepare('text');
    for (const after of [1, 3, 6, 9, 14, 20]) {
      rmSync(out, { recursive: true, force: true });
      const { child, ended } = start([...files, '-f', 'html,docx'], { cwd, env: { TMPDIR: temporary } });
      await untilFiles(out, after);
      child.kill('SIGTERM');
      expect((await ended).signal).toBe('SIGTERM');
      expect(await leftovers(out)).toEqual([]);
      expectWhole(out);
    }
  });
});

describe('two runs into one folder', () => {
  it('leave whole files, each of one run or of the other', async () => {
    const people = names.slice(0, 6);
    const [one, other] = [prepare('one', people), prepare('other', people)];
    for (const name of people)
      writeFileSync(join(other.cwd, `${name}.yaml`), `basics: {name: Other ${name}}\n`);
    const out = join(folder, 'shared');
    const runs = await Promise.all(
      [one, other, one, other].map(({ cwd, files }) =>
        runToEnd([...files, '-f', 'html,docx', '-o', out], { cwd }),
      ),
    );
    expect(runs.map(({ code, err }) => [code, err.trim()])).toEqual(
      Array(4).fill([0, '6 résumés, 12 files written']),
    );
    expect(readdirSync(out).sort()).toEqual(
      people.flatMap((name) => [`${name}.docx`, `${name}.html`]).sort(),
    );
    expectWhole(out);
    for (const name of people) {
      expect(readFileSync(join(out, `${name}.html`), 'utf8')).toMatch(
        new RegExp(`<h1>(Other )?${name}</h1>`),
      );
    }
  });
});
