import { expect, it } from 'vitest';
import { readPdf } from '../src/check/read-pdf.js';
import { renderDocument } from '../src/pipeline.js';
import { readTheme } from '../src/theme/read.js';
import { resumeOf } from './page/samples.js';
import { testBrowser } from './test-browser.js';

// What people put into résumés beside letters is printed, and can be copied out of the PDF again.

const browser = testBrowser();

it.each([
  ['arrows and mathematics', '40 min → 4 min, ≤ 5 %, ≥ 99.9 %, ≈ 3 ∑ √ ∞ x² ½'],
  ['signs', '★★★☆☆ ✔ ☑ ● ▪ ➢ ☎ ✉ ♦'],
  ['emoji, those of several signs too', '🚀 ✨ 🔥 👋 👩‍💻 🇩🇪 👍🏽 ❤️'],
])('%s reach the PDF', async (_, text) => {
  const resume = resumeOf(JSON.stringify({ basics: { name: 'Ada', summary: `${text} **${text}**` } }));
  const { files, diagnostics } = await renderDocument(resume, await readTheme('classic'), {
    formats: ['pdf'],
    file: 'resume.yaml',
    date: new Date(0),
    browser: () => browser,
  });
  expect(diagnostics.filter(({ rule }) => rule !== 'contract-9')).toEqual([]);
  const { words } = await readPdf(files[0]?.bytes ?? new Uint8Array());
  expect(words.length).toBeGreaterThan(text.split(' ').length);
});
