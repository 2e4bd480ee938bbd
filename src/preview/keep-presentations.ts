import { concerns } from '../commands/origins.js';
import type { Made, Presentation, Selection } from './present.js';

// Presentations are made when somebody looks and kept until a change concerns them. The last good one of each selection stays, so
// that a mistake takes nothing off the screen.

/** What the page is told of one selection. */
export interface Showing {
  findings: Presentation['findings'];
  failures: Presentation['failures'];
  /** The last good rendering, its files by name; absent as long as there was none. */
  made?: Omit<Made, 'files'> & { id: number; files: string[] };
  /** Whether what is shown is made from the files as they are now. */
  current: boolean;
}

export interface Presentations {
  show(selection: Selection): Promise<Showing>;
  /** A file of a rendering that was shown lately. */
  fileOf(id: number, name: string): Uint8Array | undefined;
  /** What was made from these paths is to be made anew. Says whether there was any. */
  forget(changed: Iterable<string>): boolean;
  /** What all presentations were made from. */
  origins(): string[];
}

interface Kept {
  latest?: Promise<Presentation>;
  origins: readonly string[];
  good?: Made & { id: number };
}

/** Selections that are kept: each holds the files of a résumé. */
const MOST = 12;

export function keepPresentations(make: (selection: Selection) => Promise<Presentation>): Presentations {
  const kept = new Map<string, Kept>();
  let count = 0;

  async function begin(entry: Kept, selection: Selection): Promise<Presentation> {
    count += 1;
    const id = count;
    const presentation = await make(selection);
    entry.origins = presentation.origins;
    const { made } = presentation;
    // One that was begun earlier may be finished later.
    if (made && id > (entry.good?.id ?? 0)) entry.good = { ...made, id };
    return presentation;
  }

  return {
    async show(selection) {
      const key = JSON.stringify(selection);
      const entry: Kept = kept.get(key) ?? { origins: [] };
      // The one that was looked at last is last in the map; the first to go is the one nobody looked at for longest.
      kept.delete(key);
      kept.set(key, entry);
      for (const old of [...kept.keys()].slice(0, -MOST)) kept.delete(old);
      entry.latest ??= begin(entry, selection);
      const { findings, failures, made } = await entry.latest;
      const { good } = entry;
      return {
        findings,
        failures,
        ...(good && { made: { ...good, files: [...good.files.keys()] } }),
        current: made !== undefined,
      };
    },
    fileOf(id, name) {
      return [...kept.values()].find(({ good }) => good?.id === id)?.good?.files.get(name);
    },
    forget(changed) {
      const paths = [...changed];
      const concerned = [...kept.values()].filter(({ origins }) => concerns(origins, paths));
      for (const entry of concerned) delete entry.latest;
      return concerned.length > 0;
    },
    origins: () => [...kept.values()].flatMap(({ origins }) => origins),
  };
}
