import type { Surroundings } from './surroundings.js';

// In: the environment and where we run. Out: why Chromium's sandbox has to be off, or undefined to keep it.
// Why: as root, in most containers and in WSL Chromium refuses to start with it. The pages are our own, run
// no script and reach no network, which is what makes going without tolerable; everywhere else it stays on.

export function needsNoSandbox(env: NodeJS.ProcessEnv, surroundings: Surroundings): string | undefined {
  if (isOn(env.CHROME_NO_SANDBOX)) return 'CHROME_NO_SANDBOX is set';
  // Puppeteer itself obeys this one, and only when it says exactly "true".
  if (env.PUPPETEER_DANGEROUS_NO_SANDBOX === 'true') return 'PUPPETEER_DANGEROUS_NO_SANDBOX is set';
  if (surroundings.root) return 'running as root';
  if (surroundings.container) return 'running in a container';
  if (surroundings.wsl) return 'running in WSL';
  return undefined;
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !['', '0', 'false', 'no'].includes(value.toLowerCase());
}
