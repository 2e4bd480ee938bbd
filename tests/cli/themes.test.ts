import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTheme } from '../../src/theme/read.js';
import { enterFolder, render } from './command.js';

// `render themes`: list, new, show. (`themes test` has a file of its own.)

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({ 'cv.yaml': 'basics:\n  name: Ada Example\nwork:\n  - name: Northwind\n' });
});
afterEach(() => folder.leave());

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

describe('render themes', () => {
  test('is the list, and so is `themes list`', async () => {
    const { code, out } = await render('themes');
    expect(code).toBe(0);
    expect(out).toMatch(/^classic +\S/m);
    expect((await render('themes', 'list')).out).toBe(out);
  });

  test.each([
    ['nwe', 'did you mean `render themes new`?'],
    ['harbour', 'did you mean `render themes show harbour`?'],
  ])('%s is no command of it', async (word, hint) => {
    const { code, err } = await render('themes', word);
    expect(code).toBe(2);
    expect(err).toBe(`error: there is no command \`themes ${word}\`\n  ${hint}`);
  });
});

describe('render themes new', () => {
  test('writes a folder of two files that is a theme at once', async () => {
    const { code, out, err } = await render('themes', 'new', 'harbour');
    expect(code).toBe(0);
    expect(out).toBe('harbour/theme.yaml\nharbour/theme.css');
    expect(err).toContain('render themes test ./harbour');
    const rendered = await render('cv.yaml', '-t', './harbour', '-f', 'html,docx', '--strict');
    expect(rendered.err).not.toMatch(/error|warning/);
    expect(rendered.code).toBe(0);
    expect((await readTheme('./harbour')).title).toBe('Harbour');
  });

  test('says nothing of its own, and its examples, switched on, say what is there already', async () => {
    await render('themes', 'new', 'mine');
    const bare = { name: 'mine', title: 'Mine', description: 'Classic, made my own.' };
    const classic = await readTheme('classic');
    const written = await readTheme('./mine');
    expect({ ...written, css: '' }).toEqual({ ...classic, ...bare });
    const text = await readFile('mine/theme.yaml', 'utf8');
    const on = text.replaceAll(/^# /gm, '');
    expect(on.match(/^(colors|fonts|page|styles|characters|order):$|^order:/gm)?.length).toBe(6);
    await writeFile('mine/theme.yaml', on);
    const { order, css, ...switched } = await readTheme('./mine');
    const { order: _, css: __, ...before } = { ...classic, ...bare };
    expect(switched).toEqual(before);
    expect(order).toEqual(['summary', 'work', 'education', 'skills']);
    expect(css.replaceAll(/\/\*.*?\*\//gs, '').trim()).toBe('');
  });

  test('may start from a folder, which it names as it sees it, or from a package', async () => {
    await render('themes', 'new', 'base');
    await write('base/theme.yaml', 'extends: classic\ncolors: { accent: "#0b5a44" }');
    expect((await render('themes', 'new', 'down', '--from', './base')).code).toBe(0);
    expect((await readTheme('./down')).colors.accent).toBe('#0b5a44');
    expect(await readFile('down/theme.yaml', 'utf8')).toMatch(/^extends: \.\.\/base$/m);
    await write('node_modules/@ada/resumewright-theme-sea/theme.yaml', 'colors: { accent: "#005577" }');
    await render('themes', 'new', 'sea', '--from', '@ada/resumewright-theme-sea');
    expect((await readTheme('./sea')).colors.accent).toBe('#005577');
  });

  test('writes none that extends a theme out of its reach, and says how it can', async () => {
    await render('themes', 'new', 'base');
    await write('base/theme.yaml', 'extends: classic\ncolors: { accent: "#0b5a44" }');
    const { code, out, err } = await render('themes', 'new', 'deep/down', '--from', './base');
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`error: deep/down could not extend ./base, which lies neither beside it nor below
  make it beside that one: render themes new down --from ./base; or allow a folder above both with --root`);
    expect(await readdir('.')).toEqual(['base', 'cv.yaml']);
    const narrow = await render('themes', 'new', 'deep/down', '--from', './base', '--root', 'deep');
    expect(narrow.err).toContain('--root deep does not hold both deep/down and ./base');
  });

  test('with a root that holds both it may, and then wants it from every command', async () => {
    await render('themes', 'new', 'base');
    await write('base/theme.yaml', 'extends: classic\ncolors: { accent: "#0b5a44" }');
    const made = await render('themes', 'new', 'deep/down', '--from', './base', '--root', '.');
    expect(made.code).toBe(0);
    expect(made.err).toContain('render themes test deep/down --root .');
    expect(await readFile('deep/down/theme.yaml', 'utf8')).toMatch(/^extends: \.\.\/\.\.\/base$/m);
    const shown = await render('themes', 'show', 'deep/down', '--root', '.');
    expect(shown.out).toContain('#0b5a44');
    expect((await render('cv.yaml', '-t', 'deep/down', '-f', 'html', '--root', '.')).code).toBe(0);
    expect(await readFile('out/cv.html', 'utf8')).toContain('#0b5a44');
    expect((await render('themes', 'show', 'deep/down')).err).toContain('outside the folder');
    // A root elsewhere keeps nobody from a theme of theirs.
    expect((await render('themes', 'show', './base', '--root', 'deep')).code).toBe(0);
  });

  test.each(['a folder', 'a file'])('touches nothing where %s is', async (kind) => {
    await (kind === 'a file' ? write('harbour', 'mine') : write('harbour/notes.txt', 'mine'));
    const { code, out, err } = await render('themes', 'new', 'harbour');
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toBe(
      'error: harbour is already there, and nothing is overwritten\n  choose another name, such as harbour-2',
    );
    if (kind === 'a folder') expect(await readdir('harbour')).toEqual(['notes.txt']);
  });

  test.each([
    [
      'my theme!',
      'a theme cannot be called `my theme!`',
      'use letters, digits and hyphens, such as my-theme',
    ],
    ['.hidden', 'a theme cannot be called `.hidden`', 'use letters, digits and hyphens, such as hidden'],
    ['classic', '`classic` has a meaning already', 'choose another name, such as my-classic'],
    ['all', '`all` has a meaning already', 'choose another name, such as my-all'],
  ])('refuses the name %j', async (name, message, hint) => {
    const { code, err } = await render('themes', 'new', name);
    expect(code).toBe(2);
    expect(err).toBe(`error: ${message}\n  ${hint}`);
    expect(await readdir('.')).toEqual(['cv.yaml']);
  });

  test('says which theme was meant, and what is wrong with one that is broken', async () => {
    const unknown = await render('themes', 'new', 'mine', '--from', 'clasic');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect(unknown.err).toContain('did you mean `classic`?');
    await write('broken/theme.yaml', 'extends: classic\nstyles: { Title: { font-size: 12 } }');
    const broken = await render('themes', 'new', 'mine', '--from', './broken');
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('here it is `size`');
    expect((await readdir('.')).sort()).toEqual(['broken', 'cv.yaml']);
  });
});

describe('render themes show', () => {
  test('prints each style as it is in the end, and where it is from', async () => {
    await write(
      'sea/theme.yaml',
      'extends: classic\ntitle: Sea\ncolors: { accent: "#0b5a44" }\nstyles: { Title: { bold: true, color: accent } }\n',
    );
    const { code, out } = await render('themes', 'show', './sea');
    expect(code).toBe(0);
    expect(out).toContain('Sea, which extends classic\n');
    expect(out).toMatch(/accent +#0b5a44, \d+\.\d:1 to white +classic \+ sea$/m);
    expect(out).toMatch(
      /^Title +Caladea +Cambria +24 +28\.5 +0 +accent +center +classic \+ sea +bold, keepNext$/m,
    );
    expect(out).toMatch(/^Where Alone +Caladea +Cambria .* classic +base Where, keepLines$/m);
    expect(out).toMatch(/^Code +Cousine +Courier New +9 +classic$/m);
  });

  test('of a theme that extends none names no origins', async () => {
    const { out } = await render('themes', 'show', 'classic');
    expect(out.split('\n')[0]).toBe('Classic');
    expect(out).toMatch(/^style .* colour +align$/m);
  });

  test('is one JSON object for programs', async () => {
    await write('sea/theme.yaml', 'extends: classic\ncolors: { accent: "#0b5a44" }\naside: [skills]\n');
    await write('sea/partials/pair.hbs', '<p class="pair">{{term}}</p>');
    await write('sea/theme.css', '/* nothing */ .sheet { display: grid; }');
    const { out, err } = await render('themes', 'show', './sea', '--report', 'json');
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      name: 'sea',
      layers: ['classic', 'sea'],
      colors: { accent: { value: '#0b5a44', from: ['classic', 'sea'] }, ink: { from: ['classic'] } },
      fonts: { body: { family: 'Caladea', word: 'Cambria', from: ['classic'] } },
      styles: { Headline: { size: 12, font: 'body', from: ['classic'] } },
      aside: ['skills'],
      templates: { pair: 'sea' },
      css: ['sea'],
    });
  });

  test('wants a theme, and a report it knows', async () => {
    expect((await render('themes', 'show')).code).toBe(2);
    expect((await render('themes', 'show', 'clasic')).err).toContain('did you mean `classic`?');
    const { code, err } = await render('themes', 'show', 'classic', '--report', 'github');
    expect(code).toBe(2);
    expect(err).toContain('pretty, json');
  });
});

test('all of it is in the help', async () => {
  const { out } = await render('themes', '--help');
  for (const command of ['list', 'new', 'show', 'test'])
    expect(out).toMatch(new RegExp(`^ +${command}\\b`, 'm'));
  expect((await render('themes', 'test', '--help')).out).toContain('--report');
});

test('paths are joined as the system does', async () => {
  expect((await render('themes', 'new', join('a', 'b'))).out.split('\n')[0]).toBe(
    join('a', 'b', 'theme.yaml'),
  );
});
