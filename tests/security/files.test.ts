import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterFolder, render } from '../cli/command.js';

// Résumés and themes that name files which are none of their business. What would be read is there, and is not read.

// A PNG of one grey pixel.
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);
const SECRET = 'secret words';
let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({
    'secret.png': PNG,
    'secret.txt': SECRET,
    'images/me.png': PNG,
    'shared/theme.yaml': 'extends: classic\n',
    'shared/partials/header.hbs': '<h1>{{name}}, shared</h1>',
    'cv/me.png': PNG,
    'cv/..me.png': PNG,
    'cv/deep/er/me.png': PNG,
  });
});
afterEach(() => folder.leave());

const resume = (basics: string, meta = '') =>
  writeFileSync('cv/cv.yaml', `basics:\n  name: Ada Example\n${basics}${meta}`);
const withImage = (image: string) => resume(`  image: ${JSON.stringify(image)}\n`);
const picture = async (...more: string[]) => {
  const said = await render('cv/cv.yaml', '-f', 'html', ...more);
  expect(said.err).not.toMatch(/^ {4}at |This is a bug/m);
  return { ...said, shown: readFileSync('out/cv.html', 'utf8').includes('<img') };
};

describe('a picture', () => {
  it.each(['me.png', './me.png', '..me.png', 'deep/er/me.png', 'deep/../me.png'])(
    'at %s is shown',
    async (image) => {
      withImage(image);
      expect(await picture()).toMatchObject({ code: 0, shown: true });
    },
  );

  it.each([
    ['above', '../secret.png'],
    ['above, in a roundabout way', 'deep/../../secret.png'],
    ['beside', '../images/me.png'],
    ['at an absolute path', () => resolve('secret.png')],
    ['behind a link', 'link.png'],
    ['behind a link to its folder', 'linked/me.png'],
    ['behind a link to a link', 'twice.png'],
  ])('%s is not read', async (_, image) => {
    symlinkSync('../secret.png', 'cv/link.png');
    symlinkSync('link.png', 'cv/twice.png');
    symlinkSync('../images', 'cv/linked');
    withImage(typeof image === 'string' ? image : image());
    const { code, err, shown } = await picture();
    expect(err).toContain('the picture is left out: it lies outside the résumé’s folder [no-photo]');
    expect(err).toContain('--root');
    expect([code, shown]).toEqual([0, false]);
  });

  it('elsewhere is read where the command line allows it', async () => {
    withImage('../images/me.png');
    expect(await picture('--root', '.')).toMatchObject({ code: 0, shown: true });
    expect(await picture('--root', 'shared')).toMatchObject({ code: 0, shown: false });
  });

  it.each([
    ['a folder', 'deep', 'it is not a file'],
    ['a pipe', 'pipe.png', 'it is not a file'],
    ['a picture of 6 MB', 'huge.png', 'it is larger than 5 MB'],
    [
      'a picture of 30,000 by 30,000 pixels',
      'bomb.png',
      'bomb.png has 30000 × 30000 pixels, and at most 40 million are read',
    ],
    ['a text', 'text.png', 'text.png is neither a PNG nor a JPEG picture'],
    ['a download that broke off', 'half.png', 'half.png is cut off or damaged'],
    ['nothing', 'nothing.png', 'there is no file nothing.png'],
    ['a link that leads to itself', 'loop.png', 'loop.png cannot be read'],
    ['a name that is too long', `${'x'.repeat(300)}.png`, 'cannot be read'],
    ['a file by its address', 'file:///etc/hostname', 'it is an address, and nothing is fetched'],
    ['a program', 'javascript:alert(1)', 'it is an address, and nothing is fetched'],
  ])('that is %s is left out', async (_, image, message) => {
    execFileSync('mkfifo', ['cv/pipe.png']);
    writeFileSync('cv/huge.png', PNG);
    truncateSync('cv/huge.png', 6_000_000);
    writeFileSync('cv/bomb.png', bomb(30_000));
    writeFileSync('cv/text.png', SECRET);
    writeFileSync('cv/half.png', PNG.subarray(0, 60));
    symlinkSync('loop.png', 'cv/loop.png');
    withImage(image);
    const { err, shown } = await picture();
    expect(err).toContain(message);
    expect(shown).toBe(false);
  });

  it('with a NUL in its name is none', async () => {
    withImage('me.png\0.txt');
    const { code, err } = await render('cv/cv.yaml', '-f', 'html');
    expect(err).toContain('a character that cannot be printed stands here (U+0000)');
    expect(code).toBe(1);
    expect(readdirSync('out')).toEqual([]);
  });

  it.runIf(process.platform === 'linux').each(['/dev/zero', '/dev/stdin', '/proc/self/environ'])(
    'that is %s is not opened, though the command line allows all',
    async (image) => {
      withImage(image);
      expect(await picture('--root', '/')).toMatchObject({ code: 0, shown: false });
    },
  );
});

