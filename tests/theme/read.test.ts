import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContentError, UsageError } from '../../src/errors.js';
import { listThemes, readTheme } from '../../src/theme/read.js';
import { findings, folder } from './themes.js';

describe('a theme that ships', () => {
  it('is read by its name', async () => {
    const classic = await readTheme('classic');
    expect(classic).toMatchObject({ name: 'classic', title: 'Classic' });
    expect(classic.styles.Normal).toMatchObject({ font: 'body', size: expect.any(Number) });
    expect(classic.templates.resume).toContain('<!doctype html>');
    expect(classic.baseCss).toBe(await readFile('templates/base.css', 'utf8'));
  });

  it('is on the list, each of which can be read', async () => {
    const names = await listThemes();
    expect(names).toContain('classic');
    expect(names).toEqual([...names].sort());
    const themes = await Promise.all(names.map((name) => readTheme(name)));
    expect(themes.map(({ name }) => name)).toEqual(names);
  });
});

describe('a theme that is not there', () => {
  it.each([
    ['clasic', 'there is no theme `clasic`', 'did you mean `classic`?'],
    ['CLASSIC', 'there is no theme `CLASSIC`', 'did you mean `classic`?'],
    ['classsic!', 'there is no theme `classsic!`', 'did you mean `classic`?'],
    ['', 'there is no theme ``', /^themes: (.*, )?classic(, .*)?; or the path of a theme folder$/],
    ['__proto__', 'there is no theme `__proto__`', /^themes: /],
    ['./nowhere', 'there is no theme.yaml in ./nowhere', 'a theme is a folder with a theme.yaml'],
    ['../..', 'there is no theme.yaml in ../..', 'a theme is a folder with a theme.yaml'],
    ['classic/..', 'there is no theme.yaml in classic/..', 'a theme is a folder with a theme.yaml'],
  ])('%j is wrong usage', async (name, message, hint) => {
    const error = await readTheme(name).catch((caught) => caught);
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toBe(message);
    expect(error.hint).toEqual(typeof hint === 'string' ? hint : expect.stringMatching(hint));
  });
});

describe('a theme in a folder', () => {
  it('needs nothing but a theme.yaml', async () => {
    await using themes = await folder();
    const theme = await readTheme(await themes.theme('bare', '# nothing'));
    expect(theme).toMatchObject({
      name: 'bare',
      title: 'bare',
      description: '',
      page: { paper: 'a4', margin: { top: 54, right: 57, bottom: 54, left: 57 } },
      slack: {},
      fonts: {},
      colors: {},
      styles: { Normal: {} },
      characters: {},
      order: [],
      aside: [],
      css: '',
    });
    expect('footer' in theme.page).toBe(false);
  });

  it('overrides one partial and keeps the others', async () => {
    await using themes = await folder();
    const path = await themes.theme('own', 'extends: classic', {
      'partials/header.hbs': '<h1>mine</h1>',
      'partials/notes.txt': 'no partial',
    });
    const [own, classic] = await Promise.all([readTheme(path), readTheme('classic')]);
    expect(own.templates).toEqual({ ...classic.templates, header: '<h1>mine</h1>' });
  });

  it('may override the whole page', async () => {
    await using themes = await folder();
    const path = await themes.theme('own', 'extends: classic', { 'resume.hbs': '<p>all mine</p>' });
    expect((await readTheme(path)).templates.resume).toBe('<p>all mine</p>');
  });

  it('goes by the name of its folder, however the path is written', async () => {
    await using themes = await folder();
    const path = await themes.theme('mine', 'extends: classic');
    expect((await readTheme(`${path}/`)).name).toBe('mine');
    expect((await readTheme(join(path, 'x', '..'))).name).toBe('mine');
    expect((await readTheme(`${path}/.`)).name).toBe('mine');
  });

  it('reads its numbers as numbers and its texts as texts', async () => {
    await using themes = await folder();
    const path = await themes.theme(
      'numbers',
      'title: 2024\npage: {footer: 1, margin: {top: 36, right: 36.5, bottom: 0, left: 1}}\ncolors: {500: "#123456"}\nstyles: {Normal: {size: 10.5, tracking: -0.02, color: 500, rule: {width: 0.5, gap: 2, color: 500}}}',
    );
    expect(await readTheme(path)).toMatchObject({
      title: '2024',
      page: { footer: '1', margin: { top: 36, right: 36.5, bottom: 0, left: 1 } },
      styles: {
        Normal: { size: 10.5, tracking: -0.02, color: '500', rule: { width: 0.5, gap: 2, color: '500' } },
      },
    });
  });
});

