import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { enterFolder, render } from './command.js';
import { isInstalled, offered, SHELLS } from './offered.js';

const THEMES = ['academic', 'classic', 'compact', 'executive', 'minimal', 'modern', 'sidebar', 'terminal'];

let here: Awaited<ReturnType<typeof enterFolder>>;
let aside: string;
beforeAll(async () => {
  aside = await mkdtemp(join(tmpdir(), 'rw-completion-'));
  here = await enterFolder({ 'cv.yaml': '', 'cv.json': '', 'mine/theme.yaml': '' });
});
afterAll(async () => {
  await here.leave();
  await rm(aside, { recursive: true });
});

const installed = new Set<string>();
for (const shell of SHELLS) if (await isInstalled(shell)) installed.add(shell);

describe.each(SHELLS)('completion for %s', (shell) => {
  it.runIf(installed.has(shell)).each<[what: string, line: string, words: string[]]>([
    ['a command', 'render valid', ['validate']],
    ['an option', 'render --embed', ['--embed-source']],
    ['an option of a command', 'render check --te', ['--text']],
    ['no option of another command', 'render validate --te', []],
    ['an option of a command below a command', 'render themes test --verb', ['--verbose']],
    ['no option of its neighbour', 'render themes show --verb', []],
    ['the commands below a command', 'render themes ', ['help', 'list', 'new', 'show', 'test']],
    ['no command after a file', 'render cv.yaml valid', []],
    ['a command’s options, whatever an option before it is given', 'render -o check --pap', ['--paper']],
    ['a value', 'render cv.yaml --paper l', ['letter']],
    ['a value after =', 'render cv.yaml --paper=l', ['letter']],
    ['a theme', 'render -t cl', ['classic']],
    ['the last of several themes', 'render -t classic,m', ['classic,minimal', 'classic,modern']],
    ['the last of several formats', 'render --format pdf,h', ['pdf,html']],
    ['the last of several formats after =', 'render --format=pdf,h', ['pdf,html']],
    ['all themes where there may be several', 'render check -t al', ['all']],
    ['one theme where there may be one', 'render preview --theme ', THEMES],
    ['a theme to show', 'render themes show ', THEMES],
    ['a theme’s folder', 'render themes test ./m', ['./mine']],
    ['the reports a command has', 'render validate --report ', ['github', 'json', 'pretty']],
    ['the reports a command below has', 'render themes show --report ', ['json', 'pretty']],
    ['what comes after a command', 'render completion f', ['fish']],
    ['commands to be helped with', 'render help val', ['validate']],
    ['files', 'render cv', ['cv.json', 'cv.yaml']],
    ['files of a command', 'render extract cv', ['cv.json', 'cv.yaml']],
    ['a path', 'render --browser cv.y', ['cv.yaml']],
    ['nothing where only the user knows', 'render --pages ', []],
    ['nothing where nothing comes', 'render schema cv', []],
  ])('offers %s: %s', async (_, line, words) => {
    const found = await offered(shell, line, aside);
    // A path may be told by its last part.
    expect(found.map((word) => (word === 'mine' ? './mine' : word))).toEqual(words);
  });

  it('knows every option and command that --help shows', async () => {
    const [{ out: script }, { out: help }] = await Promise.all([
      render('completion', shell),
      render('--help'),
    ]);
    const options = [...help.matchAll(/--([a-z-]{2,})(?= |$)/gm)].map(([, name]) => name ?? '');
    const commands = [...help.matchAll(/^ {2}([a-z]+) (?:\[|<|\w)/gm)].map(([, name]) => name ?? '');
    expect(options).toContain('embed-source');
    expect(commands).toContain('validate');
    for (const name of options) expect(script).toMatch(shell === 'fish' ? `-l ${name}` : `--${name}`);
    for (const name of commands.filter((name) => name !== 'render')) expect(script).toContain(name);
  });
});

test('another shell is refused with those there are', async () => {
  const { code, err } = await render('completion', 'fihs');
  expect(code).toBe(2);
  expect(err).toBe('error: there is no completion for the shell `fihs`\n  did you mean `fish`?');
});
