import { lstat, mkdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../../errors.js';
import { draftTheme } from '../../theme/draft-theme.js';
import { isThemePath } from '../../theme/locate-theme.js';
import { listThemes, readTheme } from '../../theme/read.js';
import { writeNew } from '../outputs.js';
import type { Terminal } from '../terminal.js';

export interface NewTheme {
  /** The new folder: a name, seen from the current folder, or a path. */
  folder: string;
  /** The theme it starts from. */
  from: string;
}

/**
 * `render themes new`: writes a folder that is a theme already, and names its files on `out`. Nothing that is there is
 * touched. Throws UsageError, ContentError where the theme to start from is wrong, MachineError where nothing can be
 * written.
 */
export async function newTheme({ folder, from }: NewTheme, terminal: Terminal): Promise<number> {
  const path = resolve(folder);
  const name = basename(path);
  refuseName(name, await listThemes());
  const parent = await readTheme(from);
  if (await lstat(path).catch(() => undefined)) {
    throw new UsageError(
      `${folder} is already there, and nothing is overwritten`,
      `choose another name, such as ${name}-2`,
    );
  }
  await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
  const files = draftTheme(name, isThemePath(from) ? seenFrom(path, from) : from, parent);
  for (const [file, text] of Object.entries(files)) {
    const written = join(folder, file);
    await writeNew(written, text);
    terminal.out(written);
  }
  const called = folder === name ? `./${name}` : folder;
  terminal.err(`Edit theme.yaml, then:
  render cv.yaml --theme ${called}
  render themes test ${called}`);
  return 0;
}

function refuseName(name: string, themes: readonly string[]): void {
  if (themes.includes(name.toLowerCase()) || name.toLowerCase() === 'all') {
    throw new UsageError(
      `\`${name}\` has a meaning already`,
      `choose another name, such as my-${name.toLowerCase()}`,
    );
  }
  if (/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(name)) return;
  const better = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}_-]+/gu, '-')
    .replaceAll(/^[-_]+|-+$/g, '');
  throw new UsageError(
    `a theme cannot be called \`${name}\``,
    `use letters, digits and hyphens${better ? `, such as ${better}` : ''}`,
  );
}

/** A path from the current folder as the new folder sees it, written as on every system. */
function seenFrom(folder: string, from: string): string {
  const path = relative(folder, resolve(from)).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}
