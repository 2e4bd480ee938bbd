import { execFile } from 'node:child_process';
import { copyFile, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { scratch } from '../browser/scratch.js';

// A PDF changes when its résumé does, and by nothing else: it lives in git, where every other change is noise.

const SAMPLES = ['arabic', 'engineering-manager', 'new-graduate', 'translator'];

const folder = scratch();
beforeAll(async () => {
  for (const sample of SAMPLES) {
    const file = join(folder, `${sample}.yaml`);
    await copyFile(join(packageRoot(), 'resumes', `${sample}.yaml`), file);
    // A document without a date of its own has that of its file.
    await utimes(file, 1_700_000_000, 1_700_000_000);
  }
});

async function render(out: string, jobs: string, env: Record<string, string>): Promise<Buffer[]> {
  const { SOURCE_DATE_EPOCH: _, ...rest } = process.env;
  const files = SAMPLES.map((sample) => `${sample}.yaml`);
  await promisify(execFile)(
    process.execPath,
    [join(packageRoot(), 'dist', 'cli.js'), ...files, '-f', 'pdf', '--jobs', jobs, '-o', out],
    { cwd: folder, env: { ...rest, ...env } },
  );
  return Promise.all(SAMPLES.map((sample) => readFile(join(folder, out, `${sample}.pdf`))));
}

it('prints the same PDFs in any process, time zone and language, one by one or all at once', async () => {
  const first = await render('one', '1', { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' });
  const second = await render('four', '4', { TZ: 'Pacific/Pago_Pago', LANG: 'ar_EG.UTF-8' });
  for (const [index, sample] of SAMPLES.entries()) {
    expect(first[index]?.length, sample).toBeGreaterThan(10_000);
    expect(first[index]?.equals(second[index] ?? Buffer.alloc(0)), sample).toBe(true);
  }
}, 120_000);
