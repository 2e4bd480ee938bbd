import { describe, expect, test } from 'vitest';
import { decode, readToUnicode } from '../../src/check/extract/naive-pdf/fonts.js';
import { interpret, type Resources } from '../../src/check/extract/naive-pdf/interpret.js';
import { naiveLines } from '../../src/check/extract/naive-pdf/naive-lines.js';
import { type Operand, readOperations } from '../../src/check/extract/naive-pdf/tokens.js';

// The simple reader of content streams: what it understands, and where it goes wrong on purpose.

const operations = (source: string) => [...readOperations(Buffer.from(source, 'latin1'))];
const plainOperand = (operand: Operand): unknown => {
  if (operand instanceof Uint8Array) return Buffer.from(operand).toString('latin1');
  return Array.isArray(operand) ? operand.map(plainOperand) : operand;
};
const operandsOf = (source: string) => operations(source)[0]?.operands.map(plainOperand);

const latin = new Map(Array.from({ length: 256 }, (_, code) => [code, String.fromCharCode(code)]));
const resources: Resources = {
  font: () => ({ width: 1, map: latin, space: 0.25 }),
  object: (name) =>
    name === 'Form'
      ? { content: Buffer.from('BT /F 10 Tf (inside) Tj ET'), matrix: [1, 0, 0, 1, 5, 7], resources }
      : 'picture',
};
const read = (source: string) => interpret(Buffer.from(source, 'latin1'), resources);
const lines = (source: string) => naiveLines(read(source));

describe('operators and operands', () => {
  test.each([
    ['(a (nested) \\(b\\) \\101\\n) Tj', ['a (nested) (b) A\n']],
    ['(over \\\ntwo lines) Tj', ['over two lines']],
    ['<48 65 6C6> Tj', ['Hel`']],
    ['[(A) -120.5 <42>] TJ', [['A', -120.5, 'B']]],
    ['/F1 12 Tf', ['/F1', 12]],
    ['1 0 0 -1 .5 -.25 cm', [1, 0, 0, -1, 0.5, -0.25]],
    ['% a comment\n12 w', [12]],
  ])('%s', (source, operands) => {
    expect(operandsOf(source)).toEqual(operands);
  });

  test('an inline image is one operator, whatever its pixels look like', () => {
    const names = operations('q BI /W 1 ID \x00(\xff EI Q').map(({ operator }) => operator);
    expect(names).toEqual(['q', 'BI', 'Q']);
  });

  test.each(['(', '<', '[', '[[[[', ')', '>', '>>', '}', '{', 'BI', '/', '\\', '<<'])(
    'what is never closed ends all the same: %s',
    (source) => {
      expect(operations(`${source.repeat(2000)} ET`).length).toBeLessThan(4001);
    },
  );
});

test('ToUnicode maps: single codes, ranges, lists, and several characters for one code', () => {
  const map = readToUnicode(
    Buffer.from(`2 beginbfchar <01> <0041> <02> <00660069> endbfchar
2 beginbfrange <10> <12> <0061> <20> <21> [<0058> <D83DDE00>] endbfrange`),
  );
  expect(decode({ width: 1, map, space: 0.25 }, Uint8Array.of(1, 2, 0x10, 0x12, 0x20, 0x21, 0x99))).toBe(
    'AfiacX😀\ufffd',
  );
});

describe('lines', () => {
  test('a move down is a new line, a wide step a space, a small one nothing', () => {
    expect(
      lines(`BT /F 10 Tf 50 700 Td (Engi) Tj 15 0 Td (neer) Tj 300 0 Td (2019) Tj
-315 -14 Td (Acme) Tj ET`),
    ).toEqual(['Engineer 2019', 'Acme']);
  });

  test('a wide step is a space inside a word, too', () => {
    expect(lines('BT /F 10 Tf 50 700 Td (SUMM) Tj 31 0 Td (ARY) Tj ET')).toEqual(['SUMM ARY']);
    expect(lines('BT /F 10 Tf 50 700 Td [(SUMM) 20 (ARY)] TJ ET')).toEqual(['SUMMARY']);
  });

  test('so is the way back to the beginning of the line that Chromium takes at a change of font', () => {
    const start = 'BT /F 10 Tf 1 0 0 1 50 700 Tm';
    expect(lines(`${start} (Gda) Tj 16 0 Td (a) Tj 4 0 Td (b) Tj ET ${start} 25 0 Td (n) Tj ET`)).toEqual([
      'Gdaab n',
    ]);
  });

  test('steps inside one string of strings', () => {
    expect(lines('BT /F 10 Tf 50 700 Td [(two) -300 (words)] TJ ET')).toEqual(['two words']);
  });

  test('T*, \' and " go to the next line', () => {
    expect(lines('BT /F 10 Tf 12 TL 50 700 Td (a) Tj T* (b) Tj (c) \' 0 0 (d) " ET')).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });
});

test('forms are read where they are painted', () => {
  expect(read('q 2 0 0 2 100 100 cm /Form Do Q')).toMatchObject([
    { text: 'inside', x: 110, y: 114, size: 20 },
  ]);
});

test('a form that paints itself comes to an end', () => {
  const own: Resources = {
    ...resources,
    object: () => ({ content: Buffer.from('/Form Do'), matrix: [1, 0, 0, 1, 0, 0], resources: own }),
  };
  expect(interpret(Buffer.from('/Form Do'), own)).toEqual([]);
});

test('ink and paper', () => {
  const shown = read(`BT /F 10 Tf 50 700 Td (plain) Tj ET
0 0 1 rg 0 0 100 100 re f 1 g BT /F 10 Tf 50 50 Td (badge) Tj ET
BT 3 Tr /F 10 Tf 50 700 Td (ghost) Tj ET`);
  expect(shown).toMatchObject([
    { text: 'plain', ink: [0, 0, 0], paper: [1, 1, 1], inkless: false },
    { text: 'badge', ink: [1, 1, 1], paper: [0, 0, 1], inkless: false },
    { text: 'ghost', inkless: true },
  ]);
});

test.each([
  ['a rounded box', '0 0 1 rg 10 0 m 90 0 l 100 0 100 100 90 100 c 0 100 0 0 v f', [0, 0, 1]],
  ['a picture', 'q 100 0 0 100 0 0 cm /Photo Do Q', undefined],
  ['a gradient', '/Shade sh', undefined],
])('text on %s', (_, ground, paper) => {
  const [piece] = read(`${ground} 1 g BT /F 10 Tf 50 50 Td (badge) Tj ET`);
  expect(piece).toMatchObject({ ink: [1, 1, 1] });
  expect(piece?.paper).toEqual(paper);
});
