import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { renderResume, UsageError } from '../src/index.js';
import { FAMILIES } from '../src/theme/families.js';
import { listThemes } from '../src/theme/read.js';
import { testRenderer } from './test-browser.js';
import { all, child, openDocx, stylesOf, val, type WordFile } from './writers/docx/word-file.js';

// `meta.style` in every theme that ships: PDF, HTML and Word wear the same.

const themes = await listThemes();
const renderer = testRenderer();

const RESUME = `basics:
  name: Ada Example
  summary: Read [my site](https://ada.example.com) and \`code\`.
  url: https://ada.example.com
work: [{ name: Northwind, position: Engineer, highlights: [Built it.] }]
meta:
  style:
    accent: "#8a1c5f"
    font: { body: Carlito, headings: Gelasio, mono: Tinos }
    size: 12
`;

/** The families that a PDF has inside: `AAAAAA+Carlito-Bold` is of Carlito. */
async function familiesIn(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf);
  const names = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const name = object instanceof PDFDict ? object.get(PDFName.of('BaseFont')) : undefined;
    return name instanceof PDFName ? [name.decodeText()] : [];
  });
  return [...new Set(names.map((name) => name.replace(/^[A-Z]{6}\+/, '').replace(/-.*$/, '')))].sort();
}

describe.each(themes)('%s in a style of one’s own', (theme) => {
  let html: string;
  let pdf: Uint8Array;
  let docx: WordFile;
  beforeAll(async () => {
    const { files, diagnostics } = await renderer.render(RESUME, { theme });
    expect(diagnostics).toEqual([]);
    html = Buffer.from(files.html ?? []).toString('utf8');
    pdf = files.pdf ?? new Uint8Array();
    docx = openDocx(files.docx ?? new Uint8Array());
  });

  it('has the type that was asked for', () => {
    const [rule = ''] = html.match(/^body, p \{.*$/m) ?? [];
    expect(rule).toContain('font-size: 1rem;');
    expect(rule).toContain('font-family: "Carlito"');
    expect(/^h1 \{.*$/m.exec(html)?.[0]).toContain('font-family: "Gelasio"');
    const run = child(stylesOf(docx).get('Normal'), 'w:rPr');
    expect(val(child(run, 'w:sz'))).toBe('24');
    expect(child(run, 'w:rFonts')?.attrs['w:ascii']).toBe(FAMILIES.Carlito.word);
    const title = child(stylesOf(docx).get('Title'), 'w:rPr', 'w:rFonts');
    expect(title?.attrs['w:ascii']).toBe(FAMILIES.Gelasio.word);
  });

  it('has these fonts inside its PDF', async () => {
    expect(await familiesIn(pdf)).toEqual(expect.arrayContaining(['Carlito', 'Gelasio']));
  });

  it('has the accent, and nowhere one of its own', () => {
    expect(html).toContain('--color-accent: #8a1c5f;');
    const colours = all(docx.part('word/styles.xml'), 'w:color').map(val);
    const inHtml = [...html.matchAll(/(?<!-)color: (#\w+)/g)].map(([, colour = '']) => colour.toUpperCase());
    expect(colours.includes('8A1C5F')).toBe(inHtml.includes('#8A1C5F'));
  });
});

test('the library takes values in place of `meta`', async () => {
  const html = async (set: NonNullable<Parameters<typeof renderResume>[1]>['set']) => {
    const { files } = await renderResume(RESUME, { formats: ['html'], ...(set && { set }) });
    return Buffer.from(files.html ?? []).toString('utf8');
  };
  expect(await html({ 'style.accent': '#0b5a44', 'style.size': 10.5, paper: null })).toMatch(
    /size: A4[\s\S]*--color-accent: #0b5a44;[\s\S]*body, p \{[^}]*font-size: 0\.875rem;/,
  );
  expect(await html({ order: ['work', 'summary'] })).toMatch(/section-work[\s\S]*section-summary/);
  await expect(html({ 'style.size': 11 })).rejects.toThrow(UsageError);
  await expect(html({ 'style.size': 11 })).rejects.toThrow(
    'set style.size: `size` cannot be `11`: it goes in steps of 1.5',
  );
});

test('a page budget presses the style that was asked for', async () => {
  const long = `${RESUME}  pages: 1\nskills: [${Array.from({ length: 26 }, (_, at) => `{ name: Skill ${at} }`).join(', ')}]\n`;
  const { files } = await renderer.render(long, { formats: ['docx'], theme: 'classic' });
  const run = child(stylesOf(openDocx(files.docx ?? new Uint8Array())).get('Normal'), 'w:rPr');
  expect(child(run, 'w:rFonts')?.attrs['w:ascii']).toBe('Calibri');
});