describe('a theme that extends another', () => {
  it('has its slack too, floor by floor', async () => {
    await using themes = await folder();
    await themes.theme('parent', 'slack: {spacing: 0.5, size: 9}');
    const child = await readTheme(
      await themes.theme('child', 'extends: ../parent\nslack: {margin: 40, size: 10.5}'),
    );
    expect(child.slack).toEqual({ spacing: 0.5, margin: 40, size: 10.5 });
  });

  it('says what differs; the rest is inherited, property by property', async () => {
    await using themes = await folder();
    await themes.theme(
      'grand',
      'title: Grand\npage: {paper: letter, footer: "{name}"}\nfonts: {body: Tinos, mono: Cousine}\ncolors: {ink: "#111111", line: "#222222"}\nstyles: {Normal: {font: body, size: 9, color: ink}, Title: {size: 24, bold: true}}\ncharacters: {Term: {bold: true}}\norder: [work, skills]\naside: [languages]',
      {
        'theme.css': '.grand {}',
        'partials/header.hbs': 'grand header',
        'partials/entry.hbs': 'grand entry',
      },
    );
    await themes.theme(
      'parent',
      'extends: ../grand\ncolors: {ink: "#333333"}\nstyles: {Title: {bold: false, italic: true}}',
      {
        'theme.css': '.parent {}',
        'partials/header.hbs': 'parent header',
      },
    );
    const path = await themes.theme(
      'child',
      'extends: ../parent\ntitle: Child\npage: {paper: a4}\nfonts: {body: Caladea}\nstyles: {Aside: {size: 9}}\ncharacters: {Term: {italic: true}}\norder: [skills]',
      {
        'theme.css': '.child {}',
        'partials/entry.hbs': 'child entry',
      },
    );
    expect(await readTheme(path)).toMatchObject({
      name: 'child',
      title: 'Child',
      page: { paper: 'a4', footer: '{name}' },
      fonts: { body: 'Caladea', mono: 'Cousine' },
      colors: { ink: '#333333', line: '#222222' },
      styles: {
        Normal: { font: 'body', size: 9, color: 'ink' },
        Title: { size: 24, bold: false, italic: true },
        Aside: { size: 9 },
      },
      characters: { Term: { bold: true, italic: true } },
      order: ['skills'],
      aside: ['languages'],
      templates: { header: 'parent header', entry: 'child entry' },
      css: '.grand {}\n.parent {}\n.child {}',
    });
  });

  it('may extend one that ships, or one by its absolute path', async () => {
    await using themes = await folder();
    const parent = await themes.theme('parent', 'extends: classic\ncolors: {ink: "#010203"}');
    const child = await readTheme(await themes.theme('child', `extends: ${parent}`));
    expect(child.colors).toMatchObject({ ink: '#010203', accent: expect.stringMatching(/^#/) });
  });

  it('finds a path from its own folder, not from where the command runs', async () => {
    await using themes = await folder();
    await themes.theme('child/parents/one', 'colors: {ink: "#010203"}');
    const child = await readTheme(await themes.theme('child', 'extends: parents/one'));
    expect(child.colors).toEqual({ ink: '#010203' });
  });

  it.each([
    ['clasic', '2:10 theme <extends> there is no theme `clasic` → did you mean `classic`?'],
    [
      './gone',
      '2:10 theme <extends> there is no theme.yaml in ./gone → a theme is a folder with a theme.yaml',
    ],
    ['../own', '2:10 theme <extends> this theme extends itself → name another theme'],
  ])('cannot extend %s', async (name, finding) => {
    await using themes = await folder();
    const path = await themes.theme('own', `title: T\nextends: ${name}`);
    expect(await findings(path)).toEqual([finding]);
  });

  it('cannot extend itself in a circle', async () => {
    await using themes = await folder();
    await themes.theme('b', 'extends: ../c');
    await themes.theme('c', 'extends: ../a');
    const path = await themes.theme('a', 'extends: ../b');
    expect(await findings(path)).toEqual([
      '1:10 theme <extends> this theme extends itself → name another theme',
    ]);
  });

  it('is told where its parent is wrong', async () => {
    await using themes = await folder();
    const parent = await themes.theme('parent', 'stlyes: x');
    const path = await themes.theme('child', 'extends: ../parent');
    const error: unknown = await readTheme(path).catch((caught) => caught);
    expect(error).toBeInstanceOf(ContentError);
    expect((error as ContentError).diagnostics).toMatchObject([
      {
        file: join(parent, 'theme.yaml'),
        message: 'unknown key `stlyes`',
        suggestion: 'did you mean `styles`?',
      },
    ]);
  });
});
