import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

// The built command line in a process of its own, to be killed, starved and hindered.

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

export interface Started {
  child: ChildProcess;
  /** What it has said on stderr so far. */
  ended: Promise<Ended>;
}

export interface Surroundings {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** A shell script that ends in `"$@"`: what stands between us and the command. */
  within?: string;
}

const CLI = join(packageRoot(), 'dist', 'cli.js');

export function start(argv: readonly string[], { cwd, env = {}, within }: Surroundings): Started {
  const command = [process.execPath, CLI, ...argv];
  const [program = '', ...rest] =
    within === undefined ? command : ['/bin/sh', '-c', within, 'sh', ...command];
  const child = spawn(program, rest, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, out, err }));
  return { child, ended };
}

export const runToEnd = (argv: readonly string[], surroundings: Surroundings): Promise<Ended> =>
  start(argv, surroundings).ended;

/** Resolves when the folder holds so many files that are finished. */
export async function untilFiles(folder: string, count: number): Promise<void> {
  for (;;) {
    const names = await readdir(folder).catch(() => []);
    if (names.filter((name) => !name.startsWith('.')).length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** What was begun and not finished. */
export const leftovers = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('.'));

/** Whether a finished file is whole, seen from its end, where its format has a mark. */
export function isWhole(name: string, bytes: Buffer): boolean {
  const end = bytes.subarray(-64).toString('latin1');
  if (name.endsWith('.pdf')) return /%%EOF\s*$/.test(end);
  if (name.endsWith('.html')) return end.endsWith('</html>\n');
  // The record that ends every archive (APPNOTE 4.3.16), without a comment.
  return name.endsWith('.docx') && bytes.readUInt32LE(bytes.length - 22) === 0x06054b50;
}
