import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/browser/open.js';
import { groupsUsing, livingIn, scratch } from './scratch.js';

// What a process takes along when it is ended in the middle of its work. It takes a process of its own to see
// that.

const folder = scratch();
const root = fileURLToPath(new URL('../..', import.meta.url));
const script = join(folder, 'hold.mjs');

beforeAll(async () => {
  // So that the processes below neither search nor unpack.
  await using browser = openBrowser({ env: process.env });
  await browser.describe();
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    entryPoints: [join(root, 'src/browser/open.ts')],
    outfile: join(folder, 'open.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  await writeFile(
    script,
    `import { openBrowser } from './open.mjs';
     const [temporaryRoot, name] = process.argv.slice(2);
     const browser = openBrowser({ env: process.env, temporaryRoot });
     if (name === 'starting') browser.warm();
     else await browser.print('<p>x');
     process.once('SIGUSR2', () => {
       if (name === 'exit') process.exit(7);
       throw new Error('on purpose');
     });
     process.stdout.write('ready');`,
  );
}, 120_000);

/** Runs the script until it is ready, ends it, and waits for it to be gone. */
async function run(name: string, signal: NodeJS.Signals) {
  const temporaryRoot = join(folder, `tmp-${name}`);
  mkdirSync(temporaryRoot);
  const child = spawn(process.execPath, [script, temporaryRoot, name], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  await once(child.stdout, 'data');
  const groups = await groupsUsing(temporaryRoot);
  child.kill(signal);
  const [code, by] = await gone;
  const alive = async () => [...(await groupsUsing(temporaryRoot)), ...(await livingIn(groups))];
  return { temporaryRoot, code, by, groups, alive };
}

describe.skipIf(process.platform !== 'linux')('a process that ends', { timeout: 60_000 }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('by %s takes its browser along', async (signal) => {
    const { temporaryRoot, by, groups, alive } = await run(signal, signal);
    expect(groups).not.toEqual([]);
    expect(by).toBe(signal);
    await expect.poll(alive).toEqual([]);
    expect(readdirSync(temporaryRoot)).toEqual([]);
  });

  it('by a signal while the browser starts does the same', async () => {
    const { temporaryRoot, alive } = await run('starting', 'SIGTERM');
    await expect.poll(alive).toEqual([]);
    expect(readdirSync(temporaryRoot)).toEqual([]);
  });

  it.each([
    ['exit', 7],
    ['throw', 1],
  ] as const)('by %s does the same', async (name, expected) => {
    const { temporaryRoot, code, groups, alive } = await run(name, 'SIGUSR2');
    expect(groups).not.toEqual([]);
    expect(code).toBe(expected);
    await expect.poll(alive).toEqual([]);
    expect(readdirSync(temporaryRoot)).toEqual([]);
  });

  it('by SIGKILL leaves no browser running either', async () => {
    const { groups, alive } = await run('killed', 'SIGKILL');
    expect(groups).not.toEqual([]);
    await expect.poll(alive, { timeout: 10_000 }).toEqual([]);
  });
});
