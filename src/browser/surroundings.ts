import { existsSync, readFileSync } from 'node:fs';

// In: the environment. Out: the facts about where we run that decide how a browser may be started.
// Why: the sandbox and the pipe depend on them, and a test must be able to choose them.

export interface Surroundings {
  root: boolean;
  container: boolean;
  wsl: boolean;
}

export interface SurroundingsProbe {
  env: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  uid?: number | undefined;
  /** The text of a file, or undefined when it cannot be read. */
  read?: (path: string) => string | undefined;
  exists?: (path: string) => boolean;
}

export function readSurroundings(probe: SurroundingsProbe): Surroundings {
  const { env, platform = process.platform, read = readText, exists = existsSync } = probe;
  // Only Linux has a sandbox that needs rights a container or root withholds.
  if (platform !== 'linux') return { root: false, container: false, wsl: false };
  const uid = 'uid' in probe ? probe.uid : process.getuid?.();
  return { root: uid === 0, container: isContainer(env, read, exists), wsl: isWsl(env, read) };
}

type Read = (path: string) => string | undefined;

function isContainer(env: NodeJS.ProcessEnv, read: Read, exists: (path: string) => boolean): boolean {
  if (exists('/.dockerenv') || exists('/run/.containerenv')) return true;
  // `container` is set by podman, systemd-nspawn and LXC: https://systemd.io/CONTAINER_INTERFACE/
  if (env.container || env.KUBERNETES_SERVICE_HOST) return true;
  return /docker|kubepods|containerd|lxc/.test(read('/proc/1/cgroup') ?? '');
}

function isWsl(env: NodeJS.ProcessEnv, read: Read): boolean {
  return Boolean(env.WSL_DISTRO_NAME) || /microsoft/i.test(read('/proc/version') ?? '');
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
