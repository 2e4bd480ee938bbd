import { findBrowser } from '../src/browser/find.js';
import type { Launch } from '../src/browser/launch.js';
import { needsNoSandbox } from '../src/browser/sandbox.js';
import { readSurroundings } from '../src/browser/surroundings.js';

/** The browser the program prints with, and how it may run on this machine. */
export async function foundBrowser(): Promise<Pick<Launch, 'program' | 'env' | 'sandbox'>> {
  const { env } = process;
  const { path, env: own } = await findBrowser({ env });
  const sandbox = needsNoSandbox(env, readSurroundings({ env })) === undefined;
  return { program: path, env: { ...env, ...own }, sandbox };
}
