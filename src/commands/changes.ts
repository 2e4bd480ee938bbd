import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { MachineError } from '../errors.js';

// Files and folders to follow → what changes in them, in handfuls: an editor's save is many events (another file written
// and renamed, a file emptied and filled, a file gone and back), and one change.

export interface Changes extends Disposable {
  /** Follows these, beside what is followed already. A path that is not there is awaited. */
  follow(paths: Iterable<string>): Promise<void>;
  /**
   * The absolute paths that changed since it was last asked, once there are any and no more come; undefined when it has
   * ended. Throws MachineError when the system lets nobody watch.
   */
  next(): Promise<ReadonlySet<string> | undefined>;
}

/** Milliseconds without an event after which a save is taken to be over. */
const QUIET = 60;

/** Files that a render writes on its way. */
const TEMPORARY = /^\..*\.tmp$/;

export function openChanges(ended: AbortSignal): Changes {
  // Folders are watched, not files: a folder stays when an editor puts a new file in the place of the old one. So that a
  // folder may go and come back, its parent is watched too, for this alone.
  const followed = new Set<string>();
  const watchers = new Map<string, FSWatcher>();
  let changed = new Set<string>();
  let events = 0;
  let failure: unknown;
  let wake = () => {};
  ended.addEventListener('abort', () => wake(), { once: true });

  function look(folder: string): void {
    if (watchers.has(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => happened(folder, name));
      watcher.on('error', () => leave(folder));
      watchers.set(folder, watcher);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EACCES') failure = error;
    }
  }

  function leave(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  function happened(folder: string, name: string | null): void {
    if (name !== null && TEMPORARY.test(basename(name))) return;
    const path = name === null ? folder : join(folder, name);
    if (!followed.has(folder) && !followed.has(path)) return;
    if (followed.has(path)) {
      // Perhaps another folder of the same name.
      leave(path);
      look(path);
    }
    changed.add(path);
    events += 1;
    wake();
  }

  return {
    async follow(paths) {
      const folders = await Promise.all([...paths].map((path) => nearestFolder(resolve(path))));
      for (const folder of folders) {
        followed.add(folder);
        look(folder);
        look(dirname(folder));
      }
    },
    async next() {
      while (!ended.aborted) {
        if (failure) throw cannotWatch(failure);
        const seen = events;
        if (changed.size === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        await setTimeout(QUIET);
        if (events !== seen) continue;
        const handful = changed;
        changed = new Set();
        return handful;
      }
      return undefined;
    },
    [Symbol.dispose]() {
      for (const folder of [...watchers.keys()]) leave(folder);
    },
  };
}

/** The folder itself, or the one to see a file in; the nearest that is there. */
async function nearestFolder(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  const above = dirname(path);
  return found?.isDirectory() || above === path ? path : nearestFolder(above);
}

function cannotWatch(error: unknown): MachineError {
  const { code, message } = error as NodeJS.ErrnoException;
  const full = code === 'ENOSPC' || code === 'EMFILE';
  return new MachineError(
    `files cannot be watched: ${full ? 'the system watches as many as it may' : message}`,
    full ? 'on Linux, raise fs.inotify.max_user_watches and max_user_instances' : 'render again by hand',
    { cause: error },
  );
}
