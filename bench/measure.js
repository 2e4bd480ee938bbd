import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';

// Times mean nothing on a machine that does other things too; ratios of what was measured in turns do.

/** Runs each step in turns, once to warm up and then `turns` times: name → milliseconds, one a turn. */
export async function inTurns(turns, steps) {
  const times = Object.fromEntries(Object.keys(steps).map((name) => [name, []]));
  for (let turn = -1; turn < turns; turn += 1) {
    for (const [name, step] of Object.entries(steps)) {
      const began = performance.now();
      await step(turn);
      if (turn >= 0) times[name].push(performance.now() - began);
    }
  }
  return times;
}

/** A program run to its end, as a step; throws what it said when it fails. */
export function program(argv, env = {}) {
  return () =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, argv, {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.on('data', (text) => {
        said += text;
      });
      child.once('error', reject);
      child.once('exit', (code) =>
        code === 0 ? resolve() : reject(new Error(`${argv.join(' ')}\n${said}`)),
      );
    });
}

/** The median of the ratios of two lists, turn by turn. */
export function ratio(times, base) {
  return median(times.map((time, turn) => time / base[turn]));
}

export function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
