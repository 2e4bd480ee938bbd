import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as lib from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { naiveLines } from '../../../src/check/extract/naive-pdf/naive-lines.js';
import { readNaively } from '../../../src/check/extract/naive-pdf/read-naively.js';
import { readPdf } from '../../../src/check/read-pdf.js';
import { packageRoot } from '../../../src/package-root.js';
import { renderDocument } from '../../../src/pipeline.js';
import { readTheme } from '../../../src/theme/read.js';
import { resumeOf } from '../../page/samples.js';
import { testBrowser } from '../../test-browser.js';

// Letters that several glyphs share are read back by pdf.js and by a reader of the content stream, which know nothing of
// what is told beside the text.

const browser = testBrowser();

async function print(yaml: string, theme: string): Promise<Uint8Array> {
  const { files } = await renderDocument(resumeOf(yaml), await readTheme(theme), {
    formats: ['pdf'],
    file: 'resume.yaml',
    date: new Date(0),
    verify: false,
    browser: () => browser,
  });
  return files[0]?.bytes ?? new Uint8Array();
}

const byPdfJs = async (pdf: Uint8Array) => (await readPdf(pdf)).words.map(({ text }) => text);
const byContentStream = async (pdf: Uint8Array) =>
  readNaively(lib, await lib.PDFDocument.load(pdf), 9)
    .flatMap(naiveLines)
    .join(' ')
    .split(/\s+/);

const HINDI =
  'प्रिया शर्मा वरिष्ठ मुंबई कार्य क्षेत्र श्री विद्युत हिन्दी कीर्ति ट्रक स्त्री उत्कृष्ट प्रशिक्षण ऑनलाइन दर्ज़ा ब्रह्म विश्वविद्यालय ४.५'.split(
    ' ',
  );

it.each(['modern', 'classic', 'terminal'])('gives Hindi its words, in %s', async (theme) => {
  const pdf = await print(
    `basics: {name: ${HINDI.slice(0, 2).join(' ')}, summary: "${HINDI.slice(2).join(' ')}"}\nmeta: {locale: hi}`,
    theme,
  );
  expect(await byPdfJs(pdf)).toEqual(expect.arrayContaining(HINDI));
  expect(await byContentStream(pdf)).toEqual(expect.arrayContaining(HINDI));
});

it('leaves no invisible letters in a whole Hindi résumé', async () => {
  const file = join(packageRoot(), 'tests', 'fixtures', 'hindi.yaml');
  const words = await byContentStream(await print(await readFile(file, 'utf8'), 'executive'));
  expect(words).toEqual(expect.arrayContaining(['प्रिया', 'शर्मा', 'विश्वविद्यालय', 'अंग्रेज़ी']));
  expect(words.join('')).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
});

it('gives ǆ its first half where a font draws it in two', async () => {
  const words = await byPdfJs(await print('basics: {name: ǆep, label: Džep žaba}', 'executive'));
  // One letter and two are the same word: they are compatible in Unicode.
  expect(words).toEqual(['džep', 'Džep', 'žaba']);
});
