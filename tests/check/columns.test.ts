import { beforeAll, describe, expect, it } from 'vitest';
import { readHtml } from '../../src/check/read-html.js';
import { readPdf } from '../../src/check/read-pdf.js';
import type { Reading } from '../../src/check/reading.js';
import { testBrowser } from '../test-browser.js';
import { samplePage } from './sample-page.js';

// A column beside the text, which both go on over the page: painted page by page, read one after the other.

const browser = testBrowser();

const lines = (word: string, count: number) =>
  Array.from(
    { length: count },
    (_, i) => `<p>${word} ${i} says what nobody may tear apart where a page ends</p>`,
  );

const BODY = `<div class="sheet"><header><h1>Ada Example</h1></header>
<main><h2>Work</h2>${lines('Main', 70).join('\n')}</main>
<aside><h2>Skills</h2>${lines('Beside', 30).join('\n')}<p><a href="https://example.org/end">End</a></p></aside></div>`;
const css = `.sheet { display: grid; grid-template-columns: 1fr 40mm; column-gap: 8mm; }
header { grid-column: 1 / -1 }
h2 { text-transform: none }`;
const PAGE = samplePage({ body: BODY, css });

const words = ({ words }: Reading) => words.map(({ text }) => text);

describe('a PDF with two columns on several pages', { timeout: 60_000 }, () => {
  let reading: Reading;
  beforeAll(async () => {
    reading = await readPdf(await browser.print(PAGE));
  }, 120_000);

  it('reads the column after the text, as the page has it', () => {
    expect(reading.words.filter(({ endsPage }) => endsPage).length).toBeGreaterThan(2);
    expect(words(reading)).toEqual(words(readHtml(PAGE)));
  });

  it('has headings and links in that order', () => {
    expect(reading.headings.map(({ text }) => text)).toEqual(['Ada Example', 'Work', 'Skills']);
    expect(reading.links).toEqual(['https://example.org/end']);
  });
});

it('a section in the middle of the text is no column', async () => {
  const text = '<section><h2>First</h2><p>one</p></section>';
  const page = samplePage({ body: `<main><h1>A</h1><aside>${text}</aside><p>two</p></main>`, css });
  expect(words(await readPdf(await browser.print(page)))).toEqual(['A', 'First', 'one', 'two']);
});
