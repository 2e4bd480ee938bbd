import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRenderer } from '../dist/index.js';
import { table } from '../scripts/samples.js';
import { measureBatch } from './batch.js';
import { measureCold } from './cold.js';
import { measureMemory } from './memory.js';
import { measureSize } from './size.js';
import { measureWarm } from './warm.js';

// npm run bench [cold] [warm] [batch] [size] [memory]: a table of ratios, each pair measured in turns in one run. What is measured
// against and no part of the package, resumed and its theme, is installed into bench/ the first time.

const PARTS = {
  cold: { measure: measureCold, turns: 15 },
  warm: { measure: measureWarm, turns: 40 },
  batch: { measure: measureBatch, turns: 2 },
  size: { measure: measureSize, turns: 5 },
  memory: { measure: measureMemory },
};
const wanted = process.argv.slice(2).filter((name) => name in PARTS);

const even = existsSync('bench/node_modules/resumed') || install();
const folder = await mkdtemp(join(tmpdir(), 'resumewright-bench-'));
try {
  const browser = await findBrowser();
  const rows = [];
  for (const [name, { measure, turns }] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    rows.push(...(await measure({ folder, browser, turns, even })));
  }
  const [cpu] = cpus();
  console.log(`Node ${process.versions.node}, ${browser.version}, ${cpus().length} × ${cpu.model}\n`);
  const shown = rows.map(([what, against, value, goal]) => [what, against, value.toFixed(2), goal]);
  console.log(table([['what', 'against', 'ratio', 'goal'], ...shown]));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function findBrowser() {
  const renderer = openRenderer({ env: process.env });
  const found = await renderer.browser.describe();
  await renderer[Symbol.asyncDispose]();
  return found;
}

/** Without the network there is nothing to measure against, and the other rows are measured all the same. */
function install() {
  const argv = ['ci', '--prefix', 'bench', '--ignore-scripts', '--no-audit', '--no-fund'];
  return spawnSync('npm', argv, { stdio: 'ignore' }).status === 0;
}
