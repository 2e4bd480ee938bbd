import { basename, dirname, join } from 'node:path';
import { UsageError } from '../errors.js';
import { realPath } from '../source/real-path.js';
import { type Format, isPaged } from '../writers/formats.js';
import { foldName, outputPath } from './outputs.js';

/**
 * A résumé called `cv.txt` is what `-f txt` would write into its own folder. Throws UsageError before anything is written,
 * however the paths are spelt and whatever links lie between. What is written takes the place of a link and does not go
 * through it, so links in the out folder that lead to a résumé are no danger.
 */
export async function refuseOverwriting(
  files: readonly string[],
  folders: readonly string[],
  formats: readonly Format[],
): Promise<void> {
  const homes = new Set(await Promise.all(folders.map(realPath)));
  const names = new Set(
    files.flatMap((file) =>
      formats.map((format) => foldName(outputPath('', file, format, isPaged(format) ? 1 : undefined))),
    ),
  );
  const isOutput = (path: string) =>
    homes.has(dirname(path)) && names.has(foldName(basename(path)).replace(/-\d+(?=\.png$)/, '-1'));
  const ends = await Promise.all(files.map(endsOf));
  const lost = files.find((_, index) => ends[index]?.some(isOutput));
  if (lost === undefined) return;
  throw new UsageError(
    `the résumé ${lost} would be overwritten by what is made from it`,
    'choose another folder with --out, or let its name end in .yaml',
  );
}

/** Where a file's own name stands, and where it leads as a link; nowhere when it is not there. */
async function endsOf(file: string): Promise<string[]> {
  const [folder, target] = await Promise.all([dirname(file), file].map(realPath));
  return [...(folder === undefined ? [] : [join(folder, basename(file))]), ...(target ? [target] : [])];
}
