import { expect, it } from 'vitest';
import { verifySource } from '../../src/check/verify-source.js';
import { readTheme } from '../../src/theme/read.js';
import { pageOf, resumeOf } from '../page/samples.js';

const theme = await readTheme('classic');
const page = pageOf(resumeOf('basics: {name: Ada}'), theme, { source: 'basics:\n  name: Ada\n' });
const judge = (html: string, format: 'html' | 'txt' = 'html') =>
  verifySource(page, format, Buffer.from(html), 'cv.yaml');

it('a file that carries its source passes, and so does a format that carries none', async () => {
  expect(await judge(page.html)).toEqual([]);
  expect(await judge('Ada', 'txt')).toEqual([]);
});

it('a file without it is refused, and so is one where it is another', async () => {
  const other = page.html.replace('name: Ada\n', 'name: Bob\n');
  for (const html of [page.html.replace(/<script type="application\/yaml".*?<\/script>/s, ''), other]) {
    expect(await judge(html)).toMatchObject([
      {
        severity: 'error',
        rule: 'content-lost',
        message: expect.stringContaining('HTML does not carry its source'),
      },
    ]);
  }
});
