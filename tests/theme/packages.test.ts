import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { readTheme } from '../../src/theme/read.js';
import { findings, folder } from './themes.js';

// Themes as npm packages: folders below node_modules, looked for as Node looks for modules, from a given folder up.

const GREEN = 'extends: classic\ncolors: { accent: "#0b5a44" }';

describe('a theme from npm', () => {
  it.each(['resumewright-theme-harbour', '@ada/resumewright-theme-harbour', '@ada/resumewright-theme'])(
    'is found by the name of its package: %s',
    async (name) => {
      await using themes = await folder();
      await themes.theme(`project/node_modules/${name}`, GREEN, {
        'package.json': JSON.stringify({ name, main: 'index.js' }),
        // It would show if this were run.
        'index.js': 'throw new Error("code of a theme was run");',
      });
      await mkdir(join(themes.root, 'project', 'cv', 'deep'), { recursive: true });
      const theme = await readTheme(name, join(themes.root, 'project', 'cv', 'deep'));
      expect(theme.colors.accent).toBe('#0b5a44');
      expect(theme.name).toBe(name.split('/').at(-1));
    },
  );

  it('is the nearest of that name', async () => {
    await using themes = await folder();
    await themes.theme('node_modules/resumewright-theme-a', 'title: Far');
    await themes.theme('project/node_modules/resumewright-theme-a', 'title: Near');
    expect((await readTheme('resumewright-theme-a', join(themes.root, 'project'))).title).toBe('Near');
    expect((await readTheme('resumewright-theme-a', themes.root)).title).toBe('Far');
  });

  it('may be what another theme extends, also where the package manager links packages', async () => {
    await using themes = await folder();
    await themes.theme('store/node_modules/resumewright-theme-base', GREEN);
    await themes.theme(
      'store/node_modules/resumewright-theme-child',
      'extends: resumewright-theme-base\ntitle: Child',
    );
    await mkdir(join(themes.root, 'project', 'node_modules'), { recursive: true });
    await symlink(
      join(themes.root, 'store', 'node_modules', 'resumewright-theme-child'),
      join(themes.root, 'project', 'node_modules', 'resumewright-theme-child'),
    );
    await themes.theme('project/mine', 'extends: resumewright-theme-child');
    const mine = await readTheme('./mine', join(themes.root, 'project'));
    expect(mine).toMatchObject({ title: 'Child', colors: { accent: '#0b5a44' } });
  });

  it('that is not installed is named with the command that installs it', async () => {
    await using themes = await folder();
    const error = await readTheme('resumewright-theme-none', themes.root).catch((caught) => caught);
    expect(error).toBeInstanceOf(UsageError);
    expect(error.message).toBe('the theme `resumewright-theme-none` is not installed');
    expect(error.hint).toBe('npm install resumewright-theme-none');
    const path = await themes.theme('mine', 'extends: resumewright-theme-none');
    expect(await findings(path)).toEqual([
      '1:10 theme <extends> the theme `resumewright-theme-none` is not installed → npm install resumewright-theme-none',
    ]);
  });

  it('without a theme.yaml is none', async () => {
    await using themes = await folder();
    await mkdir(join(themes.root, 'node_modules', 'resumewright-theme-empty'), { recursive: true });
    const error = await readTheme('resumewright-theme-empty', themes.root).catch((caught) => caught);
    expect(error.message).toBe('the package resumewright-theme-empty has no theme.yaml');
  });

  it('is looked for under no other name', async () => {
    await using themes = await folder();
    await themes.theme('node_modules/harbour', GREEN);
    await themes.theme('node_modules/@ada/harbour', GREEN);
    await expect(readTheme('harbour', themes.root)).rejects.toThrow('there is no theme `harbour`');
    await expect(readTheme('@ada/harbour', themes.root)).rejects.toThrow(
      'there is no theme.yaml in @ada/harbour',
    );
  });
});

describe('a name that is nearly right', () => {
  it.each([
    ['a folder', 'harbour', './harbour'],
    ['a package', 'node_modules/resumewright-theme-harbour', 'resumewright-theme-harbour'],
  ])('of %s is completed', async (_, path, meant) => {
    await using themes = await folder();
    await themes.theme(path, GREEN);
    const error = await readTheme('harbour', themes.root).catch((caught) => caught);
    expect(error.message).toBe('there is no theme `harbour`');
    expect(error.hint).toBe(`did you mean \`${meant}\`?`);
  });
});
