import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDialogue } from '../../src/commands/dialogue.js';
import { packageRoot } from '../../src/package-root.js';
import { readResume } from '../../src/resume/read.js';
import { enterFolder, render, renderAt, type Said } from './command.js';

// `render init`: a starter with the person's own name, made by flags or by answers, and never over a file that is there.

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({});
});
afterEach(() => folder.leave());

const template = (shape: string) =>
  readFile(join(packageRoot(), 'templates', 'starters', `${shape}.yaml`), 'utf8');

async function resumeIn(file: string) {
  const { resume, diagnostics } = readResume(await readFile(file, 'utf8'), file);
  expect(diagnostics).toEqual([]);
  if (!resume) throw new Error(`${file} is no résumé`);
  return resume;
}

describe('where nobody can be asked', () => {
  test('the engineer’s starter is written to resume.yaml as it stands, and the next step told', async () => {
    expect(await render('init')).toEqual({
      code: 0,
      out: 'resume.yaml',
      err: 'Make it yours, then:\n  render resume.yaml\n  render validate resume.yaml',
    });
    expect(await readFile('resume.yaml', 'utf8')).toBe(await template('engineer'));
  });

  test('flags choose the shape, name, address and language; nothing else changes', async () => {
    const flags = ['--shape', 'academic', '--name', 'Ada Example', '--email', 'ada@example.com'];
    expect((await render('init', 'my cv.yml', ...flags, '--locale', 'nl')).err).toContain(
      "render 'my cv.yml'",
    );
    const written = (await readFile('my cv.yml', 'utf8')).split('\n');
    const before = (await template('academic')).split('\n');
    expect(written.filter((line, index) => line !== before[index])).toEqual([
      '  name: Ada Example',
      '  email: ada@example.com',
      '  locale: nl',
    ]);
  });

  test('folders on the way are made', async () => {
    expect(await render('init', 'cv/2026/ada.yaml')).toMatchObject({ code: 0, out: 'cv/2026/ada.yaml' });
    await resumeIn('cv/2026/ada.yaml');
  });

  test.each([
    ['no input', 'ignore' as const],
    ['a pipe that never says anything', 'pipe' as const],
  ])('the installed program does not wait: %s', async (_, stdin) => {
    const program = spawn(process.execPath, [join(packageRoot(), 'dist', 'cli.js'), 'init'], {
      stdio: [stdin, 'pipe', 'pipe'],
    });
    // The input stays open until the program has ended by itself.
    const [code] = await once(program, 'exit');
    program.stdin?.destroy();
    expect(code).toBe(0);
    expect(await readFile('resume.yaml', 'utf8')).toBe(await template('engineer'));
  });
});

describe('any name comes out exactly', () => {
  test.each([
    'O\'Brien: "Bob" #1',
    'Ümit 山田',
    'مريم المثال',
    "D'Arcy",
    'null',
    'true',
    '~',
    '12',
    '1e3',
    '0x1F',
    '2026-01-01',
    '-',
    '- Ada',
    '? Ada',
    'Ada:',
    ': Ada',
    '# Ada',
    'Ada #1',
    '@ada',
    '`ada`',
    '%ada',
    '*ada',
    '&ada',
    '!ada',
    '|',
    '>-',
    '[Ada',
    '{Ada}',
    '---',
    '...',
    '"Ada"',
    "'",
    'back\\slash \\n',
    '$& $1 $$',
    'Ada\u2028Example',
    `${'Ada Example '.repeat(30)}end`,
  ])('%s', async (name) => {
    await render('init', `--name=${name}`);
    expect((await resumeIn('resume.yaml')).basics.name).toBe(name);
    const before = (await template('engineer')).split('\n');
    const written = (await readFile('resume.yaml', 'utf8')).split('\n');
    expect(written).toHaveLength(before.length);
    expect(written.filter((line, index) => line !== before[index])).toHaveLength(1);
  });

  test('blanks around it are no part of it', async () => {
    await render('init', '--name', '  Ada Example ');
    expect((await resumeIn('resume.yaml')).basics.name).toBe('Ada Example');
  });
});

