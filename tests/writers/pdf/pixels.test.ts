import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import { renderDocument } from '../../../src/pipeline.js';
import { readTheme } from '../../../src/theme/read.js';
import { writePng } from '../../../src/writers/write-png.js';
import { pageOf, resumeOf } from '../../page/samples.js';
import { testBrowser } from '../../test-browser.js';
import { finished } from './finished.js';

// What is put right for machines, no eye may see: each page of a finished PDF, painted at 150 dpi, is the page that Chromium
// printed.

/** Of 255. Written with fewer digits, a letter may stand a thousandth of a point off, which grey edges show by less than this. */
const VISIBLE = 24;

/** The largest difference of any colour of any pixel. */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [first, second] = await Promise.all([one, other].map((png) => loadImage(png)));
  if (!first || !second || first.width !== second.width || first.height !== second.height) return 255;
  const [before, after] = [first, second].map((image) => {
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, image.width, image.height).data;
  });
  return before?.reduce((most, value, at) => Math.max(most, Math.abs(value - (after?.[at] ?? 0))), 0) ?? 255;
}

const browser = testBrowser();
const folder = join(packageRoot(), 'resumes');
const samples = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
const META = { title: 'A title', author: 'An author', lang: 'en', keywords: [], date: new Date(0) };

it.each(samples)('finishing changes no pixel of %s', async (sample) => {
  const resume = resumeOf(await readFile(join(folder, sample), 'utf8'));
  await expectSame(await browser.print(pageOf(resume, await readTheme('classic')).html));
});

it('finishing changes no pixel of glyphs that share their letters', async () => {
  const yaml = await readFile(join(packageRoot(), 'tests', 'fixtures', 'hindi.yaml'), 'utf8');
  const { files } = await renderDocument(resumeOf(yaml), await readTheme('executive'), {
    formats: ['html'],
    file: 'hindi.yaml',
    date: new Date(0),
    verify: false,
    browser: () => browser,
  });
  await expectSame(await browser.print(Buffer.from(files[0]?.bytes ?? []).toString('utf8')));
});

async function expectSame(printed: Uint8Array): Promise<void> {
  const [before, after] = await Promise.all([writePng(printed), finished(printed, META).then(writePng)]);
  expect(after).toHaveLength(before.length);
  for (const [index, picture] of after.entries())
    expect(await difference(before[index] ?? picture, picture), `page ${index + 1}`).toBeLessThan(VISIBLE);
}

it('a letter that is moved by a tenth of a point is seen', async () => {
  const page = (left: number) => `<body style="margin: ${left}pt; font: 24pt serif">Ada Example</body>`;
  const [one, other] = await Promise.all(
    [20, 20.1].map(async (left) => writePng(await browser.print(page(left)))),
  );
  expect(await difference(one?.[0] ?? Buffer.of(), other?.[0] ?? Buffer.of())).toBeGreaterThan(VISIBLE);
});
