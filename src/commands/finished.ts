import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { cacheFolder } from '../cache-folder.js';
import { writeWhole } from './outputs.js';

// What is known of the files in an out folder: from which inputs each was made, and its hash. A document whose inputs and
// files are all as they were is left alone. The notes lie in the user's cache, one file for each out folder; where they are
// lost, all is rendered again.

export interface Finished {
  /**
   * What a document became, if it was made from these inputs and every file is still as it was written;
   * undefined when it must be rendered. `document` is its name in the out folder, `inputs` a hash.
   */
  recall(document: string, inputs: string): Promise<Output[] | undefined>;
  note(document: string, inputs: string, files: readonly Output[]): void;
  /** Writes the notes down, if there are new ones. A cache that cannot be written costs time, and nothing else. */
  save(): Promise<void>;
}

/** A file as it was written. */
export interface Output {
  path: string;
  bytes: Uint8Array;
}

interface Note {
  inputs: string;
  /** Path below the out folder and SHA-256. */
  files: [path: string, hash: string][];
}

/** Days after which the notes on a folder that nobody rendered into are cleared away. */
const KEPT = 90;

export async function readFinished(out: string, env: NodeJS.ProcessEnv): Promise<Finished> {
  const folder = join(cacheFolder(env, homedir()), 'finished');
  const path = join(folder, `${hash(resolve(out))}.json`);
  const notes = new Map(Object.entries(await readNotes(path)));
  // Only a folder that is new adds a file.
  const known = notes.size > 0;
  let fresh = false;
  return {
    async recall(document, inputs) {
      const note = notes.get(document);
      if (note?.inputs !== inputs) return undefined;
      const kept = await Promise.all(
        note.files.map(async ([name, before]) => {
          const path = join(out, name);
          const bytes = await readFile(path).catch(() => undefined);
          return bytes && hash(bytes) === before ? [{ path, bytes }] : [];
        }),
      );
      return kept.every(({ length }) => length > 0) ? kept.flat() : undefined;
    },
    note(document, inputs, files) {
      notes.set(document, {
        inputs,
        files: files.map(({ path, bytes }) => [relative(out, path), hash(bytes)]),
      });
      fresh = true;
    },
    async save() {
      if (!fresh) return;
      fresh = false;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        if (!known) await clearAway(folder);
        await writeWhole(path, Buffer.from(JSON.stringify(Object.fromEntries(notes))));
      } catch {
        // A read-only home, a full disk: the files themselves are written, and the next run renders them again.
      }
    },
  };
}

/** SHA-256. */
export const hash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Notes that were cut short or written by another version are no notes. */
async function readNotes(path: string): Promise<Record<string, Note>> {
  try {
    const notes: unknown = JSON.parse(await readFile(path, 'utf8'));
    const sound = Object.entries(notes ?? {}).filter((entry): entry is [string, Note] => isNote(entry[1]));
    return Object.fromEntries(sound);
  } catch {
    return {};
  }
}

const isNote = (value: unknown): value is Note =>
  typeof value === 'object' &&
  value !== null &&
  'inputs' in value &&
  typeof value.inputs === 'string' &&
  'files' in value &&
  Array.isArray(value.files) &&
  value.files.every((file) => Array.isArray(file) && file.every((part) => typeof part === 'string'));

async function clearAway(folder: string): Promise<void> {
  const oldest = Date.now() - KEPT * 24 * 60 * 60 * 1000;
  const names = await readdir(folder);
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      if ((await stat(path)).mtimeMs < oldest) await rm(path, { force: true });
    }),
  );
}
