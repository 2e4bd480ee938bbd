import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDocx } from '../src/check/read-docx.js';
import { readHtml } from '../src/check/read-html.js';
import { readPdf } from '../src/check/read-pdf.js';
import type { Reading } from '../src/check/reading.js';
import { renderDocument } from '../src/pipeline.js';
import { readResume } from '../src/resume/read.js';
import { readTheme } from '../src/theme/read.js';
import { type AnyResume, anyResume } from './any-resume.js';
import { testBrowser } from './test-browser.js';

const browser = testBrowser();

/** What a program prints of a value that it took for text. */
const SLIPS = /undefined|\[object |NaN|Invalid Date|\[function/i;

async function expectWhole({ source, words }: AnyResume): Promise<void> {
  const { resume, diagnostics } = readResume(source, 'resume.yaml');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!resume) throw new Error('no résumé');
  const rendering = await renderDocument(resume, await readTheme('classic'), {
    formats: ['html', 'pdf', 'docx', 'txt'],
    file: 'resume.yaml',
    date: new Date(0),
    browser: () => browser,
  });
  expect(rendering.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);

  const bytes = (format: string) =>
    rendering.files.find((file) => file.format === format)?.bytes ?? new Uint8Array();
  const text = (format: string) => Buffer.from(bytes(format)).toString('utf8');
  const readings: Record<string, Reading> = {
    html: readHtml(text('html')),
    pdf: await readPdf(bytes('pdf')),
    docx: await readDocx(bytes('docx')),
    txt: { words: [{ text: text('txt') }], headings: [], links: readHtml(text('html')).links },
  };
  for (const [format, reading] of Object.entries(readings)) {
    const seen = [...reading.words.map((word) => word.text), ' ', ...reading.links].join('').toLowerCase();
    expect(
      words.filter((word) => !seen.includes(word)),
      format,
    ).toEqual([]);
    expect(reading.words.map((word) => word.text).join(' ')).not.toMatch(SLIPS);
  }
}

it('renders any résumé that the schema accepts, and loses no string', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(anyResume(), expectWhole), {
    seed: 20_261_120,
    numRuns: 40,
    endOnFailure: true,
  });
});
