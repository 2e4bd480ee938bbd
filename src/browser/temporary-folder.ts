import { mkdtemp, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { MachineError } from '../errors.js';

// In: the folder for temporary files. Out: a new folder in it, or why there is none. Why: a browser that finds no room for
// its profile and its pages fails in many ways, and says of none of them that another folder is all it needs.

const WAY_OUT = 'Point TMPDIR (on Windows TEMP) at a folder that can be written to.';

/** A way out for a folder that is full. */
export const FREE_SPACE =
  'Free some space there, or point TMPDIR (on Windows TEMP) at a folder that has more.';

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'is not a folder',
  EACCES: 'cannot be written to',
  EPERM: 'cannot be written to',
  EROFS: 'cannot be written to',
  ENOSPC: 'is full',
  EDQUOT: 'is full',
};

/** Makes a folder below `root` that is ours alone. Throws MachineError. */
export async function makeTemporaryFolder(root: string, prefix: string): Promise<string> {
  try {
    return await mkdtemp(join(root, prefix));
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const reason = REASONS[code];
    const says = reason === undefined ? message : `${root} ${reason}`;
    const hint = reason === 'is full' ? FREE_SPACE : WAY_OUT;
    throw new MachineError(`No folder for temporary files: ${says}`, hint, { cause: error });
  }
}

/** Bytes that a browser needs for a plain page, and some more: with two megabytes it prints, with one it does not. */
const ROOM = 4_000_000;

/** The folder, if hardly anything can be written to it any more. */
export async function fullFolder(root: string): Promise<string | undefined> {
  const disk = await statfs(root).catch(() => undefined);
  return disk && disk.bavail * disk.bsize < ROOM ? root : undefined;
}
