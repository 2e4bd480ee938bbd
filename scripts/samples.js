import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

// What the measuring scripts share: every sample with every theme, rendered by the built program, and the programs of
// others that judge what came out.

const run = promisify(execFile);

/** Runs a program and returns what it printed. */
export async function output(program, argv, options = {}) {
  const { stdout } = await run(program, argv, { maxBuffer: 1e8, ...options });
  return stdout;
}

/**
 * The samples of `resumes/` in the given formats, with the themes named, or with all of them where none is:
 * `{ theme, sample, path(format) }`, in a new temporary folder.
 */
export async function renderSamples(formats, named = []) {
  const folder = await mkdtemp(join(tmpdir(), 'resumewright-samples-'));
  const all = (await readdir('themes')).filter((name) => !name.startsWith('.'));
  const themes = named.length > 0 ? named : all;
  const samples = (await readdir('resumes')).filter((name) => name.endsWith('.yaml')).sort();
  const rendered = [];
  for (const theme of themes) {
    const out = join(folder, theme);
    await mkdir(out);
    const files = samples.map((name) => join('resumes', name));
    await output(process.execPath, [
      'dist/cli.js',
      ...files,
      '-q',
      '-t',
      theme,
      '-f',
      formats.join(),
      '-o',
      out,
    ]);
    for (const file of samples) {
      const sample = basename(file, '.yaml');
      rendered.push({ theme, sample, path: (format) => join(out, `${sample}.${format}`) });
    }
  }
  return { folder, rendered };
}

/** Ends the script, kindly, when a program is not there: `needs` maps programs to the packages that bring them. */
export async function demand(needs) {
  const missing = [];
  for (const [program, source] of Object.entries(needs)) {
    const found = await output(process.platform === 'win32' ? 'where' : 'which', [program]).catch(() => '');
    if (found === '') missing.push(`  ${program}: install ${source}`);
  }
  if (missing.length === 0) return;
  console.error(`This script needs programs that are not here:\n${missing.join('\n')}`);
  process.exit(3);
}

/** Rows of cells as columns: the first to the left, numbers to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          typeof cell === 'number' || /^[\d.]+ ?%?$/.test(cell)
            ? String(cell).padStart(widths[column])
            : String(cell).padEnd(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
