import { constants, open, realpath, stat } from 'node:fs/promises';
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

/** Throws RefusedFile, and what the file system throws (ENOENT, EACCES, ELOOP …). `most` is bytes. */
export async function readInside(path: string, folder: string, most: number): Promise<Buffer> {
  const real = await realpath(path);
  if (!isInside(real, await realpath(folder))) throw new RefusedFile('outside');
  if (!(await stat(real)).isFile()) throw new RefusedFile('no-file');
  // Should it become something else meanwhile, opening it neither follows nor waits.
  const file = await open(
    real,
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  );
  try {
    const info = await file.stat();
    if (!info.isFile()) throw new RefusedFile('no-file');
    if (info.size > most) throw new RefusedFile('too-large');
    const buffer = Buffer.alloc(info.size);
    const { bytesRead } = await file.read(buffer, 0, info.size, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Whether a path is a folder or lies below it. Both are real paths: absolute, without links. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
