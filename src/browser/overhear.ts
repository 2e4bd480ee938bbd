import { execFile } from 'node:child_process';

// In: a browser that did not start, and how it was started. Out: what it says on its way out, or nothing.
// Why: over a pipe Puppeteer reports only that the other end is gone. Asked to print an empty page to its
// standard output, the browser fails the same way, and this time somebody listens.

const PATIENCE = 5_000;

export function overhear(program: string, flags: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const args = [...flags, '--headless', '--dump-dom', 'about:blank'];
  return new Promise((resolve) => {
    try {
      execFile(program, args, { env, timeout: PATIENCE, killSignal: 'SIGKILL' }, (error, _, said) => {
        // One that works when it is asked this way has nothing to say about the failure.
        resolve(error ? said : '');
      });
    } catch {
      resolve('');
    }
  });
}
