import { execFile } from 'node:child_process';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { scratch } from '../browser/scratch.js';

// A career is the same wherever it is printed: neither the time zone nor the language of the machine has a say.

const RESUME = `basics: { name: Ada, email: ada@example.com }
work: [{ name: A, startDate: 2018-01-01, endDate: 2019-12-31 }, { name: B, startDate: May 2015, endDate: 2016-01-31T23:59:59Z }]
awards: [{ title: C, date: 2018-01-01 }, { title: D, date: 2019-12-31 }]
meta: { lastModified: 2020-01-01 }
`;

const folder = scratch();
beforeAll(async () => {
  await writeFile(join(folder, 'cv.yaml'), RESUME);
  await utimes(join(folder, 'cv.yaml'), 1, 1);
});

async function render(env: Record<string, string>): Promise<string[]> {
  const cli = join(packageRoot(), 'dist', 'cli.js');
  await promisify(execFile)(
    process.execPath,
    [cli, 'cv.yaml', '-f', 'html,docx,txt', '-o', env.TZ ?? 'out'],
    {
      cwd: folder,
      env: { ...process.env, ...env },
    },
  );
  const formats = ['html', 'docx', 'txt'];
  return Promise.all(
    formats.map((format) => readFile(join(folder, env.TZ ?? 'out', `cv.${format}`), 'base64')),
  );
}

it('prints the same dates, and the same bytes, on both sides of the date line', async () => {
  const home = await render({ TZ: 'UTC' });
  const text = Buffer.from(home[2] ?? '', 'base64').toString('utf8');
  for (const date of ['Jan 2018 – Dec 2019', 'May 2015 – Jan 2016', 'Jan 1, 2018', 'Dec 31, 2019']) {
    expect(text).toContain(date);
  }
  const others = [
    { TZ: 'Etc/GMT+12', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    { TZ: 'Etc/GMT-14', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
    { TZ: 'America/St_Johns' },
  ];
  for (const env of others) expect(await render(env), env.TZ).toEqual(home);
});
