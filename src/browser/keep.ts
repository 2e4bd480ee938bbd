import { constants, type Stats } from 'node:fs';
import { access, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// In: a private root, a name and a way to fill a folder. Out: the filled folder, made once and reused.
// Why: what lies in it is executed. It is reused only when it is provably ours and whole; anything else
// (planted, half written, writable by others) is made anew. Two runs at once end with one folder.

export interface Keep {
  root: string;
  name: string;
  unpack: (into: string) => Promise<void>;
  uid?: number | undefined;
  now?: () => number;
}

/** Written last; lists every file with its size. A folder without it was never finished. */
const MARKER = 'unpacked.json';
const STALE = 60 * 60 * 1000;

/** @throws when the root is not ours alone or cannot be written. */
export async function keepUnpacked(keep: Keep): Promise<string> {
  const { root, name, unpack, uid = process.getuid?.(), now = Date.now } = keep;
  const folder = join(root, name);
  await mkdir(root, { recursive: true, mode: 0o700 });
  // Whoever may write to the root could swap the folder between our look at it and its use.
  if (!isOurs(await lstat(root), uid, 'folder')) throw new Error(`${root} may be changed by others`);
  if (await isTrusted(folder, uid)) return folder;

  await sweep(root, name, now());
  const fresh = await mkdtemp(join(root, `.${name}-`));
  try {
    await unpack(fresh);
    await writeFile(join(fresh, MARKER), JSON.stringify(await sizes(fresh)), { flag: 'wx', mode: 0o600 });
    if (!(await isTrusted(fresh, uid)))
      throw new Error(`what was unpacked to ${root} cannot be run from there`);
    await settle(fresh, folder, uid);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** Gives the finished folder its name. Whoever comes second uses what is there, if it can be trusted. */
async function settle(fresh: string, folder: string, uid: number | undefined): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(fresh, folder);
    } catch (error) {
      if (await isTrusted(folder, uid)) return;
      if (attempt === 3) throw error;
      const aside = `${fresh}-${attempt}`;
      await rename(folder, aside).catch(() => undefined);
      await rm(aside, { recursive: true, force: true });
    }
  }
}

async function isTrusted(folder: string, uid: number | undefined): Promise<boolean> {
  try {
    if (!isOurs(await lstat(folder), uid, 'folder')) return false;
    const marker = join(folder, MARKER);
    if (!isOurs(await lstat(marker), uid, 'file')) return false;
    const expected = JSON.parse(await readFile(marker, 'utf8')) as Record<string, number>;
    const actual = await sizes(folder, uid);
    delete actual[MARKER];
    await access(join(folder, 'chromium'), constants.X_OK);
    return JSON.stringify(actual) === JSON.stringify(expected);
  } catch {
    return false;
  }
}

/** Every file below, sorted, with its size. Throws on a link, and on anything that others may change. */
async function sizes(folder: string, uid = process.getuid?.(), prefix = ''): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const entry of (await readdir(join(folder, prefix))).sort()) {
    const name = prefix + entry;
    const stats = await lstat(join(folder, name));
    const kind = stats.isDirectory() ? 'folder' : 'file';
    if (!isOurs(stats, uid, kind)) throw new Error(`${name} is not ours alone`);
    if (kind === 'folder') Object.assign(found, await sizes(folder, uid, `${name}/`));
    else found[name] = stats.size;
  }
  return found;
}

function isOurs(stats: Stats, uid: number | undefined, kind: 'file' | 'folder'): boolean {
  const right = kind === 'folder' ? stats.isDirectory() : stats.isFile();
  return right && stats.uid === uid && (stats.mode & 0o022) === 0;
}

/** What a killed run left half done, once it is old enough to belong to nobody. */
async function sweep(root: string, name: string, now: number): Promise<void> {
  for (const entry of await readdir(root)) {
    if (!entry.startsWith(`.${name}-`)) continue;
    const path = join(root, entry);
    const stats = await lstat(path).catch(() => undefined);
    if (stats && now - stats.mtimeMs > STALE) await rm(path, { recursive: true, force: true });
  }
}
