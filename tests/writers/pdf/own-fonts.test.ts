import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { scratch } from '../../browser/scratch.js';
import { testBrowser, testRenderer } from '../../test-browser.js';

// A theme may bring fonts of its own, and call one as one of ours is called: the last one wins, in the PDF as in the HTML.

const renderer = testRenderer();
const browser = testBrowser();
const folder = scratch();

const fontsOf = (pdf: Uint8Array): string[] =>
  [
    ...new Set(
      Buffer.from(pdf)
        .toString('latin1')
        .match(/(?<=\/BaseFont \/[A-Z]+\+)[\w-]+/g),
    ),
  ].sort();

it.each(['@font-face', '@f\\6f nt-face'])('a theme’s own font has its name, declared by %s', async (rule) => {
  const package_ = dirname(createRequire(import.meta.url).resolve('@fontsource/cousine/package.json'));
  const data = await readFile(join(package_, 'files', 'cousine-latin-400-normal.woff2'), 'base64');
  await writeFile(join(folder, 'theme.yaml'), 'extends: classic\n');
  await writeFile(
    join(folder, 'theme.css'),
    `${rule} { font-family: Caladea; font-weight: 400; src: url(data:font/woff2;base64,${data}); }\n`,
  );
  const source = 'basics: { name: Ada Example, summary: She builds bridges. }\n';
  const { files } = await renderer.render(source, { theme: folder, formats: ['pdf', 'html'] });
  const fonts = fontsOf(files.pdf as Uint8Array);
  expect(fonts).toContain('Cousine-Regular');
  expect(fonts).not.toContain('Caladea-Regular');
  expect(fontsOf(await browser.print(Buffer.from(files.html ?? []).toString('utf8')))).toEqual(fonts);
});
