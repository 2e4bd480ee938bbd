import { execFileSync } from 'node:child_process';
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { enterFolder, render, type Said } from './command.js';

// Files that are no résumés, by accident or on purpose: each ends with one diagnostic, is never read without end, and
// nothing is written.

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({
    'cv.pdf': '%PDF-1.7\n',
    'cv.docx': Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]),
    'cv.doc': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
    'cv.rtf': '{\\rtf1 Ada}',
    'me.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47]),
    'me.jpg': Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]),
    'big-endian.yaml': Uint8Array.from([0xfe, 0xff, 0, 0x62]),
    'latin.yaml': Buffer.from('basics:\r\n  name: Änne', 'latin1'),
  });
});
afterEach(() => folder.leave());

function expectRefused({ code, out, err }: Said, message: string): void {
  expect(err).toContain(`error: ${message} [`);
  expect(err).toContain('1 error');
  expect(err).not.toMatch(/^ {4}at /m);
  expect(out).toBe('');
  expect(code).toBe(1);
}

describe('a file of another kind is named for what it is', () => {
  test.each([
    ['cv.pdf', 'cv.pdf is a PDF'],
    ['cv.docx', 'cv.docx is a Word file or another archive'],
    ['cv.doc', 'cv.doc is an old Word file'],
    ['cv.rtf', 'cv.rtf is a text of a word processor'],
    ['me.png', 'me.png is a picture'],
    ['me.jpg', 'me.jpg is a picture'],
    ['big-endian.yaml', 'big-endian.yaml is text in UTF-16'],
    ['latin.yaml', 'latin.yaml is not UTF-8 text'],
  ])('%s', async (file, message) => {
    expectRefused(await render('validate', file), message);
    expectRefused(await render(file, '-f', 'txt'), message);
  });
});

test('the first byte that is no UTF-8 is shown', async () => {
  const { err } = await render('validate', 'latin.yaml');
  expect(err).toContain('--> latin.yaml:2:9\n');
  expect(err).toContain('  |         ^ save it again with the encoding UTF-8');
});

test('a file of 50 MB is refused for its size', async () => {
  writeFileSync('huge.yaml', '');
  truncateSync('huge.yaml', 50_000_000);
  expectRefused(await render('validate', 'huge.yaml'), 'huge.yaml is far too large for a résumé');
});

test('a link that leads to itself', async () => {
  symlinkSync('two.yaml', 'one.yaml');
  symlinkSync('one.yaml', 'two.yaml');
  expectRefused(
    await render('validate', 'one.yaml'),
    'one.yaml cannot be read: it is a link that leads back to itself',
  );
});

test('a link that leads nowhere', async () => {
  symlinkSync('../gone/away.yaml', 'one.yaml');
  const said = await render('validate', 'one.yaml');
  expectRefused(said, 'one.yaml is a link to ../gone/away.yaml, and that is not there');
  expect(said.err).not.toContain('did you mean');
});

test.each(process.platform === 'win32' ? [] : ['/dev/zero', 'pipe.yaml'])(
  '%s, which has no end, is not read',
  async (file) => {
    execFileSync('mkfifo', ['pipe.yaml']);
    expectRefused(await render('validate', file), `${file} is not a file`);
    expectRefused(await render('validate', file, '--strict'), `${file} is not a file`);
  },
);

describe('hostile text', () => {
  const head = 'basics:\n  name: Ada\n';
  test.each([
    [
      '100,000 keys',
      head + Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n'),
      'the file holds more than 25,000 values, its aliases followed',
    ],
    [
      '20,000 keys nobody knows',
      head + Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n'),
      'unknown key `k0`',
    ],
    [
      'one key 50,000 times',
      `${head}${'  name: Ada\n'.repeat(50_000)}`,
      '`name` stands here a second time; the first is in line 2',
    ],
    ['1 MB of brackets', '['.repeat(1_000_000), 'nested more than 64 levels deep'],
    ['10,000 levels of JSON', '{"a":'.repeat(10_000), 'nested more than 64 levels deep'],
    [
      '100,000 mistakes of grammar',
      '- @x\n'.repeat(100_000),
      'an unquoted text cannot begin with `@` in YAML',
    ],
    ['a line of 1 MB', `basics: {name: Ada, labl: ${'x'.repeat(900_000)}}`, 'unknown key `labl` in basics'],
    ['a key named __proto__', `${head}__proto__: {work: 1}\n`, 'unknown key `__proto__`'],
    [
      'a tag that runs code elsewhere',
      "basics: !!js/function 'x'\n",
      'YAML tags (`!name`) mean nothing here',
    ],
    [
      'a file that claims to be YAML 1.1',
      '%YAML 1.1\n---\nbasics:\n  nmae: yes\n',
      'unknown key `nmae` in basics',
    ],
  ])('%s ends in a diagnostic, short enough to be read', async (_, text, message) => {
    writeFileSync('hostile.yaml', text);
    const said = await render('validate', 'hostile.yaml');
    expect(said.err).toContain(`error: ${message} [`);
    expect(said.err.length).toBeLessThan(60_000);
    expect(said.err).not.toMatch(/^ {4}at /m);
    expect(said.code).toBe(1);
  });

  test.each(['(', '*', '`', '_', '![', '<', '[a](', '> ', '- ', '*a **b ', '&'])(
    'half a megabyte of %j is read as the text it is',
    async (part) => {
      const text = part.repeat(500_000 / part.length);
      writeFileSync(
        'hostile.json',
        JSON.stringify({ basics: { name: 'Ada', label: text, summary: text.slice(0, 1000) } }),
      );
      expect((await render('validate', 'hostile.json')).err).not.toMatch(/^ {4}at /m);
    },
  );
});
