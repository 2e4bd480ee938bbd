import { execFile } from 'node:child_process';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/package-root.js';
import { scratch } from './browser/scratch.js';

// docs/make-a-theme.md, followed to the letter by somebody who knows nothing else: its files written, its commands run by
// the program as installed, and what it says they print compared with what they print.

interface Step {
  line: number;
  language: string;
  text: string;
  /** The last sentence before it. */
  intro: string;
}

const CLI = join(packageRoot(), 'dist', 'cli.js');
const steps = readSteps(await readFile(join(packageRoot(), 'docs', 'make-a-theme.md'), 'utf8'));

const folder = scratch();
let printed = '';

function readSteps(document: string): Step[] {
  const lines = document.split('\n');
  const found: Step[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const language = /^```(\w+)$/.exec(lines[at] ?? '')?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf('```', at + 1);
    const paragraph = lines.slice(0, at).join('\n').trimEnd().split('\n\n').at(-1) ?? '';
    found.push({
      line: at + 1,
      language,
      text: `${lines.slice(at + 1, end).join('\n')}\n`,
      intro: paragraph.replaceAll('\n', ' '),
    });
    at = end;
  }
  return found;
}

/** Runs one command as a shell would and gives what stands on the terminal afterwards. */
async function run(command: string): Promise<string> {
  const [line = '', remark] = command.split(' # ');
  expect(line).toMatch(/^npx render /);
  const ours = line.replace('npx render', `"${process.execPath}" "${CLI}"`);
  const { code, text } = await promisify(execFile)('sh', ['-c', `${ours} 2>&1`], { cwd: folder }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error) => ({ code: error.code, text: String(error.stdout) }),
  );
  expect(code, text).toBe(remark === 'fails' ? 1 : 0);
  return text.replace(/^The browser runs without its sandbox.*\n/m, '');
}

/** `harbour/theme.yaml` at the end of a sentence is the file that the block is for; after “Add to” it is added. */
async function write({ intro, text }: Step): Promise<void> {
  const path = [...intro.matchAll(/`(harbour\/[\w./-]+)`/g)].at(-1)?.[1];
  if (path === undefined) throw new Error(`which file? ${intro}`);
  await mkdir(dirname(join(folder, path)), { recursive: true });
  const isAddition = /\b(add to|at the end of) `[^`]+`:$/i.test(intro);
  await (isAddition ? appendFile : writeFile)(join(folder, path), text);
}

/** A line with nothing but `…` stands for any number of lines. */
const pattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .trimEnd()
      .split(/^…$/m)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\s\\S]*?')}\\s*$`,
  );

test('has commands to follow', () => {
  expect(steps.filter(({ language }) => language === 'sh').length).toBeGreaterThan(8);
});

test.each(steps)('line $line: $language', async (step) => {
  if (step.language === 'sh') {
    printed = '';
    for (const command of step.text.trim().split('\n')) printed += await run(command);
  } else if (step.language === 'text') expect(printed).toMatch(pattern(step.text));
  else if (/^In your résumé/.test(step.intro)) {
    const resume = await readFile(join(folder, 'cv.yaml'), 'utf8');
    await writeFile(
      join(folder, 'cv.yaml'),
      resume.replace(/^meta:\n((?: .*\n)*?) +theme: classic\n/m, `${step.text}$1`),
    );
    expect(await run('npx render cv.yaml -f html,docx --strict')).toContain('2 files written');
  } else await write(step);
});
