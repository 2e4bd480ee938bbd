import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readThemePackage } from '../../src/json-resume-theme/read-theme-package.js';
import { packageRoot } from '../../src/package-root.js';
import type { ThemePackage } from '../../src/theme/theme.js';

const FIXTURES = join(packageRoot(), 'tests', 'fixtures', 'json-resume-themes');

/** The themes of the fixtures, put into `node_modules` of a folder as npm would. */
export async function install(folder: string, ...names: string[]): Promise<void> {
  for (const name of names) {
    await cp(join(FIXTURES, name), join(folder, 'node_modules', name), { recursive: true });
  }
}

/** A folder of its own with one theme installed. */
export async function installed(
  name: string,
): Promise<{ folder: string; theme: ThemePackage; remove: () => Promise<void> }> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'resumewright-theme-')));
  await install(folder, name);
  const { package: theme } = await readThemePackage(name, folder);
  if (!theme) throw new Error(`${name} is no package below ${dirname(FIXTURES)}`);
  return { folder, theme, remove: () => rm(folder, { recursive: true, force: true }) };
}