/** A square PNG of so many pixels a side: all one colour, and so a hundred kilobytes at most. */
function bomb(side: number): Buffer {
  const header = Buffer.from(PNG.subarray(0, 33));
  header.writeUInt32BE(side, 16);
  header.writeUInt32BE(side, 20);
  return Buffer.concat([header, deflateSync(Buffer.alloc(1_000_000))]);
}

describe('a theme that a résumé names', () => {
  const rendered = async (theme: string, ...more: string[]) => {
    resume('', `meta:\n  theme: ${JSON.stringify(theme)}\n`);
    return render('cv/cv.yaml', '-f', 'html', ...more);
  };

  it.each([
    ['above', '../shared'],
    ['at an absolute path', () => resolve('shared')],
    ['behind a link', './link'],
    ['nowhere, above', '../../nowhere'],
  ])('%s is not read', async (_, theme) => {
    symlinkSync('../shared', 'cv/link');
    const { code, err } = await rendered(typeof theme === 'string' ? theme : theme());
    expect(err).toContain('lies outside the folder it may be taken from [unknown-theme]');
    expect(err).toContain('--theme');
    expect(code).toBe(1);
    expect(readdirSync('out')).toEqual([]);
  });

  it('is read below the résumé, and where the command line allows it', async () => {
    mkdirSync('cv/own');
    writeFileSync('cv/own/theme.yaml', 'extends: classic\n');
    expect((await rendered('./own')).code).toBe(0);
    expect((await rendered('../shared', '--root', '.')).code).toBe(0);
    expect(readFileSync('out/cv.html', 'utf8')).toContain('Ada Example, shared');
  });

  it('does not extend what lies outside either', async () => {
    mkdirSync('cv/own');
    writeFileSync('cv/own/theme.yaml', 'extends: ../../shared\n');
    const { code, err } = await rendered('./own');
    expect(err).toContain('the theme ../../shared lies outside the folder it may be taken from [theme]');
    expect(code).toBe(1);
  });
});

describe('a theme that the command line names', () => {
  const named = (files: Record<string, string> = {}) => {
    mkdirSync('mine/partials', { recursive: true });
    for (const [name, text] of Object.entries({ 'theme.yaml': 'extends: classic\n', ...files }))
      writeFileSync(join('mine', name), text);
    resume('');
  };
  const run = () => render('cv/cv.yaml', '-t', './mine', '-f', 'html');

  it('may extend one beside it, but none further off', async () => {
    named({ 'theme.yaml': 'extends: ../shared\n' });
    expect((await run()).code).toBe(0);
    named({ 'theme.yaml': 'extends: ../../elsewhere\n' });
    expect((await run()).err).toContain('lies outside the folder it may be taken from');
  });

  it.each(['theme.css', 'resume.hbs', 'partials/header.hbs'])(
    'prints no other file by way of %s',
    async (file) => {
      named();
      symlinkSync(resolve('secret.txt'), join('mine', file));
      const { code, err, out } = await run();
      expect(err).toContain(`${file} cannot be read: it lies outside its folder`);
      expect(err + out).not.toContain(SECRET);
      expect(code).toBe(2);
    },
  );

  it.each(['theme.css', 'partials/header.hbs'])('does not wait for a pipe in place of %s', async (file) => {
    named();
    execFileSync('mkfifo', [join('mine', file)]);
    expect((await run()).err).toContain(`${file} cannot be read: it is not a file`);
  });

  it('is not read when a file is larger than 1 MB', async () => {
    named({ 'theme.css': ' '.repeat(1_000_001) });
    expect((await run()).err).toContain('theme.css cannot be read: it is too large');
  });

  it('that extends itself by way of a link comes to an end', async () => {
    named({ 'theme.yaml': 'extends: ./again\n' });
    symlinkSync('.', 'mine/again');
    const { code, err } = await run();
    expect(err).toContain('this theme extends itself');
    expect(code).toBe(1);
  });
});

describe('a name', () => {
  it.each(['..yaml', '...yaml', '.hidden.yaml', 'a b.yaml', '-.yaml', "quote'.yaml", 'per%2e%2ecent.yaml'])(
    '%j of a résumé stays in the out folder',
    async (name) => {
      writeFileSync(join('cv', name), 'basics: {name: ../../Ada}\n');
      const before = readdirSync('.').sort();
      const { code, out } = await render(join('cv', name), '-f', 'txt', '-o', 'out/inner');
      expect(code).toBe(0);
      expect(out.startsWith('out/inner/')).toBe(true);
      expect(readdirSync('out')).toEqual(['inner']);
      expect(readdirSync('out/inner')).toHaveLength(1);
      expect(readdirSync('.').sort()).toEqual([...before, 'out'].sort());
    },
  );

  it('sends no command to the terminal, whatever stands in it', async () => {
    writeFileSync('cv/cv.yaml', 'basics:\n  name: Ada\n  "na\\u001b]0;title\\u0007me": "\\u001b[2J"\n');
    const { err } = await render('cv/cv.yaml', '-f', 'txt');
    expect([...err].filter((sign) => sign.charCodeAt(0) < 32 && sign !== '\n')).toEqual([]);
  });
});
