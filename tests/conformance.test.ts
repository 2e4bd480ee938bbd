import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PDFDocument, PDFName, type PDFString } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { matchWords } from '../src/check/compare.js';
import { readDocx } from '../src/check/read-docx.js';
import { readHtml } from '../src/check/read-html.js';
import { readMd } from '../src/check/read-md.js';
import { readPdf } from '../src/check/read-pdf.js';
import { readTxt } from '../src/check/read-txt.js';
import type { Reading } from '../src/check/reading.js';
import { cleanText } from '../src/check/words.js';
import { packageRoot } from '../src/package-root.js';
import { renderDocument } from '../src/pipeline.js';
import { readResume } from '../src/resume/read.js';
import { listThemes, readTheme } from '../src/theme/read.js';
import { labelsFor } from '../src/view/labels.js';
import { FORMATS, type Format, isPaged } from '../src/writers/formats.js';
import { testBrowser } from './test-browser.js';

// Every theme × every sample: the same words, order, headings and links in every format, as readers recover
// them that know nothing of the writers; and no warning, for our own themes keep their own contract.

const samples = (await readdir(join(packageRoot(), 'resumes'))).filter((name) => name.endsWith('.yaml'));
const themes = await listThemes();
/** A picture holds no words. */
const DOCUMENTS = FORMATS.filter((format) => !isPaged(format));

const browser = testBrowser();

async function renderSample(sample: string, themeName: string) {
  const file = join(packageRoot(), 'resumes', sample);
  const { resume, diagnostics } = readResume(await readFile(file, 'utf8'), sample);
  expect(diagnostics).toEqual([]);
  if (!resume) throw new Error(`${sample} is no résumé`);
  const rendering = await renderDocument(resume, await readTheme(themeName), {
    formats: DOCUMENTS,
    file: sample,
    date: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
    browser: () => browser,
  });
  const bytes = (format: Format) => {
    const found = rendering.files.find((written) => written.format === format);
    if (!found) throw new Error(`${sample} has no ${format}: ${JSON.stringify(rendering.diagnostics)}`);
    return found.bytes;
  };
  return { resume, rendering, bytes };
}

// Text formats have no right edge, and a dot or a line's end of their own between what stands apart there.
const isSpoken = (word: string) => !/^(·|-+|\d+\.)$/.test(word);
const spoken = (reading: Reading) => texts(reading).filter(isSpoken);
const texts = ({ words }: Reading) => words.map(({ text }) => text);

