import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

// A command that stays, run as a process of its own: what it says, as it says it, and how it ends.

export interface Watching {
  /** What it has said on both streams up to the first match after the last one that was waited for. */
  until(pattern: RegExp): Promise<string>;
  /** Whether it has said this since the last thing that was waited for. */
  saidSince(): string;
  end(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export function watching(cwd: string, argv: readonly string[], env: NodeJS.ProcessEnv): Watching {
  const program = spawn(process.execPath, [join(packageRoot(), 'dist', 'cli.js'), ...argv], { cwd, env });
  const exit = once(program, 'exit');
  let said = '';
  let wake = () => {};
  for (const stream of [program.stdout, program.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      wake();
    });
  }
  program.on('exit', () => wake());
  return {
    async until(pattern) {
      for (;;) {
        const found = pattern.exec(said);
        if (found) {
          const end = found.index + found[0].length;
          const before = said.slice(0, end);
          said = said.slice(end);
          return before;
        }
        if (program.exitCode !== null) throw new Error(`it has ended, and said only: ${said}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    saidSince: () => said,
    async end(signal = 'SIGINT') {
      if (program.exitCode === null) program.kill(signal);
      const [code, by] = await exit;
      return { code, signal: by };
    },
  };
}
