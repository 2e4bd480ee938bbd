import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../src/check/check-file.js';
import { at, goodPage, type PdfOptions, pdfFile } from './pdf-file.js';

// Deliberately bad PDFs, and the fault that is named.

const check = (content: readonly string[], options?: PdfOptions) =>
  checkFile(pdfFile(content, options), 'pdf');
const rulesOf = async (content: readonly string[], options?: PdfOptions) =>
  (await check(content, options)).findings.map(({ rule }) => rule);
const errorsOf = async (content: readonly string[], options?: PdfOptions) =>
  (await check(content, options)).findings
    .filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);

test('a plain PDF has no error, and gives back who, where and when', async () => {
  const { findings, recovered } = await check(goodPage());
  expect(findings.map(({ rule }) => rule).sort()).toEqual([
    'font-not-embedded',
    'no-headings',
    'no-title',
    'untagged',
  ]);
  expect(recovered).toMatchObject({
    name: 'Ada Example',
    emails: ['ada@example.com'],
    phones: ['+1 555 010 0199'],
    jobs: [
      { title: 'Staff Engineer', employer: 'Northwind Grid', start: '2021-03', end: 'present' },
      { title: 'Engineer', employer: 'Fjord Metering', start: '2018-01', end: '2021-02' },
    ],
  });
});

describe('each fault is named', () => {
  test('a picture of a page', async () => {
    const image =
      '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>\nstream\n0\nendstream';
    const { findings, recovered } = await check(['q 595 0 0 842 0 0 cm /Scan Do Q'], {
      resources: '/XObject<</Scan 7 0 R>>',
      objects: [image],
    });
    expect(findings[0]).toMatchObject({ rule: 'no-text', severity: 'error' });
    // What follows from it is not told as well.
    expect(findings.map(({ rule }) => rule)).not.toContain('no-contact');
    expect(recovered?.name).toBeUndefined();
  });

  test('a name, and nothing else', async () => {
    const { findings, recovered } = await check([at(50, 750, 'Ada Example')]);
    expect(findings[0]).toMatchObject({ rule: 'little-text', severity: 'error', evidence: ['10 letters'] });
    expect(findings.map(({ rule }) => rule)).not.toContain('no-text');
    expect(findings.map(({ rule }) => rule)).not.toContain('no-contact');
    expect(recovered?.name).toBe('Ada Example');
  });

  test('contacts with an icon font', async () => {
    const { findings } = await check([...goodPage(), at(50, 660, '~ ada.example.com')], {
      characters: { '~': '\uf0e0' },
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'private-use', evidence: ['\uf0e0 ada.example.com'] }),
    );
  });

  test('ligatures', async () => {
    const { findings } = await check([...goodPage(), at(50, 660, 'e~cient o~ce')], {
      characters: { '~': '\ufb03' },
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'ligature', evidence: ['eﬃcient oﬃce'] }),
    );
  });

  test('a heading spelt with spaces', async () => {
    const page = goodPage().map((line) => line.replace('(Experience)', '(E X P E R I E N C E)'));
    expect(await errorsOf(page)).toContain('letter-spaced');
  });

  test('a font without a map', async () => {
    const { findings } = await check([...goodPage(), 'BT /G 11 Tf 1 0 0 1 50 600 Tm <00410042> Tj ET'], {
      resources: '/Font<</F 4 0 R/G 7 0 R>>',
      objects: [
        `<</Type/Font/Subtype/Type0/BaseFont/Icons/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2
/BaseFont/Icons/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>`,
      ],
    });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'font-unmapped', severity: 'error', evidence: ['Icons'] }),
    );
  });

  test.each([
    ['white on white', `1 g ${at(50, 650, 'kubernetes terraform')} 0 g`],
    ['of half a point', at(50, 650, 'kubernetes terraform', 0.5)],
    ['without ink', `BT 3 Tr /F 11 Tf 1 0 0 1 50 650 Tm (kubernetes terraform) Tj ET`],
  ])('text %s', async (_, hidden) => {
    const { findings } = await check([...goodPage(), hidden]);
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'hidden-text', severity: 'error', evidence: ['kubernetes terraform'] }),
    );
  });

  test('white text on a dark ground is to be seen', async () => {
    const page = [...goodPage(), '0.1 0.2 0.4 rg 40 640 300 40 re f', `1 1 1 rg ${at(50, 650, 'Team lead')}`];
    expect(await rulesOf(page)).not.toContain('hidden-text');
  });

  test('a page number before the name', async () => {
    const { findings } = await check([at(280, 30, '1 / 1'), ...goodPage()]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'name-first',
        severity: 'error',
        evidence: ['pdf.js: 1 / 1', 'content stream: 1 / 1'],
      }),
    );
  });

  test('a running header that runs into the name, to a simple reader', async () => {
    const header = 'BT /F 9 Tf 1 0 0 1 50 800 Tm (1 / 1) Tj ET';
    expect(await errorsOf([header, ...goodPage()])).toContain('name-first');
  });

  test('words that fall apart because their letters are placed by hand', async () => {
    const kerned = 'BT /F 11 Tf 1 0 0 1 50 650 Tm (SUMM) Tj 33.4 0 Td (ARY) Tj ET';
    const { findings } = await check([...goodPage(), kerned]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        rule: 'extractors-disagree',
        evidence: ['only pdf.js: SUMMARY', 'only content stream: SUMM ARY'],
      }),
    );
  });

  test('two columns side by side', async () => {
    const column = (x: number, word: string) =>
      Array.from({ length: 8 }, (_, i) => at(x, 640 - i * 14, `${word} line ${i} of a column`));
    expect(await rulesOf([...goodPage(), ...column(50, 'Left'), ...column(320, 'Right')])).toContain(
      'columns',
    );
    // The same, row by row.
    const rows = column(50, 'Left').flatMap((line, i) => [line, column(320, 'Right')[i] ?? '']);
    expect(await rulesOf([...goodPage(), ...rows])).toContain('columns');
  });

  test('a range of dates over two lines', async () => {
    const page = [
      at(50, 800, 'Ada Example', 24),
      at(50, 780, 'ada@example.com'),
      at(50, 750, 'Experience', 14),
      at(
        50,
        730,
        'Staff Engineer for the whole of the northern grid and all of its meters and wires, Mar 2021 -',
      ),
      at(50, 716, 'Feb 2023'),
      at(50, 700, 'Northwind Grid, Lisbon'),
    ];
    expect(await rulesOf(page)).toContain('date-split');
  });

  test('an encrypted PDF, which may be opened by anybody', async () => {
    const document = await PDFDocument.load(pdfFile(goodPage()));
    document.encrypt({ userPassword: '', ownerPassword: 'secret', permissions: { copying: false } });
    const { findings } = await checkFile(await document.save(), 'pdf');
    expect(findings.map(({ rule }) => rule)).toContain('encrypted');
  });
});
