import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MachineError } from '../errors.js';
import { cachedBrowsers } from './cache.js';
import { type EmbeddedBrowser, embeddedBrowser } from './embedded.js';
import { missingLoader } from './loader.js';
import { systemBrowsers } from './system.js';

// In: the --browser option and the environment. Out: one browser that exists and can be started.
// Why: what the user names is used or refused, never replaced; otherwise the nearest browser is taken, and
// the one that ships as an npm package closes the list, so that a fresh machine works without a download.

export interface FoundBrowser {
  path: string;
  source: 'option' | 'environment' | 'puppeteer cache' | 'system' | 'embedded';
  /** Extra variables for the child process. */
  env: Record<string, string>;
  /** A folder made for this run alone, to be removed when the browser is closed. */
  temporary?: string | undefined;
}

export interface FindOptions {
  /** What --browser said. */
  explicit?: string | undefined;
  env: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  arch?: string;
  home?: string;
  /** Where folders for this run alone are made. */
  temporaryRoot?: string;
  /** Where a system browser may be, most wanted first. */
  system?: readonly string[];
  /** Provides the browser of last resort. */
  embedded?: () => Promise<EmbeddedBrowser | undefined>;
}

const VARIABLES = ['PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'] as const;

/** @throws MachineError when the named browser cannot be run, or when there is none at all. */
export async function findBrowser(options: FindOptions): Promise<FoundBrowser> {
  const { explicit, env, platform = process.platform, arch = process.arch, home = homedir() } = options;
  const { temporaryRoot = tmpdir() } = options;

  if (explicit) return named(explicit, 'option', '--browser');
  for (const variable of VARIABLES) {
    const path = env[variable];
    if (path) return named(path, 'environment', variable);
  }

  const cache = env.PUPPETEER_CACHE_DIR || join(home, '.cache', 'puppeteer');
  for (const path of await cachedBrowsers({ folder: cache, platform })) {
    if (!(await refusal(path))) return { path, source: 'puppeteer cache', env: {} };
  }
  for (const path of options.system ?? systemBrowsers({ env, platform, home })) {
    if (!(await refusal(path))) return { path, source: 'system', env: {} };
  }
  const embed = options.embedded ?? (() => embeddedBrowser({ env, platform, arch, home, temporaryRoot }));
  const embedded = await embed();
  if (embedded) return { ...embedded, source: 'embedded' };

  throw new MachineError(
    'No browser to print with: no Chrome, Chromium or Edge was found on this machine.',
    `Install one with: ${await installCommand(cache, platform, arch)}`,
  );
}

async function named(given: string, source: FoundBrowser['source'], name: string): Promise<FoundBrowser> {
  const path = resolve(given);
  const reason = await refusal(path);
  if (!reason) return { path, source, env: {} };
  throw new MachineError(
    `${name} names a browser that cannot be used: ${path} ${reason}.`,
    `Point ${name} at a Chrome, Chromium or Edge program, or leave it out to let one be found.`,
  );
}

/** Why the file cannot be started, as the end of a sentence; undefined when it can. */
async function refusal(path: string): Promise<string | undefined> {
  const file = await stat(path).catch(() => undefined);
  if (!file) return 'does not exist';
  if (!file.isFile()) return 'is not a file';
  // On a volume mounted noexec this fails too, as starting the file would.
  const runs = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!runs) return 'is not executable';
  const loader = await missingLoader(path).catch(() => undefined);
  return loader === undefined ? undefined : `needs ${loader}, which this system lacks`;
}

/** The one command that puts a browser where the search above looks. */
async function installCommand(cache: string, platform: NodeJS.Platform, arch: string): Promise<string> {
  if (platform === 'linux') {
    // Google builds no headless shell for musl or for Linux on ARM; the distributions build Chromium.
    if (await stat('/etc/alpine-release').catch(() => undefined)) return 'apk add chromium';
    if (arch !== 'x64') return 'apt-get install chromium';
  }
  // Without --path the command would install into the current folder, where nobody looks.
  return `npx @puppeteer/browsers install chrome-headless-shell@stable --path "${cache}"`;
}
