import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';

// Folders of a test file's own, fake programs to find in them, and a look at the browsers that use them.

/** A new folder that is removed when the tests of the file are done. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rw-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }));
  return folder;
}

/** Writes an executable that exists and does nothing. */
export async function program(path: string, text = '#!/bin/sh\nexit 0\n', mode = 0o755): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  await chmod(path, mode);
  return path;
}

/**
 * The process groups of the browsers that were started with the folder; Linux only. A browser leads a group of its
 * own, and its children show neither its command line nor its environment.
 */
export async function groupsUsing(folder: string): Promise<number[]> {
  const browsers = (await living()).filter(({ command }) => command.includes(`--user-data-dir=${folder}`));
  return [...new Set(browsers.map(({ group }) => group))];
}

/** Those members of the groups that are alive. */
export async function livingIn(groups: readonly number[]): Promise<number[]> {
  return (await living()).filter(({ group }) => groups.includes(group)).map(({ pid }) => pid);
}

async function living(): Promise<{ pid: number; group: number; command: string }[]> {
  const found = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const read = (name: string) => readFile(`/proc/${entry}/${name}`, 'latin1').catch(() => '');
    const stat = await read('stat');
    // After the name, which may hold anything: state, parent, group.
    // https://man7.org/linux/man-pages/man5/proc.5.html
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (!state || state === 'Z' || state === 'X') continue;
    found.push({ pid: Number(entry), group: Number(group), command: await read('cmdline') });
  }
  return found;
}
