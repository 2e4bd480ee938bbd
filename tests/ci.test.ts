import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { packageRoot } from '../src/package-root.js';
import { enterFolder } from './cli/command.js';

// What runs on other people's machines: the GitHub Action, the workflows to copy, the hooks, the container. Read, held
// against the rules of those machines, and every step of theirs that is a script run in a real shell.

const run = promisify(execFile);
const root = packageRoot();
const read = (name: string) => readFile(join(root, name), 'utf8');

interface Step {
  uses?: string;
  run?: string;
  shell?: string;
  id?: string;
  env?: Record<string, string>;
  with?: Record<string, unknown>;
}
interface Action {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: Step[] };
}

const action: Action = parse(await read('action.yml'));
const guide = await read('docs/ci.md');
/** The code blocks of the guide: language and text. */
const blocks = [...guide.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}));

const expressions = (text: string) =>
  [...text.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, inner = '']) => inner);
/** No text of an expression becomes part of a script: https://docs.github.com/actions/reference/security/secure-use */
const scriptsWithExpressions = (steps: readonly Step[]) =>
  steps.filter(({ run }) => run && expressions(run).length > 0);
const parses = (script: string) => run('bash', ['-n', '-c', script]);

describe('the GitHub Action', () => {
  const { steps } = action.runs;
  const step = (id: string) => steps.find((one) => one.id === id) ?? {};

  it('is a composite action whose steps say what they run in', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run, uses, shell } of steps) {
      if (run) expect(shell).toBe('bash');
      else expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
    }
    expect(scriptsWithExpressions(steps)).toEqual([]);
  });

  it('describes every input, uses every one, and names no other', () => {
    for (const { description, default: value } of Object.values(action.inputs)) {
      expect(description).toMatch(/\.$/);
      expect(typeof value).toBe('string');
    }
    const used = expressions(JSON.stringify(steps)).flatMap(
      (text) => /^inputs\.(\w+)$/.exec(text)?.[1] ?? [],
    );
    expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
    for (const name of Object.keys(action.inputs)) expect(guide).toContain(`| \`${name}\` |`);
  });

  it('takes its outputs from steps that are there', () => {
    const named = Object.values(action.outputs).flatMap(({ value }) => expressions(value));
    const all = [...named, ...expressions(JSON.stringify(steps)).filter((text) => text.startsWith('steps.'))];
    for (const text of all) expect(step(text.split('.')[1] ?? '').run).toContain(`${text.split('.')[3]}`);
  });

  /** Runs the step as GitHub does, in a folder with these files. */
  async function perform(env: Record<string, string>, files: Record<string, string>) {
    const folder = await enterFolder({ ...files, github: '' });
    try {
      const inputs = Object.entries(action.inputs).map(([name, { default: value }]) => [
        name.toUpperCase(),
        value,
      ]);
      const variables = {
        ...process.env,
        ...Object.fromEntries(inputs),
        ACTION: root,
        GITHUB_OUTPUT: 'github',
        ...env,
      };
      const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step('render').run ?? ''];
      const outcome = await run('bash', shell, { env: variables })
        .then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }))
        .catch(({ code, stdout, stderr }) => ({ code, stdout, stderr }));
      return { ...outcome, outputs: await readFile('github', 'utf8') };
    } finally {
      await folder.leave();
    }
  }

  it('renders what its inputs say, and hands the paths on', async () => {
    const { code, stdout, outputs } = await perform(
      {
        FILES: 'cvs/*.yaml \r\n\n  my cv.yaml\t\n  ',
        FORMATS: 'html,txt',
        OUT: 'site',
        THEMES: 'classic',
        STRICT: 'true',
      },
      {
        'cvs/ada.yaml': 'basics: { name: Ada }\n',
        'cvs/ben.yaml': 'basics: { name: Ben }\n',
        'my cv.yaml': 'basics: { name: Cy }\n',
      },
    );
    const paths = ['ada', 'ben', 'my cv'].flatMap((name) => [`site/${name}.html`, `site/${name}.txt`]);
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toEqual(paths);
    const [, end = ''] = /^files<<(\S+)$/m.exec(outputs) ?? [];
    expect(outputs).toBe(`files<<${end}\n${paths.join('\n')}\n${end}\n`);
  });

  it('annotates what is wrong, and fails', async () => {
    const { code, stderr } = await perform({ FORMATS: 'txt' }, { 'resume.yaml': 'basics: { nmae: Ada }\n' });
    expect(code).toBe(1);
    expect(stderr).toContain('::error file=resume.yaml,line=1,col=11,endColumn=15,title=unknown-key::');
  });

  it('takes no input for a command', async () => {
    const { code, stderr } = await perform({ FILES: '--help; touch bad', FORMATS: 'txt' }, {});
    expect(code).toBe(1);
    expect(stderr).toContain('there is no file --help; touch bad');
  });

  it('fails when files kept in git are stale', async () => {
    const { code, stderr } = await perform(
      { FORMATS: 'txt', CHECK: 'true' },
      { 'resume.yaml': 'basics: { name: Ada }\n' },
    );
    expect(code).toBe(1);
    expect(stderr).toContain('title=stale::out/resume.txt is not there');
  });
});

