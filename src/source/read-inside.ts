import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

// A path that somebody else wrote → the bytes of the file, if it is one, is small enough, and really lies where it may.
// Links are followed before the question is asked; a device has no end and a pipe waits for ever, so neither is opened.

export type Refusal = 'outside' | 'no-file' | 'too-large';

/** Why a file is not read although it may be there. */
export class RefusedFile extends Error {
  constructor(readonly refusal: Refusal) {
    super(WORDS[refusal]);
    this.name = 'RefusedFile';
  }
}

const WORDS: Readonly<Record<Refusal, string>> = {
  outside: 'it lies outside its folder',
  'no-file': 'it is not a file',
  'too-large': 'it is too large',
};

/**
 * Throws RefusedFile, and what the file system throws (ENOENT, EACCES, ELOOP …). `most` is bytes. At once, for a theme is two
 * dozen small files, and to wait for each of these seven calls costs ten times what they do.
 */
export function readInside(path: string, folder: string, most: number): Buffer {
  const real = realpathSync.native(path);
  if (!isInside(real, realpathSync.native(folder))) throw new RefusedFile('outside');
  if (!statSync(real).isFile()) throw new RefusedFile('no-file');
  // Should it become something else meanwhile, opening it neither follows nor waits.
  const file = openSync(real, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const info = fstatSync(file);
    if (!info.isFile()) throw new RefusedFile('no-file');
    if (info.size > most) throw new RefusedFile('too-large');
    const buffer = Buffer.alloc(info.size);
    return buffer.subarray(0, readSync(file, buffer, 0, info.size, 0));
  } finally {
    closeSync(file);
  }
}

/** Whether a path is a folder or lies below it. Both are real paths: absolute, without links. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
