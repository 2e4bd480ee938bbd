import type { Diagnostic } from '../source/diagnostic.js';
import type { ReadTheme } from '../theme/read-once.js';
import type { Theme } from '../theme/theme.js';
import { findInputs } from './inputs.js';
import { outputFolders, prepareFolder, refuseCollisions } from './outputs.js';
import { refuseOverwriting } from './refuse-overwriting.js';
import type { RenderCommand } from './render.js';
import { takeShard } from './shard.js';

export interface Prepared {
  files: string[];
  /** Those of the command line; without any, each résumé has its own. */
  themes: Theme[];
}

type Wanted = Pick<RenderCommand, 'files' | 'themes' | 'formats' | 'shard' | 'out' | 'root'>;

/** What a command names, found and read; or what is wrong with a theme's files. Throws UsageError. */
export async function findWork(
  { files: named, themes: names = [], formats, shard, out, root }: Wanted,
  read?: ReadTheme,
): Promise<Prepared | { diagnostics: readonly Diagnostic[] }> {
  const files = await findInputs(named);
  refuseCollisions(files);
  const found =
    names.length === 0
      ? { themes: [] }
      : await (await import('./read-themes.js')).readThemes(names, root, read);
  if ('diagnostics' in found) return found;
  await refuseOverwriting(files, outputFolders(out, found.themes), formats);
  return { files: shard ? takeShard(files, shard) : files, themes: found.themes };
}

/**
 * The same, and the folders it writes to, made and tried. Throws UsageError and MachineError: with these nothing can be
 * begun.
 */
export async function prepareRun(
  command: Wanted,
  read?: ReadTheme,
): Promise<Prepared | { diagnostics: readonly Diagnostic[] }> {
  const { out } = command;
  const work = await findWork(command, read);
  if ('diagnostics' in work) return work;
  await Promise.all([...new Set([out, ...outputFolders(out, work.themes)])].map(prepareFolder));
  return work;
}
