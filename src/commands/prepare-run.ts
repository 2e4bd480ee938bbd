import type { Diagnostic } from '../source/diagnostic.js';
import type { Theme } from '../theme/theme.js';
import { findInputs } from './inputs.js';
import { outputFolder, prepareFolder, refuseCollisions } from './outputs.js';
import { readThemes } from './read-themes.js';
import type { RenderCommand } from './render.js';

export interface Prepared {
  files: string[];
  /** Those of the command line; without any, each résumé has its own. */
  themes: Theme[];
}

/**
 * What a command names, found and read, and the folders it writes to, made and tried; or what is wrong with a theme's
 * files. Throws UsageError and MachineError: with these nothing can be begun.
 */
export async function prepareRun({
  files: named,
  themes: names = [],
  out,
}: Pick<RenderCommand, 'files' | 'themes' | 'out'>): Promise<
  Prepared | { diagnostics: readonly Diagnostic[] }
> {
  const files = await findInputs(named);
  refuseCollisions(files);
  const read = await readThemes(names);
  if ('diagnostics' in read) return read;
  const { themes } = read;
  const folders = themes.length > 1 ? themes.map(({ name }) => outputFolder(out, name)) : [];
  await Promise.all([out, ...folders].map(prepareFolder));
  return { files, themes };
}
