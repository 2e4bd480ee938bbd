import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inTurns, program, ratio } from './measure.js';

// Many résumés: 200 in three formats, verified, against a loop that only prints their finished pages.

const MANY = 200;

/** Rows of `[what, against what, ratio, goal]`. */
export async function measureBatch({ folder, browser, turns }) {
  const [sources, out] = ['sources', 'batch'].map((name) => join(folder, name));
  await mkdir(sources, { recursive: true });
  const latin = (await readdir('resumes'))
    .filter((name) => /^(?!arabic|japanese).*\.yaml$/.test(name))
    .sort();
  const files = await Promise.all(
    Array.from({ length: MANY }, async (_, index) => {
      const text = await readFile(join('resumes', latin[index % latin.length]), 'utf8');
      const file = join(sources, `${String(index).padStart(3, '0')}.yaml`);
      // No two are the same.
      await writeFile(file, text.replace(/^( {2}name: .*)$/m, `$1 ${index}`));
      return file;
    }),
  );
  await program(['dist/cli.js', ...files, '-q', '--force', '-f', 'html', '-o', out])();
  const pages = files.flatMap((file) =>
    ['html', 'floor.pdf'].map((ending) => join(out, `${basename(file, '.yaml')}.${ending}`)),
  );
  const times = await inTurns(turns, {
    batch: program(['dist/cli.js', ...files, '-q', '--force', '-o', out]),
    loop: program(['bench/floor.js', browser.path, ...pages]),
  });
  const throughput = 1 / ratio(times.batch, times.loop);
  return [[`${MANY} résumés × 3 formats, a second`, 'bare prints a second', throughput, '≥ 0.5']];
}
