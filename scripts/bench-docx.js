import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

// What does a Word file cost? `render x.yaml --format docx`, in starts of an empty Node process, measured in turns so
// that whatever else the machine does weighs on both. Arguments: a résumé, and how many turns.

const [file = 'resumes/backend-engineer.yaml', turns = '25'] = process.argv.slice(2);
const out = mkdtempSync(join(tmpdir(), 'resumewright-bench-'));

const RUNS = {
  node: ['-e', '0'],
  help: ['dist/cli.js', '--help'],
  txt: ['dist/cli.js', file, '-q', '--force', '-f', 'txt', '-o', out],
  docx: ['dist/cli.js', file, '-q', '--force', '-f', 'docx', '-o', out],
};
const times = Object.fromEntries(Object.keys(RUNS).map((name) => [name, []]));
for (let turn = -1; turn < Number(turns); turn += 1) {
  for (const [name, argv] of Object.entries(RUNS)) {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, argv);
    if (status !== 0) throw new Error(String(stderr));
    // The first turn warms the disk's cache.
    if (turn >= 0) times[name].push(performance.now() - began);
  }
}
rmSync(out, { recursive: true, force: true });

const base = median(times.node);
console.log(`In starts of an empty Node ${process.versions.node}, medians of ${turns} turns, ${file}:`);
for (const [name, list] of Object.entries(times))
  console.log(`  ${name.padEnd(5)} ${(median(list) / base).toFixed(2)}`);
console.log(`\n--format docx costs ${(median(times.docx) / base).toFixed(1)} × an empty start.`);

function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
