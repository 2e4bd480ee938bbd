import { beforeAll, describe, expect, it } from 'vitest';
import { matchWords } from '../../src/check/compare.js';
import { pdfjs } from '../../src/check/pdfjs.js';
import { readHtml } from '../../src/check/read-html.js';
import { readPdf } from '../../src/check/read-pdf.js';
import type { Reading } from '../../src/check/reading.js';
import { findLosses } from '../../src/check/verify.js';
import { squeeze } from '../../src/check/words.js';
import { testBrowser } from '../test-browser.js';
import { LONG_LINK, samplePage } from './sample-page.js';

const browser = testBrowser();

const texts = ({ words }: Reading) => words.map(({ text }) => text);
const plainHeadings = ({ headings }: Reading) => headings.map(({ level, text }) => [level, squeeze(text)]);

describe.each([
  ['without kerning', false],
  ['with kerning', true],
])('readPdf, of what Chromium prints %s', { timeout: 60_000 }, (_, kerning) => {
  const page = samplePage({ kerning });
  const html = readHtml(page);
  let bytes: Uint8Array;
  let pdf: Reading;
  beforeAll(async () => {
    bytes = await browser.print(page);
    pdf = await readPdf(bytes);
  }, 120_000);

  it('finds the words of the page, all and no more', () => {
    expect(matchWords(texts(html), pdf.words)).toEqual({ missing: [], extra: [] });
    expect(texts(pdf).slice(0, 8).join(' ')).toBe(
      'Ada Example ada@example.org · ada.example · Łódź EXPERIENCE',
    );
    expect(texts(pdf).slice(-4)).toEqual(['The', 'very', 'last', 'word']);
  });

  it('joins words over changes of font, baseline and link', () => {
    const words = texts(pdf);
    expect(words).toEqual(
      expect.arrayContaining(['rebolding', 'src/index.tsfile.', 'Italic,', 'x2y3', 'office', 'Word.', 'VAT']),
    );
  });

  it('says where a line ends inside a word', () => {
    expect(pdf.words).toContainEqual({ text: 'cross-', endsLine: true });
    expect(texts(pdf)).not.toContain('Donaudampfschifffahrtsgesellschaft');
    expect(pdf.words.at(-1)).toEqual({ text: 'word' });
  });

  it('leaves out the footer, which is painted first on each page', async () => {
    const task = pdfjs.getDocument({ data: bytes.slice(), verbosity: 0 });
    const document = await task.promise;
    expect(document.numPages).toBeGreaterThan(1);
    const { items } = await (await document.getPage(2)).getTextContent();
    expect(items[0]).toMatchObject({ str: `Ada Example · 2 / ${document.numPages}` });
    await task.destroy();
    expect(texts(pdf).join(' ')).not.toMatch(/ \/ \d/);
    expect(texts(pdf).filter((word) => word === 'Ada')).toHaveLength(1);
  });

  it('leaves out bullets and numbers, but not those that somebody typed', () => {
    const text = texts(pdf).join(' ');
    expect(text).toContain('end. Nested one Nested two Para in item. Second para. Link first then text');
    expect(text).toContain('• typed bullet stays 1. typed number stays Alpha Beta One');
  });

  it('finds the headings of the page', () => {
    expect(plainHeadings(pdf)).toEqual(plainHeadings(html));
    expect(pdf.headings).toContainEqual({ level: 3, text: 'Engineer, Northwind Jan 2020 – Present' });
    expect(pdf.headings).toContainEqual({
      level: 2,
      text: 'PROJECTS & MORE OPEN-SOURCE AND CROSS-FUNCTIONAL WORK',
    });
  });

  it('finds the links of the page, each once', () => {
    expect(pdf.links).toEqual(html.links);
    expect(pdf.links).toEqual([
      'mailto:ada@example.org',
      'https://ada.example/',
      'https://inside.example/',
      LONG_LINK,
      'https://first.example/',
      'https://same.example/',
      'https://same.example/',
    ]);
  });

  it('agrees where the browser marks no labels', async () => {
    const older = Buffer.from(
      Buffer.from(bytes).toString('latin1').replaceAll('/S /Lbl', '/S /Div'),
      'latin1',
    );
    expect(older.equals(bytes)).toBe(false);
    expect(texts(await readPdf(older))).toEqual(texts(pdf));
  });

  it('passes the gate, and does not when a word is gone', () => {
    const leaves = ['Ada Example', 'ada@example.org', 'Experience', 'Northwind', 'Nested one', 'Nested two']
      .concat(['event-driven state-of-the-art', 'Καλημέρα κόσμε', 'Go', 'Rust', 'C', 'The very last word'])
      .map((text, i) => ({ path: `leaf[${i}]`, text }));
    expect(findLosses(leaves, pdf)).toEqual([]);
    const words = pdf.words.filter(({ text }) => text !== 'Nested');
    expect(findLosses(leaves, { ...pdf, words })).toMatchObject([
      { path: 'leaf[4]', word: 'Nested', kind: 'lost' },
      { path: 'leaf[5]', word: 'Nested', kind: 'lost' },
    ]);
  });
});

describe('readPdf, of what goes over a page', { timeout: 60_000 }, () => {
  const css = `@page { size: 80mm 60mm; margin: 8mm } body { font: 12px/16px Caladea } p { margin: 0 }
    h1, h2, h3 { margin: 0; font-size: 14px; line-height: 18px; break-inside: auto; break-after: auto; orphans: 1; widows: 1 }`;
  const filler = (lines: number) => '<p>x</p>'.repeat(lines);
  const sentence = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';

  it.each([3, 4, 5, 6])('reads a link as one (%i lines before it)', async (lines) => {
    const href = 'https://x.example/a';
    const body = `<h1>N</h1>${filler(lines)}<p>b <a href="${href}">${sentence} open-source ${sentence}</a> and <a href="${href}">again</a>.</p>`;
    const page = samplePage({ body, css });
    const pdf = await readPdf(await browser.print(page));
    expect(pdf.links).toEqual([href, href]);
    expect(matchWords(texts(readHtml(page)), pdf.words)).toEqual({ missing: [], extra: [] });
  });

  it.each([2, 3, 4, 5, 6])('tells one heading from two (%i lines before it)', async (lines) => {
    const body = `<h1>N</h1>${filler(lines)}<h2>${sentence} ${sentence}</h2><h3>A first</h3><h3>A second</h3><h3>A third</h3>`;
    const page = samplePage({ body, css });
    const pdf = await readPdf(await browser.print(page));
    expect(plainHeadings(pdf)).toEqual(plainHeadings(readHtml(page)));
  });
});
