import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';

// Many résumés in one run of the command line, as PDF, HTML and Word: how much memory the process and its browser hold
// while the run goes on. The last hundred must not need much more than the first.
//   npm run soak -- --count 1000

const { values } = parseArgs({ options: { count: { type: 'string', default: '1000' } } });
const count = Number(values.count);
/** Megabytes of the process and of its browser, by how many hundred résumés were done. */
const seen = new Map();
const folder = await mkdtemp(join(tmpdir(), 'resumewright-soak-'));
try {
  const samples = await Promise.all(
    (await readdir('resumes')).sort().map((name) => readFile(join('resumes', name), 'utf8')),
  );
  const names = Array.from({ length: count }, (_, index) => `person-${String(index).padStart(5, '0')}.yaml`);
  await Promise.all(
    names.map((name, index) => writeFile(join(folder, name), samples[index % samples.length] ?? '')),
  );
  const run = promisify(execFile)(process.execPath, [join(process.cwd(), 'dist/cli.js'), ...names, '-q'], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
    maxBuffer: 1e9,
  });
  const watch = setInterval(() => void look(run.child.pid), 250);
  await run;
  clearInterval(watch);
} finally {
  await rm(folder, { recursive: true, force: true });
}
report();

async function look(pid) {
  const done = (await readdir(join(folder, 'out')).catch(() => [])).filter((name) =>
    name.endsWith('.pdf'),
  ).length;
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid,pgid,ppid,rss']);
  const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/).map(Number));
  const own = rows.find(([id]) => id === pid);
  // A browser leads a process group of its own and is a child of the process.
  const groups = new Set(rows.filter(([, , parent]) => parent === pid).map(([, group]) => group));
  const browser = rows.filter(([, group]) => groups.has(group));
  const megabytes = (list) => list.reduce((sum, [, , , kilobytes = 0]) => sum + kilobytes, 0) / 1024;
  const hundred = Math.floor(done / 100);
  const now = { node: megabytes(own ? [own] : []), browser: megabytes(browser) };
  seen.set(hundred, [...(seen.get(hundred) ?? []), now]);
}

function report() {
  const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
  const rows = [...seen].sort(([a], [b]) => a - b).filter(([hundred]) => hundred < count / 100);
  const medians = rows.map(([hundred, looks]) => ({
    hundred: hundred + 1,
    node: middle(looks.map(({ node }) => node)),
    browser: middle(looks.map(({ browser }) => browser)),
  }));
  for (const { hundred, node, browser } of medians) {
    console.log(`hundred ${hundred}: ${Math.round(node)} MB, its browser ${Math.round(browser)} MB`);
  }
  const [second, last] = [medians[1], medians.at(-1)];
  if (!second || !last) return;
  const growth = (last.node + last.browser) / (second.node + second.browser) - 1;
  console.log(`growth after the first hundred: ${(growth * 100).toFixed(1)} %`);
}