describe('the guide', () => {
  it.each(
    blocks.filter(({ kind }) => kind === 'yaml').map(({ text }) => [text.split('\n', 1)[0] ?? '', text]),
  )('has YAML that can be read: %s', async (_, text) => {
    const documents = parseAllDocuments(text);
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    const { jobs = {} } = parse(text) as { jobs?: Record<string, { steps: Step[]; 'runs-on'?: string }> };
    for (const { steps, ...job } of Object.values(jobs)) {
      expect(job['runs-on']).toBe('ubuntu-latest');
      expect(scriptsWithExpressions(steps)).toEqual([]);
      for (const { run: script, uses, with: given = {} } of steps) {
        if (script) await parses(script);
        if (uses?.startsWith('resumewright/'))
          expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
      }
    }
  });

  it('has shell lines that can be read', async () => {
    const scripts = blocks.filter(({ kind }) => kind === 'sh');
    expect(scripts.length).toBeGreaterThan(3);
    for (const { text } of scripts) await parses(text);
  });

  it('makes its hook a program, or git would pass over it', async () => {
    const [, folder = ''] = /`(\.git\/hooks)\/pre-commit`/.exec(guide) ?? [];
    const [hook, ...more] = blocks.filter(({ text }) => text.startsWith('#!/bin/sh\n'));
    const [ready] = blocks.filter(({ text }) => text.includes(`${folder}/pre-commit`));
    expect(more).toEqual([]);
    const repository = await enterFolder({ 'resume.yaml': 'basics: { nmae: Ada }\n' });
    try {
      await run('git', ['init', '-q']);
      const script = hook?.text.replace('npx --yes resumewright', `node ${join(root, 'dist/cli.js')}`) ?? '';
      await mkdir(folder, { recursive: true });
      await writeFile(`${folder}/pre-commit`, script);
      await run('sh', ['-c', ready?.text ?? 'false']);
      await run('git', ['add', '.']);
      const commit = run('git', [
        '-c',
        `core.hooksPath=${folder}`,
        '-c',
        'user.name=Ada',
        '-c',
        'user.email=ada@example.com',
        'commit',
        '-m',
        'A',
      ]);
      await expect(commit).rejects.toMatchObject({ stderr: expect.stringContaining('unknown key `nmae`') });
    } finally {
      await repository.leave();
    }
  });

  it('gives GitLab a script that runs', async () => {
    const block = blocks.find(({ text }) => text.startsWith('# .gitlab-ci.yml'));
    const { resume } = parse(block?.text ?? '') as { resume: { script: string[] } };
    const folder = await enterFolder({ 'resumes/ada.yaml': 'basics: { name: Ada }\n' });
    try {
      const here = resume.script
        .join('\n')
        .replace('npx --yes resumewright', `node ${join(root, 'dist/cli.js')} -f txt`);
      const env = { ...process.env, CI_COMMIT_TIMESTAMP: '2026-01-02T03:04:05+00:00' };
      const { stdout } = await run('bash', ['-eo', 'pipefail', '-c', here], { env });
      expect(stdout.trim()).toBe('out/ada.txt');
    } finally {
      await folder.leave();
    }
  });
});

test('the hooks name commands and files that are there', async () => {
  const hooks = parse(await read('.pre-commit-hooks.yaml')) as {
    id: string;
    entry: string;
    files: string;
    language: string;
  }[];
  const { bin } = JSON.parse(await read('package.json'));
  for (const { id, entry, files, language } of hooks) {
    expect(Object.keys(bin)).toContain(entry.split(' ')[0]);
    expect(language).toBe('node');
    expect('resumes/ada.yaml').toMatch(new RegExp(files));
    expect(guide).toContain(`id: ${id}`);
  }
});

test('the container is not root’s, and pins what it is made of', async () => {
  const lines = (await read('Dockerfile')).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const instructions = lines.map((line) => line.split(' ', 1)[0] ?? '');
  const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'USER', 'ENTRYPOINT'];
  expect(instructions.filter((one) => !known.includes(one))).toEqual([]);
  for (const line of lines.filter((one) => one.startsWith('FROM')))
    expect(line).toMatch(/^FROM node:\d+-[\w-]+( AS \w+)?$/);
  expect(instructions.indexOf('USER')).toBeGreaterThan(instructions.lastIndexOf('RUN'));
  expect(lines.at(-1)).toBe('ENTRYPOINT ["render"]');
  for (const line of lines.filter((one) => one.startsWith('RUN'))) await parses(line.slice(4));
});