describe('nothing is overwritten', () => {
  const refusal = (path: string, other: string) => ({
    code: 2,
    out: '',
    err: `error: ${path} is already there, and nothing is overwritten
  name another file, such as ${other}, or move that one away`,
  });

  test('a file', async () => {
    await writeFile('resume.yaml', 'mine');
    expect(await render('init')).toEqual(refusal('resume.yaml', 'resume-2.yaml'));
    expect(await readFile('resume.yaml', 'utf8')).toBe('mine');
  });

  test('a folder, and a link to a file that is not there', async () => {
    await mkdir('folder.yaml');
    expect(await render('init', 'folder.yaml')).toEqual(refusal('folder.yaml', 'folder-2.yaml'));
    await symlink('elsewhere.yaml', 'link.yaml');
    expect(await render('init', 'link.yaml')).toEqual(refusal('link.yaml', 'link-2.yaml'));
    expect(await readlink('link.yaml')).toBe('elsewhere.yaml');
    expect((await readdir('.')).sort()).toEqual(['folder.yaml', 'link.yaml']);
  });

  test('a file that appears while the questions are answered', async () => {
    const said = await answer(['graduate', async () => writeFile('resume.yaml', 'mine'), '', '', '']);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toContain('resume.yaml is already there');
    expect(await readFile('resume.yaml', 'utf8')).toBe('mine');
  });

  test('a file that is there is told of before anything is asked', async () => {
    await writeFile('resume.yaml', 'mine');
    expect((await answer(['graduate'])).shown).toBe('');
  });
});

describe('what cannot be is refused with a way out, and nothing is written', () => {
  test.each([
    [['--shape', 'acadmic'], 'there is no shape `acadmic`', 'did you mean `academic`?'],
    [['--shape', 'poet'], 'there is no shape `poet`', 'shapes: engineer, graduate, academic, career-changer'],
    [['--name', ' '], 'the name is empty', 'leave it out to get an invented one'],
    [['--name', 'Ada\nExample'], 'the name holds line breaks or control characters', 'write it on one line'],
    [['--email', 'ada'], '`ada` is no e-mail address', 'write it like ada@example.com'],
    [['--locale', 'x y'], '`x y` is not a language tag', 'write it like en, en-GB, de or pt-BR'],
    [
      ['academic'],
      'a starter is a YAML file, and `academic` does not end in .yaml',
      'did you mean `render init --shape academic`?',
    ],
    [
      ['cv.json'],
      'a starter is a YAML file, and `cv.json` does not end in .yaml',
      'did you mean `render init cv.yaml`?',
    ],
    [
      ['cv/'],
      'a starter is a YAML file, and `cv/` does not end in .yaml',
      'did you mean `render init cv/resume.yaml`?',
    ],
  ])('%j', async (argv, message, hint) => {
    expect(await render('init', ...argv)).toEqual({ code: 2, out: '', err: `error: ${message}\n  ${hint}` });
    expect(await readdir('.')).toEqual([]);
  });

  test('a place that cannot be written to ends with 3', async () => {
    await writeFile('file.txt', 'mine');
    expect(await render('init', 'file.txt/cv.yaml')).toEqual({
      code: 3,
      out: '',
      err: 'error: cannot write file.txt: there is a file of that name\n  choose another folder',
    });
    const deeper = await render('init', 'file.txt/deep/cv.yaml');
    expect(deeper.err).toBe(
      'error: cannot write file.txt/deep: a part of the path is a file, not a folder\n  choose another folder',
    );
    expect(await readdir('.')).toEqual(['file.txt']);
  });

  test('two files at once, and an unknown option', async () => {
    expect(await render('init', 'a.yaml', 'b.yaml')).toMatchObject({ code: 2 });
    expect(await render('init', '--shap', 'academic')).toMatchObject({ code: 2 });
    expect(await readdir('.')).toEqual([]);
  });
});

test('a language without a pack is warned about and kept', async () => {
  const { code, err } = await render('init', '--locale', 'sw');
  expect(code).toBe(0);
  expect(err).toMatch(
    /^warning: there is no language pack for `sw`, so headings and dates are English\nMake it yours/,
  );
  expect(await readFile('resume.yaml', 'utf8')).toContain('\n  locale: sw\n');
});

test('its help shows the shapes and an example, and a near miss of its name is recognised', async () => {
  const { code, out } = await render('init', '--help');
  expect(code).toBe(0);
  expect(out).toContain('engineer, graduate, academic or career-changer');
  expect(out).toMatch(/^ {2}render init cv\.yaml --shape graduate/m);
  expect((await render('int')).err).toContain('did you mean `render init`?');
});

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';

