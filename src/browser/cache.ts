import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

// In: Puppeteer's cache folder. Out: the browsers installed in it, most wanted first.
// Why: it is what `npx @puppeteer/browsers install` and every `puppeteer` package fill. The layout,
// <browser>/<platform>-<version>/<archive>/<program>, is read here rather than through @puppeteer/browsers,
// which is not a dependency of ours and takes longer to load than the folder takes to read.

export interface CacheQuery {
  folder: string;
  platform: NodeJS.Platform;
}

/** The headless shell first (it is leaner and prints the same), newest version first. */
const BROWSERS = ['chrome-headless-shell', 'chrome'] as const;

export async function cachedBrowsers({ folder, platform }: CacheQuery): Promise<string[]> {
  const found: string[] = [];
  for (const browser of BROWSERS) {
    const builds = (await list(join(folder, browser))).flatMap((name) => {
      const [, system = '', version = ''] = /^([a-z0-9_]+)-([\d.]+)$/.exec(name) ?? [];
      return belongsTo(system, platform) ? [{ name, version }] : [];
    });
    builds.sort((a, b) => compareVersions(b.version, a.version));
    for (const { name } of builds) {
      for (const archive of await list(join(folder, browser, name))) {
        found.push(join(folder, browser, name, archive, ...programIn(browser, platform)));
      }
    }
  }
  return found;
}

function belongsTo(system: string, platform: NodeJS.Platform): boolean {
  const prefix = { linux: 'linux', darwin: 'mac', win32: 'win' }[platform as string];
  return prefix !== undefined && system.startsWith(prefix);
}

function programIn(browser: (typeof BROWSERS)[number], platform: NodeJS.Platform): string[] {
  if (platform === 'win32') return [`${browser}.exe`];
  if (platform === 'darwin' && browser === 'chrome') {
    return ['Google Chrome for Testing.app', 'Contents', 'MacOS', 'Google Chrome for Testing'];
  }
  return [browser];
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

async function list(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
