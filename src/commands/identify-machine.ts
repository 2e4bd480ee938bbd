import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';
import { findPackage } from '../page/font-subsets.js';
import { FAMILIES, SCRIPT_FAMILIES } from '../theme/families.js';

// What a file's bytes depend on beside the résumé and the theme: this program, Node, the packages that stay outside the
// bundle, and the browser.

const PACKAGES = [
  'pdfjs-dist',
  '@napi-rs/canvas',
  ...Object.values(FAMILIES).map((family) => family.package),
  ...Object.values(SCRIPT_FAMILIES).map((family) => family.package),
];

/** The program and what it brings along, as text that changes when any of it does. */
export function identifyProgram(): string {
  return JSON.stringify([process.version, ...identifyBundle(), PACKAGES.map(versionOf)]);
}

/** The parts of the bundle are named after what is in them, so their names and the text of the first say it all. */
function identifyBundle(): string[] {
  const dist = join(packageRoot(), 'dist');
  try {
    const entry = createHash('sha256').update(readFileSync(join(dist, 'cli.js')));
    return [entry.digest('hex'), ...readdirSync(dist).sort()];
  } catch {
    // The program is run from its source.
    return [];
  }
}

function versionOf(name: string): string | undefined {
  const folder = findPackage(name);
  return folder && JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

/** The browser at this path, as text that changes when it is another one or another build. */
export async function identifyBrowser(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  return JSON.stringify([path, size, mtimeMs]);
}