describe.each(themes)('the theme %s', (theme) => {
  describe.each(samples)('with %s', (sample) => {
    let rendered: Awaited<ReturnType<typeof renderSample>>;
    let html: Reading;
    let pdf: Reading;
    let docx: Reading;
    let md: Reading;
    let txt: Reading;
    beforeAll(async () => {
      rendered = await renderSample(sample, theme);
      html = readHtml(Buffer.from(rendered.bytes('html')).toString('utf8'));
      pdf = await readPdf(rendered.bytes('pdf'));
      docx = await readDocx(rendered.bytes('docx'));
      md = readMd(Buffer.from(rendered.bytes('md')).toString('utf8'));
      txt = readTxt(Buffer.from(rendered.bytes('txt')).toString('utf8'));
    });

    test('breaks no rule and loses no word', () => {
      expect(rendered.rendering.diagnostics).toEqual([]);
      expect(rendered.rendering.files.map(({ format }) => format)).toEqual(DOCUMENTS);
    });

    test('has the same words in the same order in HTML and Word', () => {
      expect(texts(docx)).toEqual(texts(html));
    });

    test('has the same words in the same order in HTML, Markdown and text', () => {
      expect(spoken(md)).toEqual(spoken(html));
      // Where the words of a link do not show where it leads, text says it.
      const unlinked = Buffer.from(rendered.bytes('txt'))
        .toString('utf8')
        .replaceAll(/\s+\(https?:\S+?\)|,\s+https?:[^\s)]+(?=\))/g, '');
      const words = readTxt(unlinked).words.filter(({ text }) => isSpoken(text));
      expect(matchWords(spoken(html), words)).toEqual({ missing: [], extra: [] });
    });

    test('has the same words in the same order in HTML and PDF', () => {
      expect(matchWords(texts(html), pdf.words)).toEqual({ missing: [], extra: [] });
      // A line of the PDF may end inside a compound; letter for letter, capitals included, nothing differs. (Which letter
      // an Arabic vowel point belongs to, a PDF does not say.)
      const letters = (reading: Reading) =>
        texts(reading)
          .join('')
          .replaceAll(/[\u064b-\u0652]/g, '');
      expect(letters(pdf)).toBe(letters(html));
    });

    test('has the same headings at the same levels, the name first', () => {
      expect(html.headings[0]).toEqual({ level: 1, text: rendered.resume.basics.name });
      expect(docx.headings).toEqual(html.headings);
      // Dates stand below the headings of Markdown.
      expect(md.headings.map(({ level }) => level)).toEqual(html.headings.map(({ level }) => level));
      for (const [index, { text }] of md.headings.entries())
        expect(html.headings[index]?.text.startsWith(text)).toBe(true);
      expect(txt.headings).toEqual(html.headings.filter(({ level }) => level < 3));
      const squeezed = ({ headings }: Reading) =>
        headings.map(({ level, text }) => `${level} ${text.replaceAll(/\s/g, '')}`);
      expect(squeezed(pdf)).toEqual(squeezed(html));
    });

    test('links to the same addresses', () => {
      expect(docx.links).toEqual(html.links);
      expect(md.links).toEqual(html.links);
      expect(pdf.links).toEqual(html.links);
    });

    test('has a PDF that is tagged, outlined, and knows its title, author, language and date', async () => {
      const document = await PDFDocument.load(rendered.bytes('pdf'), { updateMetadata: false });
      const name = rendered.resume.basics.name;
      const lang = rendered.resume.meta?.locale ?? 'en';
      expect(document.getTitle()).toBe(`${name} – ${labelsFor(lang).document}`);
      expect(document.getAuthor()).toBe(name);
      expect(document.getCreationDate()?.toISOString()).toBe('2026-01-02T03:04:05.000Z');
      expect(`${document.getProducer()} ${document.getCreator()}`).not.toMatch(/skia|chrom|mozilla/i);
      const { catalog } = document;
      expect((catalog.lookup(PDFName.of('Lang')) as PDFString).decodeText()).toBe(lang);
      for (const key of ['StructTreeRoot', 'MarkInfo', 'Outlines'])
        expect(catalog.has(PDFName.of(key))).toBe(true);
    });

    test('has an outline of the same headings, in words', async () => {
      const { pdfjs } = await import('../src/check/pdfjs.js');
      const task = pdfjs.getDocument({ data: Uint8Array.from(rendered.bytes('pdf')), verbosity: 0 });
      type Item = { title: string; items: Item[] };
      const flatten = (items: Item[]): string[] =>
        items.flatMap(({ title, items }) => [title, ...flatten(items)]);
      const outline = flatten((await (await task.promise).getOutline()) as Item[]);
      await task.destroy();
      expect(outline.map((title) => cleanText(title))).toEqual(html.headings.map(({ text }) => text));
    });

    test('embeds every font of its PDF as a subset with a way back to text', async () => {
      const document = await PDFDocument.load(rendered.bytes('pdf'), { updateMetadata: false });
      const objects = document.context.enumerateIndirectObjects().map(([, object]) => String(object));
      const fonts = objects.filter((object) => /\/Type \/Font\b/.test(object) && /\/Type0/.test(object));
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) {
        expect(font).toMatch(/\/BaseFont \/[A-Z]{6}\+/);
        expect(font).toMatch(/\/ToUnicode/);
      }
      const descriptors = objects.filter((object) => /\/Type \/FontDescriptor/.test(object));
      for (const descriptor of descriptors) expect(descriptor).toMatch(/\/FontFile[23]?/);
    });

    test('keeps HTML and Word free of anything that would be fetched', () => {
      const page = Buffer.from(rendered.bytes('html')).toString('utf8');
      expect(page).not.toMatch(/\b(src|srcset|poster)="(?!data:)/);
      expect(page).not.toMatch(/<link\b|@import|url\((?!data:)/);
      expect(page.match(/<script\b[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
    });
  });
});

test('every shape of résumé the README promises is among the samples', () => {
  expect(samples.map((name) => basename(name, '.yaml')).sort()).toEqual([
    'academic',
    'arabic',
    'backend-engineer',
    'data-platform-lead',
    'engineering-manager',
    'japanese',
    'new-graduate',
    'storyteller',
    'systems-programmer',
    'translator',
  ]);
});
