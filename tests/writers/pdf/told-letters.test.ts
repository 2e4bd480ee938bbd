import { expect, it } from 'vitest';
import { readPdf } from '../../../src/check/read-pdf.js';
import { renderDocument } from '../../../src/pipeline.js';
import { readTheme } from '../../../src/theme/read.js';
import { resumeOf } from '../../page/samples.js';
import { testBrowser } from '../../test-browser.js';

// One glyph of the font is ş and ș; pdf.js, which knows nothing of what is told beside the text, reads the right one.

const browser = testBrowser();

async function wordsOf(yaml: string): Promise<string[]> {
  const { files } = await renderDocument(resumeOf(yaml), await readTheme('classic'), {
    formats: ['pdf'],
    file: 'resume.yaml',
    date: new Date(0),
    verify: false,
    browser: () => browser,
  });
  const { words } = await readPdf(files[0]?.bytes ?? new Uint8Array());
  return words.map(({ text }) => text);
}

it('gives Turkish its ş and ţ its cedilla', async () => {
  const words = await wordsOf(
    'basics: {name: Ayşe Işık, label: Şehir ţ}\nwork: [{name: A, startDate: 2012-02}]\nmeta: {locale: tr}',
  );
  expect(words).toEqual(expect.arrayContaining(['Ayşe', 'Işık', 'Şehir', 'ţ', 'İş', 'Şub']));
});

it('gives Romanian its ș and ț', async () => {
  expect(await wordsOf('basics: {name: Ștefan Țîrlea, label: și apoi țara}')).toEqual([
    'Ștefan',
    'Țîrlea',
    'și',
    'apoi',
    'țara',
  ]);
});
