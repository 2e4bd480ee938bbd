import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, goodPage, pdfFile } from '../check/pdf-file.js';
import { wordFile } from '../check/word-file.js';
import { enterFolder, render, renderWith } from './command.js';

// `render check`: what it says on each stream, and its exit code.

const RESUME = `basics:
  name: Ada Example
  email: ada@example.com
work:
  - name: Northwind Grid
    position: Staff Engineer
    startDate: 2021-03
`;

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({
    'cv.yaml': RESUME,
    'good.docx': await wordFile(),
    'hidden.pdf': pdfFile([...goodPage(), `1 g ${at(50, 600, 'kubernetes')}`]),
    'plain.pdf': pdfFile(goodPage()),
    'word.pdf': await wordFile(),
    'cut.pdf': pdfFile(goodPage()).subarray(0, 30),
    'notes.txt': 'Ada',
    'wrong.yaml': 'basics:\n  label: Engineer\n',
  });
});
afterEach(() => folder.leave());

test('a sound file: what is recovered goes to stdout, the closing line to stderr', async () => {
  const { code, out, err } = await render('check', 'good.docx');
  expect(out).toBe(`good.docx: what a parser recovers
  name      Ada Example
  headline  –
  e-mail    ada@example.com
  phone     +1 555 010 0199
  link      –
  place     Lisbon
  job       Staff Engineer · Northwind Grid · Lisbon · 2021-03 to present
            Engineer · Fjord Metering · Bergen · 2018-01 to 2021-02
  degree    –
  skills    –
  languages –
  sections  Experience
`);
  expect(err).toBe('1 file checked: all is well');
  expect(code).toBe(0);
});

test('a finding says what is wrong, where, and what to do; an error ends with 1', async () => {
  const { code, err } = await render('check', 'hidden.pdf');
  expect(
    err,
  ).toContain(`error: there is text that no eye can see: of the colour of the paper, tiny, or hidden [hidden-text]
  --> hidden.pdf
      kubernetes
  take it out; what is worth finding is worth showing
`);
  expect(err).toMatch(/1 file checked: 1 error, \d warnings$/);
  expect(code).toBe(1);
});

test('--quiet tells errors only, --strict makes errors of warnings', async () => {
  const quiet = await render('check', '-q', 'plain.pdf');
  expect(quiet).toEqual({ code: 0, out: '', err: '' });
  const strict = await render('check', '-q', '--strict', 'plain.pdf');
  expect(strict.code).toBe(1);
  expect(strict.err).toContain('error: it is not tagged');
});

test('a résumé is rendered in memory; what all formats give is told once, and nothing is written', async () => {
  const { code, out } = await render('check', 'cv.yaml', '--theme', 'classic');
  expect(out).toContain('cv.yaml as PDF, HTML and DOCX, theme classic: what a parser recovers');
  expect(out).toContain('Staff Engineer · Northwind Grid · 2021-03 to present');
  expect(code).toBe(0);
  expect(await readdir('.')).not.toContain('out');
});

test('--text prints what each program reads, and judges nothing', async () => {
  const { code, out, err } = await render('check', '--text', 'hidden.pdf');
  expect(out).toContain('== hidden.pdf, read by pdf.js ==\nAda Example\n');
  expect(out).toContain('== hidden.pdf, read by content stream ==\nAda Example\n');
  expect(out).toContain('Staff Engineer\tMar 2021 - Present');
  expect(err).not.toContain('warning');
  expect(code).toBe(0);
});

test('--text cannot be used to send commands to the terminal', async () => {
  const sneaky = pdfFile([...goodPage(), at(50, 600, '~]0;owned')], { characters: { '~': '\u001b' } });
  const here = await enterFolder({ 'sneaky.pdf': sneaky });
  const { out } = await render('check', '--text', 'sneaky.pdf');
  expect(out).not.toContain('\u001b');
  await here.leave();
});

describe('--report', () => {
  test('json: one object, with the findings and the fields of each file', async () => {
    const { code, out } = await render('check', '--report', 'json', 'good.docx', 'hidden.pdf', 'missing.pdf');
    const { documents, diagnostics, failures } = JSON.parse(out);
    expect(documents).toHaveLength(2);
    expect(documents[0]).toMatchObject({ file: 'good.docx', format: 'docx', findings: [] });
    expect(documents[0].recovered).toMatchObject({ name: 'Ada Example', emails: ['ada@example.com'] });
    expect(documents[0]).not.toHaveProperty('texts');
    expect(documents[1].findings[0]).toEqual({
      rule: 'hidden-text',
      severity: 'error',
      message: expect.any(String),
      evidence: ['kubernetes'],
      count: 1,
      fix: expect.any(String),
    });
    expect(diagnostics).toMatchObject([{ rule: 'unreadable', file: 'missing.pdf' }]);
    expect(failures).toEqual([]);
    expect(code).toBe(1);
  });

  test('json with --text: the texts as well', async () => {
    const { out } = await render('check', '--report', 'json', '--text', 'good.docx');
    const [{ texts }] = JSON.parse(out).documents;
    expect(texts.map(({ extractor }: { extractor: string }) => extractor)).toEqual([
      'document.xml',
      'mammoth',
    ]);
  });

  test('github: an annotation a finding', async () => {
    const { err } = await render('check', '--report', 'github', 'hidden.pdf');
    expect(err).toContain('::error file=hidden.pdf,title=hidden-text::');
    expect(err).toContain('::warning file=hidden.pdf,title=untagged::');
  });
});

test.each([
  ['word.pdf', 'error: the file is a Word file or another zip archive, no PDF [wrong-format]'],
  ['cut.pdf', 'error: the PDF cannot be read'],
  ['notes.txt', 'error: notes.txt is no file that can be checked [wrong-format]'],
  ['gone.docx', 'error: there is no file gone.docx [unreadable]'],
  ['wrong.yaml', 'error: '],
])('%s cannot be checked, and is told so without a stack', async (file, message) => {
  const { code, out, err } = await render('check', file);
  expect(err).toContain(message);
  expect(err).toMatch(/\n[01] files? checked: 1 error$/);
  expect(`${out}${err}`).not.toMatch(/\bat .*\.[jt]s:\d+|This is a bug/);
  expect(code).toBe(1);
});

test('without a browser, Word and HTML are checked all the same', async () => {
  const { code, out, err } = await renderWith(
    process.env,
    'check',
    'cv.yaml',
    '--browser',
    '/no/such/browser',
  );
  expect(code).toBe(3);
  expect(out).toContain('cv.yaml as HTML and DOCX, theme classic');
  expect(err).toContain('/no/such/browser');
  expect(err).toMatch(/\n2 files checked: .*not every file could be made$/);
});

test('an unknown theme or report is wrong usage', async () => {
  expect((await render('check', 'cv.yaml', '-t', 'clasic')).code).toBe(2);
  expect((await render('check', 'cv.yaml', '--report', 'xml')).code).toBe(2);
});
