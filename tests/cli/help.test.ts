import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { render } from './command.js';

// What `--help` promises, for every command there is.

/** The commands that a help text lists. */
const listed = (help: string) =>
  [...(/\nCommands:\n((?: {2}.*\n)+)/.exec(help)?.[1] ?? '').matchAll(/^ {2}(\w+)/gm)].map(
    ([, name = '']) => name,
  );

const commands = listed((await render('--help')).out).filter((name) => name !== 'help');
const themes = listed((await render('themes', '--help')).out).filter(
  (name) => !['help', 'list'].includes(name),
);
const all = [[], ...commands.map((name) => [name]), ...themes.map((name) => ['themes', name])];

/** The sections of the reference. */
const guide = (await readFile(join(packageRoot(), 'docs/cli.md'), 'utf8')).split(/^## (?=`)/m);
const documented = (option: string, section: string) => new RegExp(`\`${option}[ \`]`).test(section);

test('the commands are found', () => {
  expect(commands).toContain('validate');
  expect(themes).toEqual(['new', 'show', 'test']);
});

describe.each(all)('render %s %s', (...words) => {
  const command = words.filter(Boolean);

  test('has examples, and each of them is a command line that is understood', async () => {
    const { code, out } = await render(...command, '--help');
    expect(code).toBe(0);
    const [, examples = ''] = out.split(/^Examples?:\n/m);
    const lines = [...examples.matchAll(/\brender((?: \S+)*)/g)].map(([, rest = '']) =>
      rest.trim().split(' '),
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const first = commands.includes(line[0] ?? '') ? line.slice(0, 1) : [];
      const deeper = first[0] === 'themes' && themes.includes(line[1] ?? '') ? line.slice(1, 2) : [];
      const { out: help } = await render(...first, ...deeper, '--help');
      for (const option of line.filter((word) => /^--?[a-z]/.test(word)))
        expect(help).toMatch(new RegExp(`^ +(-\\w, )?(${option.replace(/=.*/, '')})(,| |$)`, 'm'));
    }
  });

  test('has all its options in docs/cli.md', async () => {
    const [name = '[files…]'] = command;
    const section = guide.find((text) => text.split('`')[1]?.startsWith(`render ${name}`)) ?? '';
    const { out } = await render(...command, '--help');
    const options = [...out.matchAll(/^ {2}((?:-\w, )?--[\w-]+)/gm)].map(([, names = '']) =>
      names.split(', '),
    );
    const missing = options.filter(
      (names) => !names.includes('--help') && !names.some((name) => documented(name, section)),
    );
    expect(missing).toEqual([]);
  });

  test('is told by `render help` too', async () => {
    expect(await render('help', ...command)).toEqual(await render(...command, '--help'));
  });
});

test('what is off by default is not said to be', async () => {
  expect((await render('--help')).out).not.toContain('default: false');
});
