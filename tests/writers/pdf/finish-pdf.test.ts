import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../../../src/browser/open.js';
import { readPdf as recover } from '../../../src/check/read-pdf.js';
import type { PdfMeta } from '../../../src/writers/pdf/finish-pdf.js';
import { readPdf } from '../../browser/reader.js';
import { finished } from './finished.js';

const HTML = `<!doctype html><html lang="en"><head><title>From the page</title></head><body>
  <h1>Zoë Müller</h1><p>Engineer, <a href="https://example.org/">example.org</a></p>
  <h2>Work</h2><ul><li>Engine <strong>one</strong></li></ul>
  <h2 style="break-before: page">Education</h2><p>None</p></body></html>`;

const meta: PdfMeta = {
  title: 'Zoë Müller – résumé',
  author: 'Zoë Müller',
  lang: 'de-CH',
  description: 'Engineer of engines',
  keywords: ['machine learning', 'Go'],
  date: new Date('2024-02-29T23:30:15Z'),
};

const browsers = [openBrowser({ env: process.env }), openBrowser({ env: process.env })];
let prints: Uint8Array[];

beforeAll(async () => {
  // Two browsers, and a second between them, so that nothing of either can be in both files.
  prints = [(await browsers[0]?.print(HTML)) as Uint8Array];
  await new Promise((resolve) => setTimeout(resolve, 1100));
  prints.push((await browsers[1]?.print(HTML)) as Uint8Array);
}, 120_000);
afterAll(() => Promise.all(browsers.map((browser) => browser[Symbol.asyncDispose]())));

