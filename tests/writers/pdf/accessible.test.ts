import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkFile } from '../../../src/check/check-file.js';
import { readPdf as readBack } from '../../../src/check/read-pdf.js';
import type { PdfMeta } from '../../../src/writers/pdf/finish-pdf.js';
import { readPdf } from '../../browser/reader.js';
import { testBrowser } from '../../test-browser.js';
import { finished as finishedBytes } from './finished.js';

const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const LONG = 'words enough for a link that goes on '.repeat(6).trim();

/** What résumés are made of, and what themes paint. */
const HTML = `<!doctype html><html lang="en"><head><title>T</title><style>
  @page { size: A4; margin: 2cm; @bottom-center { content: "Foot " counter(page) } }
  h2 { border-bottom: 1px solid } aside { background: #eee } q { color: #333 }</style></head><body>
  <header><h1>Ada Example</h1><img alt="Ada Example" width="40" height="40" src="${DOT}"><img alt="" src="${DOT}"></header>
  <main><h2>Work</h2><p>At <a href="https://example.org/work">${LONG}</a>, she said
  <q>yes</q> <em>twice</em>.</p>
  <ul><li>One <strong>strong</strong><ol><li>Inner</li><li>Other</li></ol></li><li><p>Paragraph</p><p>Another</p></li></ul>
  <svg aria-hidden="true" width="20" height="20"><circle cx="10" cy="10" r="8" /></svg></main>
  <aside style="break-before: page"><h2>Aside</h2><p>More, <a href="tel:+15550100199">+1 555 010 0199</a></p></aside></body></html>`;

const meta: PdfMeta = {
  title: 'Ada & <Example> – Résumé',
  author: 'Ada Example',
  lang: 'en-GB',
  description: 'Engineer of "engines"',
  keywords: ['machine learning', 'C & C++'],
  date: new Date('2024-02-29T23:30:15Z'),
};
const texts = { headings: [], links: [LONG, '+1 555 010 0199'] };

const browser = testBrowser();
const finished = async (html: string, links = texts.links) =>
  finishedBytes(await browser.print(html), meta, { headings: [], links });
let good: Uint8Array;
beforeAll(async () => {
  good = await finished(HTML);
}, 60_000);

const open = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false });
const xmpOf = (bytes: Uint8Array) =>
  /<x:xmpmeta.*<\/x:xmpmeta>/s.exec(Buffer.from(bytes).toString('utf8'))?.[0] ?? '';

async function linksOf(bytes: Uint8Array): Promise<(string | undefined)[]> {
  const document = await open(bytes);
  return document
    .getPages()
    .flatMap(({ node }) =>
      (node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []).map((one) =>
        document.context
          .lookupMaybe(one, PDFDict)
          ?.lookupMaybe(PDFName.of('Contents'), PDFHexString)
          ?.decodeText(),
      ),
    );
}

describe('a finished PDF', () => {
  it('breaks no rule of PDF/UA-1, and says so', async () => {
    const { findings } = await checkFile(good, 'pdf');
    expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('ua-'))).toEqual([]);
    expect(findings.map(({ rule }) => rule)).not.toContain('image-alt');
    expect(xmpOf(good)).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  it('does not say so where something breaks one', async () => {
    for (const wrong of [
      HTML.replace('<h2>Work', '<h3>Work').replace('Work</h2>', 'Work</h3>'),
      HTML.replace('<p>At', '<figure><figcaption>Nothing</figcaption></figure><p>At'),
    ]) {
      const xmp = xmpOf(await finished(wrong));
      expect(xmp).toContain('<dc:creator>');
      expect(xmp).not.toContain('pdfuaid:part');
    }
  });

  it('says in XMP what it says in its properties', () => {
    const xmp = xmpOf(good);
    for (const part of [
      '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ada &amp; &lt;Example&gt; – Résumé</rdf:li></rdf:Alt></dc:title>',
      '<dc:creator><rdf:Seq><rdf:li>Ada Example</rdf:li></rdf:Seq></dc:creator>',
      '<rdf:li xml:lang="x-default">Engineer of "engines"</rdf:li>',
      '<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>',
      '<rdf:li>machine learning</rdf:li><rdf:li>C &amp; C++</rdf:li>',
      '<pdf:Keywords>machine learning, C &amp; C++</pdf:Keywords>',
      '<pdf:Producer>Resumewright</pdf:Producer>',
      '<xmp:CreatorTool>Resumewright</xmp:CreatorTool>',
      '<xmp:CreateDate>2024-02-29T23:30:15Z</xmp:CreateDate>',
      '<xmp:ModifyDate>2024-02-29T23:30:15Z</xmp:ModifyDate>',
    ])
      expect(xmp).toContain(part);
  });

  it('describes a link by the words it stands under, on each of its lines', async () => {
    expect(new Set(await linksOf(good))).toEqual(new Set([LONG, '+1 555 010 0199']));
    expect((await linksOf(good)).filter((text) => text === LONG).length).toBeGreaterThan(1);
  });

  it('describes a link by its address where the words are not known', async () => {
    const links = await linksOf(await finished(HTML, ['one too few']));
    expect(new Set(links)).toEqual(new Set(['https://example.org/work', '+15550100199']));
  });

  it('has list items of a label and a body, whatever they hold', async () => {
    const { tags } = await readPdf(good);
    expect(tags.filter((tag) => tag === 'LBody')).toHaveLength(4);
    expect(tags.filter((tag) => tag === 'LI')).toHaveLength(4);
  });

  it('knows text that is half transparent, which the browser paints as a picture of its own', async () => {
    const faint = HTML.replace(
      '<ul>',
      '<p style="opacity: .5">Half <a href="https://example.org/">seen</a></p><ul style="opacity: .9">',
    );
    const bytes = await finished(faint);
    expect(xmpOf(bytes)).toContain('pdfuaid:part');
    const { findings } = await checkFile(bytes, 'pdf');
    expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('ua-'))).toEqual([]);
    const { words } = await readBack(bytes);
    expect(words.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Half', 'seen', 'Inner', 'Paragraph']),
    );
  });

  it('marks Arabic in the footer and in a style sheet’s own words as no part of the text', async () => {
    const arabic = HTML.replace('lang="en"', 'lang="ar" dir="rtl"')
      .replace('"Foot "', '"تذييل "')
      .replace('q {', 'q::before { content: "قالت" } q {')
      .replace('At <a', 'في <a');
    const bytes = await finished(arabic);
    expect((await open(bytes)).getPageCount()).toBe(2);
    const { findings } = await checkFile(bytes, 'pdf');
    expect(findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('ua-'))).toEqual([]);
    expect(xmpOf(bytes)).toContain('pdfuaid:part');
  });

  it('keeps a border below a heading out of the heading', async () => {
    const document = await open(good);
    const elements = document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
      .filter((dict) => dict.get(PDFName.of('S')) === PDFName.of('H2'));
    expect(elements).toHaveLength(2);
    for (const heading of elements) {
      const kids = heading.lookup(PDFName.of('K'));
      expect(kids instanceof PDFArray ? kids.size() : 1).toBe(1);
    }
  });
});
