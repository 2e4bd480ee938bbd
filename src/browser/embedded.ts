import { access, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../cache-folder.js';
import { MachineError } from '../errors.js';
import { keepUnpacked } from './keep.js';
import { missingLibraries } from './libraries.js';
import { makeTemporaryFolder } from './temporary-folder.js';
import { unpackBrowser } from './unpack.js';

// In: the @sparticuz/chromium package, if it is installed. Out: its browser, unpacked and ready to start.
// Why: it is the browser a machine without one gets with `npm install`. Only its archives are used. Its code
// would run any file lying at /tmp/chromium, and its flags switch web security and process isolation off.

export interface EmbeddedBrowser {
  path: string;
  env: Record<string, string>;
  temporary?: string | undefined;
}

export interface EmbeddedOptions {
  env: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  arch?: string;
  home: string;
  /** Where a private folder is made when the cache cannot be used. */
  temporaryRoot: string;
  /** The folder of the package; found through Node's own resolution when absent. */
  packageFolder?: string | undefined;
  /** Says which of these libraries the system lacks. */
  lacks?: (names: readonly string[]) => Promise<string[]>;
}

const PACKAGE = '@sparticuz/chromium';
/** The loader the binary was linked against; musl systems have none and could not start it. */
const LOADER = '/lib64/ld-linux-x86-64.so.2';
/** What the binary needs beyond the C library, and what lies in the archive beside it. */
const LIBRARIES = ['libnss3.so', 'libnssutil3.so', 'libnspr4.so', 'libexpat.so.1'];

/** @throws MachineError when the package is there but its browser can be unpacked nowhere. */
export async function embeddedBrowser(options: EmbeddedOptions): Promise<EmbeddedBrowser | undefined> {
  const { env, platform = process.platform, arch = process.arch, home } = options;
  if (platform !== 'linux' || arch !== 'x64' || !(await exists(LOADER))) return undefined;
  const source = options.packageFolder ?? (await resolvePackage());
  if (source === undefined) return undefined;

  const { folder, temporary } = await place(source, cacheFolder(env, home), options);
  const lacks = options.lacks ?? ((names) => missingLibraries(names, { env }));
  const missing = await lacks(LIBRARIES);
  return {
    path: join(folder, 'chromium'),
    env: missing.length > 0 ? { LD_LIBRARY_PATH: prepend(join(folder, 'lib'), env.LD_LIBRARY_PATH) } : {},
    temporary,
  };
}

type Place = Pick<EmbeddedBrowser, 'temporary'> & { folder: string };

async function place(source: string, cache: string, { temporaryRoot }: EmbeddedOptions): Promise<Place> {
  const unpack = (into: string) => unpackBrowser(source, into);
  try {
    const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { folder: await keepUnpacked({ root: cache, name: `chromium-${version}`, unpack }) };
  } catch {
    // No usable home: a folder of this run alone. It costs some seconds and 200 MB of disk on every run,
    // which is still better than to trust a folder that others may write to.
  }
  let temporary: string | undefined;
  try {
    temporary = await makeTemporaryFolder(temporaryRoot, 'resumewright-chromium-');
    await unpack(temporary);
    return { folder: temporary, temporary };
  } catch (error) {
    if (temporary) await rm(temporary, { recursive: true, force: true });
    if (error instanceof MachineError) throw error;
    throw new MachineError(
      `The browser that comes with ${PACKAGE} could not be unpacked: ${(error as Error).message}`,
      `It needs 200 MB in ${cache} or ${temporaryRoot}.`,
      { cause: error },
    );
  }
}

async function resolvePackage(): Promise<string | undefined> {
  try {
    let folder = dirname(createRequire(import.meta.url).resolve(PACKAGE));
    while (!(await exists(join(folder, 'bin', 'chromium.br')))) {
      if (folder === dirname(folder)) return undefined;
      folder = dirname(folder);
    }
    return folder;
  } catch {
    return undefined;
  }
}

function prepend(folder: string, path: string | undefined): string {
  return path ? `${folder}:${path}` : folder;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