const print = (index: number) => prints[index] as Uint8Array;
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('finishPdf', () => {
  it('says what the document says about itself, and nothing of the machine', async () => {
    const { info, lang } = await readPdf(await finished(print(0), meta));
    expect(info).toMatchObject({
      Title: meta.title,
      Author: meta.author,
      Subject: meta.description,
      Keywords: 'machine learning, Go',
      Creator: 'Resumewright',
      Producer: 'Resumewright',
      CreationDate: 'D:20240229233015Z',
      ModDate: 'D:20240229233015Z',
      PDFFormatVersion: '1.4',
    });
    expect(lang).toBe('de-CH');
    expect(latin1(await finished(print(0), meta))).not.toMatch(/Chrom|Skia|Mozilla|From the page/);
  });

  it('attaches the source as the file it was made from, dated as the document, the same each time', async () => {
    const withSource = { ...meta, source: 'basics:\n  name: Zoë\n' };
    const [first, second] = await Promise.all(prints.map((printed) => finished(printed, withSource)));
    expect(Buffer.compare(first ?? Buffer.of(1), second ?? Buffer.of(2))).toBe(0);
    const document = await PDFDocument.load(first ?? '', { updateMetadata: false });
    expect(document.getAttachments()).toMatchObject([
      {
        name: 'resume.yaml',
        data: new Uint8Array(Buffer.from(withSource.source)),
        mimeType: 'application/yaml',
        afRelationship: 'Source',
        description: expect.stringContaining('render extract'),
        creationDate: new Date(meta.date),
        modificationDate: new Date(meta.date),
      },
    ]);
    const names = document.catalog
      .lookup(PDFName.of('Names'), PDFDict)
      .lookup(PDFName.of('EmbeddedFiles'), PDFDict);
    const associated = document.catalog.lookup(PDFName.of('AF'), PDFArray);
    expect(associated.asArray()).toEqual([names.lookup(PDFName.of('Names'), PDFArray).get(1)]);
    expect((await PDFDocument.load(await finished(print(0), meta))).catalog.has(PDFName.of('AF'))).toBe(
      false,
    );
  });

  it('leaves out what is not there', async () => {
    const { description: _, ...rest } = meta;
    const marked = await PDFDocument.load(print(0), { updateMetadata: false });
    marked.setSubject('Something of the machine');
    const { info } = await readPdf(await finished(await marked.save(), { ...rest, keywords: [] }));
    expect(Object.keys(info)).not.toContain('Subject');
    expect(Object.keys(info)).not.toContain('Keywords');
  });

  it('shows the title in the window', async () => {
    const document = await PDFDocument.load(await finished(print(0), meta), { updateMetadata: false });
    expect(document.catalog.getViewerPreferences()?.getDisplayDocTitle()).toBe(true);
  });

  it('keeps text, structure, outline and links', async () => {
    const [before, after] = [await readPdf(print(0)), await readPdf(await finished(print(0), meta))];
    const told = before.tags.map((tag) => (tag === 'Strong' ? 'Span' : tag));
    expect(after.tags.filter((tag) => tag !== 'LBody')).toEqual(told);
    expect(after.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'L', 'Link']));
    expect(after.outline).toEqual(before.outline);
    expect(after.outline).toEqual(['Zoë Müller']);
    expect(after.text).toBe(before.text);
    expect(after.pages).toBe(2);
    const { catalog } = await PDFDocument.load(await finished(print(0), meta), { updateMetadata: false });
    expect(catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict).get(PDFName.of('ParentTree'))).toBeDefined();
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe(
      'true',
    );
  });

  it('puts page numbers after the text of their page, and marks them as no part of it', async () => {
    const footed = HTML.replace(
      '</title>',
      '</title><style>@page { margin: 2cm; @bottom-center { content: "Foot " counter(page) } }</style>',
    );
    const printed = (await browsers[0]?.print(footed)) as Uint8Array;
    const [before, after] = [await readPdf(printed), await readPdf(await finished(printed, meta))];
    expect(before.text).toMatch(/^Foot 1\s*Zoë Müller.*Foot 2\s*Education\s*None$/s);
    expect(after.text).toMatch(/^Zoë Müller.*Foot 1\s*Education\s*None\s*Foot 2$/s);
    const sorted = (text: string) => [...text.replaceAll(/\s/g, '')].sort();
    expect(sorted(after.text)).toEqual(sorted(before.text));
    expect(after.tags).toEqual((await readPdf(await finished(print(0), meta))).tags);
    const { words } = await recover(await finished(printed, meta));
    expect(words.map(({ text }) => text)).not.toContain('Foot');
  });

  it('gives the same bytes for two prints of one document', async () => {
    expect(Buffer.from(print(0)).equals(print(1))).toBe(false);
    const [one, two] = [await finished(print(0), meta), await finished(print(1), meta)];
    expect(Buffer.from(one).equals(two)).toBe(true);
  });

  it('gives the same bytes for a print of another day, in another time zone', async () => {
    const [date = ''] = /\(D:\d{14}[^)]*\)/.exec(latin1(print(0))) ?? [];
    expect(date).not.toBe('');
    const tomorrow = Buffer.from(latin1(print(0)).replaceAll(date, "(D:19991231235959-11'00')"), 'latin1');
    const [one, two] = [await finished(print(0), meta), await finished(tomorrow, meta)];
    expect(Buffer.from(one).equals(two)).toBe(true);
  });

  it('identifies the file by its content', async () => {
    const id = (bytes: Uint8Array) =>
      /\/ID\s*\[\s*<([0-9A-F]{32})>\s*<([0-9A-F]{32})>\s*\]/.exec(latin1(bytes));
    const [, first, second] = id(await finished(print(0), meta)) ?? [];
    expect(first).toBeDefined();
    expect(first).not.toBe('0'.repeat(32));
    expect(second).toBe(first);
    expect(id(await finished(print(0), { ...meta, author: 'Another' }))?.[1]).not.toBe(first);
  });

  it('does not touch what it was given', async () => {
    const given = print(0).slice();
    await finished(given, meta);
    expect(Buffer.from(given).equals(print(0))).toBe(true);
  });
});
