import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { median } from './measure.js';

// Many résumés in one run of the command line: how much memory the process and its browser hold while it goes on. The last
// hundred must not need much more than the first, beside the one in which everything is loaded.

const MANY = 1000;
/** Milliseconds between looks. */
const PAUSE = 250;

const run = promisify(execFile);

/** Rows of `[what, against what, ratio, goal]`. */
export async function measureMemory({ folder }) {
  const home = join(folder, 'memory');
  await mkdir(home);
  const samples = await Promise.all(
    (await readdir('resumes')).sort().map((name) => readFile(join('resumes', name), 'utf8')),
  );
  const names = Array.from({ length: MANY }, (_, index) => `person-${String(index).padStart(4, '0')}.yaml`);
  await Promise.all(
    names.map((name, index) => writeFile(join(home, name), samples[index % samples.length] ?? '')),
  );
  const rendering = run(process.execPath, [resolve('dist/cli.js'), ...names, '-q'], {
    cwd: home,
    maxBuffer: 1e9,
  });
  const looks = [];
  const clock = setInterval(async () => looks.push(await look(rendering.child.pid, home)), PAUSE);
  await rendering;
  clearInterval(clock);
  const inHundred = (hundred) => looks.filter(({ done }) => Math.floor(done / 100) === hundred);
  const [second, last] = [1, MANY / 100 - 1].map(inHundred);
  return ['all', 'node', 'browser'].map((part) => {
    const [before, after] = [second, last].map((hundred) => median(hundred.map((one) => one[part])));
    return [WHAT[part], 'the same in the second hundred', after / before, part === 'all' ? '≤ 1.1' : '–'];
  });
}

const WHAT = {
  all: `memory in the last hundred of ${MANY} résumés`,
  node: 'of that, the program',
  browser: 'of that, the browser',
};

/** Kilobytes of the process and of its browser, and how many résumés are done. */
async function look(pid, home) {
  const files = await readdir(join(home, 'out')).catch(() => []);
  const { stdout } = await run('ps', ['-eo', 'pid,pgid,ppid,rss']);
  const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  // A browser leads a process group of its own and is a child of the process.
  const groups = new Set(rows.filter(([, , parent]) => parent === pid).map(([, group]) => group));
  const sum = (list) => list.reduce((total, [, , , kilobytes = 0]) => total + kilobytes, 0);
  const node = sum(rows.filter(([id]) => id === pid));
  const browser = sum(rows.filter(([, group]) => groups.has(group)));
  return { done: files.filter((name) => name.endsWith('.pdf')).length, node, browser, all: node + browser };
}
