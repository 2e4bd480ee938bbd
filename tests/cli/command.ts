import { mkdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli.js';
import type { Terminal } from '../../src/commands/terminal.js';

// The command line, run in this process: what it says on each stream, and its exit code.

export interface Said {
  code: number;
  out: string;
  err: string;
}

export async function render(...argv: string[]): Promise<Said> {
  return renderWith(process.env, ...argv);
}

export async function renderWith(env: NodeJS.ProcessEnv, ...argv: string[]): Promise<Said> {
  return renderAt({}, env, ...argv);
}

/** At a terminal that can do something besides being written to. */
export async function renderAt(
  abilities: Partial<Terminal>,
  env: NodeJS.ProcessEnv,
  ...argv: string[]
): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (line: string) => out.push(line),
    err: (line: string) => err.push(line),
    colour: false,
    ...abilities,
  };
  const code = await run(argv, terminal, env);
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** A folder of its own with these files in it, made the working folder until it is left. */
export async function enterFolder(
  files: Record<string, string | Uint8Array>,
): Promise<{ path: string; leave: () => Promise<void> }> {
  const before = process.cwd();
  const path = await mkdtemp(join(tmpdir(), 'resumewright-test-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  process.chdir(path);
  const leave = async () => {
    process.chdir(before);
    await rm(path, { recursive: true, force: true });
  };
  return { path, leave };
}
