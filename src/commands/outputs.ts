import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { UsageError, WriteError } from '../errors.js';

// Where finished files go, and how: whole or not at all.

/** Where a theme's files go: `<out>`; where a run has several themes, `<out>/<theme>`. */
export function outputFolder(out: string, themes: readonly Named[], { name }: Named): string {
  return themes.length > 1 ? join(out, name) : out;
}

/** Every folder that a run writes files to; without themes, each résumé has its own. */
export function outputFolders(out: string, themes: readonly Named[]): string[] {
  return themes.length > 1 ? themes.map((theme) => outputFolder(out, themes, theme)) : [out];
}

interface Named {
  name: string;
}

/** `<folder>/<stem>.<format>`; of a page, `<folder>/<stem>-<page>.<format>`. */
export function outputPath(folder: string, file: string, format: string, page?: number): string {
  return join(folder, `${stem(file)}${page === undefined ? '' : `-${page}`}.${format}`);
}

const stem = (file: string) => basename(file, extname(file));

/** File systems that ignore case, or store accents apart from letters, see one name here. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase();

/** Two résumés with one name would overwrite each other: throws UsageError before anything is written. */
export function refuseCollisions(files: readonly string[]): void {
  const homes = new Map<string, string>();
  for (const file of files) {
    const name = foldName(stem(file));
    const other = homes.get(name);
    if (other !== undefined) {
      throw new UsageError(
        `${other} and ${file} would overwrite each other: both become files called ${stem(file)}`,
        'rename one, or render them to different folders with --out',
      );
    }
    homes.set(name, file);
  }
}

/** Makes the folder and tries whether it can be written to, before any work is done. Throws MachineError. */
export async function prepareFolder(folder: string): Promise<void> {
  // Asking for permission is no proof (ACLs, read-only mounts, quotas); writing is.
  const trial = join(folder, `.${randomUUID()}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    writeFileSync(trial, '', { flag: 'wx' });
  } catch (error) {
    throw cannotWrite(folder, error);
  } finally {
    removeSync(trial);
  }
}

function removeSync(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The folder itself is gone, or no longer ours.
  }
}

/**
 * Writes a file whole: under another name first, then renamed. Throws MachineError; leaves nothing half-written. In one
 * go, so that a signal that somebody listens for comes before or after it.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  // Not the file's own name, to which nothing could be added where it is as long as names may be.
  const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    // `wx`: never through a file or link that is already there.
    writeFileSync(temporary, bytes, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    removeSync(temporary);
    throw cannotWrite(path, error);
  }
}

/**
 * Writes a text where there is no file yet, and the folders above it. Throws UsageError when there is one, MachineError
 * when it cannot be written; then there is none.
 */
export async function writeNew(path: string, text: string): Promise<void> {
  const elsewhere = 'choose another folder';
  const folder = dirname(path);
  await mkdir(folder, { recursive: true }).catch((error) => {
    throw cannotWrite(folder, error, elsewhere);
  });
  // Making and looking are one step, so that nobody else's file can come between; links are not followed.
  const file = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? alreadyThere(path) : cannotWrite(path, error, elsewhere);
  });
  try {
    await file.writeFile(text).finally(() => file.close());
  } catch (error) {
    await rm(path, { force: true }).catch(() => undefined);
    throw cannotWrite(path, error, elsewhere);
  }
}

/** A file of that name is there, and it is the author's. */
export function alreadyThere(path: string): UsageError {
  const other = join(dirname(path), `${stem(path)}-2${extname(path)}`);
  return new UsageError(
    `${path} is already there, and nothing is overwritten`,
    `name another file, such as ${other}, or move that one away`,
  );
}

const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EISDIR: 'there is a folder of that name',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'there is a file of that name',
  ENOENT: 'its folder is gone',
  EFBIG: 'files may not become that large here',
  EMFILE: 'too many files are open',
  EIO: 'the disk does not answer',
  ENAMETOOLONG: 'the name is too long',
  ENOTEMPTY: 'there is a folder of that name',
};

/** These are about one file, whatever becomes of its neighbours. */
const OF_ONE_FILE = new Set(['EISDIR', 'EEXIST', 'ENOTEMPTY', 'ENAMETOOLONG', 'EFBIG']);

function cannotWrite(path: string, error: unknown, hint = 'choose another folder with --out'): WriteError {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new WriteError(path, REASONS[code] ?? message, !OF_ONE_FILE.has(code) && code in REASONS, hint, {
    cause: error,
  });
}
