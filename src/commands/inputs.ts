import { isUtf8 } from 'node:buffer';
import { readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import type { Diagnostic, Place } from '../source/diagnostic.js';
import { isInside } from '../source/read-inside.js';
import { suggest } from '../source/suggest.js';
import { knownKind, notUtf8 } from './odd-bytes.js';

// The files a command was given → their text, or what kept them from being read.

export interface Input {
  /** As the user named it. */
  file: string;
  source: string;
  modified: Date;
}

/**
 * The named files, each once, else `resumes/*.{yaml,yml,json}`, else `resume.{yaml,yml,json}` here. Throws UsageError for
 * none.
 */
export async function findInputs(files: readonly string[]): Promise<string[]> {
  if (files.includes(''))
    throw new UsageError('a file with an empty name was given', 'name one, render path/to/resume.yaml');
  if (files.length > 0) return entriesOf(files);
  const found = (await readdir('resumes').catch(() => []))
    .filter((name) => RESUME_FILE.test(name))
    .sort()
    .map((name) => join('resumes', name));
  if (found.length > 0) return found;
  const here = (await readdir('.')).filter((name) => RESUME_HERE.test(name)).sort();
  const [first] = here.sort((a, b) => ENDINGS.indexOf(ending(a)) - ENDINGS.indexOf(ending(b)));
  if (first) return [first];
  throw new UsageError(
    'there is no résumé here: neither resumes/*.yaml nor resume.yaml',
    'name one, render path/to/resume.yaml, or start one, render init',
  );
}

/** Whether what happens to an absolute path may give `findInputs` other files, or others to read. */
export function concernsInputs(files: readonly string[], path: string): boolean {
  const named = files.length > 0 ? files : ['resumes'];
  if (named.some((name) => isInside(resolve(name), path))) return true;
  if (files.length > 0) return false;
  const [folder, name] = [dirname(path), basename(path)];
  return folder === resolve('resumes')
    ? RESUME_FILE.test(name)
    : folder === resolve('.') && RESUME_HERE.test(name);
}

/** `cv.yaml` and `./cv.yaml` are one file. A link to it is another: its own name is that of what is written. */
async function entriesOf(files: readonly string[]): Promise<string[]> {
  const entries = await Promise.all(
    files.map(async (file) => {
      const folder = dirname(file);
      return [join(await realpath(folder).catch(() => folder), basename(file)), file] as const;
    }),
  );
  const byEntry = new Map<string, string>();
  for (const [entry, file] of entries) if (!byEntry.has(entry)) byEntry.set(entry, file);
  return [...byEntry.values()];
}

const RESUME_FILE = /\.(ya?ml|json)$/;
const RESUME_HERE = /^resume\.(ya?ml|json)$/;
const ENDINGS = ['yaml', 'yml', 'json'];
const ending = (name: string) => name.slice(name.lastIndexOf('.') + 1);

const MAX_RESUME = 8_000_000;

/** Reads one file as UTF-8 text. What cannot be read is a diagnostic, so that the others go on. */
export async function readInput(file: string): Promise<Input | Diagnostic> {
  const found = await readBytes(file, MAX_RESUME);
  if (!('bytes' in found)) return found;
  const { bytes, modified } = found;
  const odd = isUtf8(bytes) ? knownKind(bytes) : notUtf8(bytes);
  if (odd) return unreadable(file, `${file} ${odd.message}`, odd.suggestion, odd.place);
  return { file, source: bytes.toString('utf8'), modified };
}

const unreadable = (file: string, message: string, suggestion?: string, place?: Place): Diagnostic => ({
  severity: 'error',
  rule: 'unreadable',
  file,
  path: '',
  message,
  ...(suggestion && { suggestion }),
  ...(place && { place }),
});

/** A file whole, or what kept it from being read. A file of more than `most` bytes is not opened. */
export async function readBytes(
  file: string,
  most: number,
): Promise<{ bytes: Buffer; modified: Date } | Diagnostic> {
  const fault = (message: string, suggestion?: string) => unreadable(file, message, suggestion);
  try {
    const info = await stat(file);
    if (info.isDirectory())
      return fault(`${file} is a folder`, `name the files in it: render ${join(file, '*.yaml')}`);
    if (!info.isFile()) return fault(`${file} is not a file`, 'name a file that holds YAML or JSON');
    if (info.size > most)
      return fault(`${file} is far too large for a résumé`, 'keep pictures in files beside it');
    return { bytes: await readFile(file), modified: info.mtime };
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') {
      const link = await readlink(file).catch(() => undefined);
      return link === undefined
        ? fault(`there is no file ${file}`, await neighbour(file))
        : fault(
            `${file} is a link to ${link}, and that is not there`,
            'name the file itself, or mend the link',
          );
    }
    const [reason = message, wayOut] = REASONS[code] ?? [];
    return fault(`${file} cannot be read: ${reason}`, wayOut);
  }
}

const REASONS: Readonly<Record<string, readonly [reason: string, wayOut?: string]>> = {
  EACCES: ['permission denied', 'check its permissions'],
  EPERM: ['permission denied', 'check its permissions'],
  ELOOP: ['it is a link that leads back to itself', 'name the file itself'],
  ENOTDIR: ['a part of the path is a file, not a folder'],
  ENAMETOOLONG: ['the name is too long'],
};

export const isInput = (input: Input | Diagnostic): input is Input => 'source' in input;

async function neighbour(file: string): Promise<string | undefined> {
  const names = (await readdir(dirname(file)).catch(() => [])).filter((name) => RESUME_FILE.test(name));
  const whole = names.find((name) => name.replace(RESUME_FILE, '') === basename(file));
  const near = whole ?? suggest(basename(file), names);
  return near && `did you mean \`${dirname(file) === '.' ? near : join(dirname(file), near)}\`?`;
}