describe('on a terminal', () => {
  test('what was not given is asked for, and Enter takes what stands in brackets', async () => {
    const said = await answer(['', '', '', '']);
    expect(said).toMatchObject({ code: 0, out: 'resume.yaml' });
    expect(said.shown).toBe(`What kind of résumé will it be?
  1  engineer        work first, then projects, skills and education
  2  graduate        education first, then projects and internships
  3  academic        posts and degrees, publications, talks, grants, teaching
  4  career-changer  what carries over first, then the new training, the old work last
Number or name [engineer]: Your name [Nadia Ferrow]: Your e-mail address [nadia@ferrow.example]: \
Language of headings and dates, such as en-GB, de or pt-BR [en]: `);
    expect(await readFile('resume.yaml', 'utf8')).toBe(await template('engineer'));
  });

  test('answers count, shapes by number or name', async () => {
    await answer(['4', "Bo O'Hara: #2", 'bo@example.org', 'pt-BR']);
    const resume = await resumeIn('resume.yaml');
    expect(resume.basics).toMatchObject({
      name: "Bo O'Hara: #2",
      email: 'bo@example.org',
      label: 'Data Analyst',
    });
    expect(resume.meta?.locale).toBe('pt-BR');
    await answer(['Career Changer', '', '', ''], 'other.yaml');
    expect(await readFile('other.yaml', 'utf8')).toBe(await template('career-changer'));
  });

  test('an answer that cannot be is explained and asked for again', async () => {
    const said = await answer(['graduat', '5', '2', 'Ada', 'nowhere', 'ada@example.com', 'x y', 'de']);
    expect(said.code).toBe(0);
    for (const line of [
      'Number or name [engineer]:   there is no shape `graduat`: did you mean `graduate`?\n',
      '  there is no shape `5`: shapes: engineer, graduate, academic, career-changer\n',
      '  `nowhere` is no e-mail address: write it like ada@example.com\nYour e-mail address',
      '  `x y` is not a language tag: write it like en, en-GB, de or pt-BR\nLanguage',
    ])
      expect(said.shown).toContain(line);
    expect((await resumeIn('resume.yaml')).basics).toMatchObject({ name: 'Ada', email: 'ada@example.com' });
  });

  test('only what no flag says is asked for; with all of them nothing is', async () => {
    const some = await answer(['ada@example.com'], '--shape', 'graduate', '--name', 'Ada', '--locale', 'fr');
    expect(some.shown).toBe('Your e-mail address [leo@ashdown.example]: ');
    const email = ['--email', 'ada@example.com'];
    const all = ['b.yaml', '--shape', 'graduate', '--name', 'Ada', '--locale', 'fr', ...email];
    expect(await answer([], ...all)).toMatchObject({ code: 0, shown: '' });
    expect(await readFile('b.yaml', 'utf8')).toBe(await readFile('resume.yaml', 'utf8'));
  });

  test.each([
    ['the input ends', [] as string[]],
    ['the input ends later', ['2', 'Ada']],
    ['Ctrl-C', ['2', 'Ada', CTRL_C]],
    ['Ctrl-D', [CTRL_D]],
  ])('leaving early leaves nothing behind: %s', async (_, answers) => {
    const said = await answer(answers);
    expect(said).toMatchObject({ code: 2, out: '', err: 'Nothing was written.' });
    expect(said.shown).toMatch(/: .*\n$/);
    expect(await readdir('.')).toEqual([]);
  });

  test('what was typed ahead is not lost', async () => {
    const said = await answer(['3\nAda\nada@example.com\nnl']);
    expect(said.code).toBe(0);
    expect(await resumeIn('resume.yaml')).toMatchObject({
      basics: { name: 'Ada', email: 'ada@example.com' },
      meta: { locale: 'nl' },
    });
  });
});

/**
 * `render init` with somebody who answers each question with the next line and leaves when there is none; a function is
 * what happens meanwhile. With a key among the answers the streams are a terminal that understands it.
 */
async function answer(
  answers: readonly (string | (() => Promise<void>))[],
  ...argv: string[]
): Promise<Said & { shown: string }> {
  const isKey = (line: unknown) => line === CTRL_C || line === CTRL_D;
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: answers.some(isKey) });
  const pending = [...answers];
  let shown = '';
  output.on('data', async (data) => {
    shown += data;
    // On a terminal, a code that moves the cursor comes last.
    if (!/\]: (\S+G)?$/.test(shown)) return;
    let next = pending.shift();
    while (typeof next === 'function') {
      await next();
      next = pending.shift();
    }
    if (next === undefined) input.end();
    else input.write(isKey(next) ? next : `${next}\n`);
  });
  const dialogue = async () => openDialogue(input, output);
  const said = await renderAt({ dialogue }, process.env, 'init', ...argv);
  return { ...said, shown };
}
