import { lstat, mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../../errors.js';
import { isInside } from '../../source/read-inside.js';
import { realPath } from '../../source/real-path.js';
import { draftTheme } from '../../theme/draft-theme.js';
import { isThemePath } from '../../theme/locate-theme.js';
import { listThemes, readTheme } from '../../theme/read.js';
import { writeNew } from '../outputs.js';
import type { Terminal } from '../terminal.js';
import { themeReach } from '../theme-reach.js';

export interface NewTheme {
  /** The new folder: a name, seen from the current folder, or a path. */
  folder: string;
  /** The theme it starts from. */
  from: string;
  /** What it and later themes may extend themes from; absent: its neighbours. */
  root?: string;
}

/**
 * `render themes new`: writes a folder that is a theme already, and names its files on `out`. Nothing that is there is
 * touched. Throws UsageError, ContentError where the theme to start from is wrong, MachineError where nothing can be
 * written.
 */
export async function newTheme({ folder, from, root }: NewTheme, terminal: Terminal): Promise<number> {
  const path = resolve(folder);
  const name = basename(path);
  refuseName(name, await listThemes());
  const parent = await readTheme(from, '.', await themeReach(from, root));
  if (isThemePath(from)) await refuseDistance(folder, from, root);
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
  const also = root === undefined ? '' : ` --root ${root}`;
  terminal.err(`Edit theme.yaml, then:
  render cv.yaml --theme ${called}${also}
  render themes test ${called}${also}`);
  return 0;
}

/** A theme extends its neighbours and what lies below them; for others, `--root` has to allow a folder with both. */
async function refuseDistance(folder: string, from: string, root: string | undefined): Promise<void> {
  const path = resolve(folder);
  const [there, reach] = await Promise.all([realpath(from), realest(root ?? dirname(path))]);
  if (isInside(there, reach) && isInside(await realest(dirname(path)), reach)) return;
  if (root !== undefined)
    throw new UsageError(
      `--root ${root} does not hold both ${folder} and ${from}`,
      'name a folder above both',
    );
  const beside = join(dirname(from), basename(path));
  throw new UsageError(
    `${folder} could not extend ${from}, which lies neither beside it nor below`,
    `make it beside that one: render themes new ${beside} --from ${from}; or allow a folder above both with --root`,
  );
}

/** Where a folder really is, or will be once it is made. */
async function realest(folder: string): Promise<string> {
  const path = resolve(folder);
  const real = await realPath(path);
  return real ?? join(await realest(dirname(path)), basename(path));
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
