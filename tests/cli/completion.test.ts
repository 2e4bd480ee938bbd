import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it, test } from 'vitest';
import { enterFolder, render } from './command.js';

const run = promisify(execFile);

/** What bash offers after these words, of which the last is being typed. */
async function offered(...words: string[]): Promise<string[]> {
  const { out } = await render('completion', 'bash');
  const typed = words.map((word) => `'${word}'`).join(' ');
  const script = `${out}
COMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _render; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = await run('bash', ['-c', script]);
  return stdout.split('\n').filter((line) => line !== '');
}

describe('completion for bash', () => {
  it.each([
    ['a command', ['render', 'valid'], ['validate']],
    ['an option', ['render', '--embed'], ['--embed-source']],
    ['an option of a command', ['render', 'check', '--te'], ['--text']],
    ['no option of another command', ['render', 'validate', '--te'], []],
    ['a value', ['render', 'cv.yaml', '--paper', 'l'], ['letter']],
    ['a theme', ['render', '-t', 'cl'], ['classic']],
    ['what comes after a command', ['render', 'completion', 'f'], ['fish']],
    ['nothing where only the user knows', ['render', '--pages', ''], []],
  ])('offers %s', async (_, words, expected) => {
    const folder = await enterFolder({});
    try {
      expect(await offered(...words)).toEqual(expected);
    } finally {
      await folder.leave();
    }
  });

  it('offers files', async () => {
    const folder = await enterFolder({ 'cv.yaml': '', 'cv.json': '' });
    try {
      expect((await offered('render', 'cv')).sort()).toEqual(['cv.json', 'cv.yaml']);
      expect(await offered('render', '--out', 'cv.y')).toEqual(['cv.yaml']);
    } finally {
      await folder.leave();
    }
  });
});

test.each(['zsh', 'fish'])(
  'completion for %s knows every option and command that --help shows',
  async (shell) => {
    const [{ out: script }, { out: help }] = await Promise.all([
      render('completion', shell),
      render('--help'),
    ]);
    const options = [...help.matchAll(/--([a-z-]{2,})(?= |$)/gm)].map(([, name]) => name ?? '');
    const commands = [...help.matchAll(/^ {2}([a-z]+) (?:\[|<|\w)/gm)].map(([, name]) => name ?? '');
    expect(options).toContain('embed-source');
    expect(commands).toContain('validate');
    for (const name of options) expect(script).toMatch(shell === 'fish' ? `-l ${name}` : `--${name}`);
    for (const name of commands.filter((name) => !['render', 'help'].includes(name)))
      expect(script).toMatch(new RegExp(shell === 'fish' ? `-a ${name} ` : `'${name}:`));
  },
);

test('another shell is refused with those there are', async () => {
  const { code, err } = await render('completion', 'fihs');
  expect(code).toBe(2);
  expect(err).toBe('error: there is no completion for the shell `fihs`\n  did you mean `fish`?');
});
