import { describe, expect, it } from 'vitest';
import { joinGlyphs } from '../../../src/writers/pdf/join-glyphs.js';
import { streamOf, tidied } from './content.js';

// Every glyph is half as wide as the font is large: five units at size ten.
const widths = () => 500;
/** One operator a line. */
const join = (content: string) =>
  streamOf(joinGlyphs(content, (font) => (font === 'F1' ? widths : undefined)) ?? []);
const text = (...lines: string[]) => ['BT', '/F1 10 Tf', ...lines, 'ET'].join('\n');
const at = (x: number, y = 30) => `1 0 0 -1 ${x} ${y} Tm`;

describe('glyphs placed one by one', () => {
  it('become one string where each stands as its width has it', () => {
    expect(join(text(at(7), '<0001> Tj', '5 0 Td <0002> Tj', '5.000001 0 Td <0003> Tj'))).toBe(
      text(at(7), '<000100020003> Tj'),
    );
  });

  it('become one string in a run of any length, whatever the sums behind their places come to', () => {
    const run = Array.from(
      { length: 200 },
      (_, index) => `${index % 2 ? 4.999999 : 5.000001} 0 Td <0002> Tj`,
    );
    expect(join(text(at(7), '<0001> Tj', ...run))).toBe(text(at(7), `<0001${'0002'.repeat(200)}> Tj`));
  });

  it('keep their places to the last digit: offsets stand between them and do not add up', () => {
    expect(
      join(text(at(7), '<0001> Tj', '4.9 0 Td <0002> Tj', '5 0 Td <0003> Tj', '5.2 0 Td <0004> Tj')),
    ).toBe(text(at(7), '[<0001> 10 <00020003> -20 <0004>] TJ'));
  });

  it('leave the beginning of the line where it was for what comes after', () => {
    expect(join(text(at(7), '<0001> Tj', '5 0 Td <0002> Tj', '0 12 Td <0003> Tj'))).toBe(
      text(at(7), '<00010002> Tj', '5 0 Td', '0 12 Td', '<0003> Tj'),
    );
  });

  it('stay where more is shown behind them without a move, in a mark of its own', () => {
    const mark = '/Span<</ActualText <feff0648> >> BDC';
    const content = text(
      at(7),
      '<0001> Tj',
      '5 0 Td <0002> Tj',
      mark,
      '<0003> Tj',
      'EMC',
      '20 0 Td <0004> Tj',
    );
    expect(join(content)).toBe(tidied(content));
    expect(join(text(at(7), '<0001> Tj', '5 0 Td <0002> Tj', mark, '20 0 Td <0003> Tj', 'EMC'))).toBe(
      text(at(7), '<00010002> Tj', '2.5 0 Td', '2.5 0 Td', mark, '20 0 Td', '<0003> Tj', 'EMC'),
    );
  });

  it('stay as they are in other fonts, in strings of another kind, and where letters are spaced', () => {
    for (const content of [
      text(at(7), '<0001> Tj', '5 0 Td <0002> Tj').replace('F1', 'F2'),
      text(at(7), '(a) Tj', '5 0 Td', '(b) Tj'),
      text(at(7), '<01> Tj', '5 0 Td', '<02> Tj'),
      `1 Tc\n${text(at(7), '<0001> Tj', '5 0 Td', '<0002> Tj')}`,
    ])
      expect(join(content)).toBe(tidied(content));
  });
});

describe('a word in two fonts', () => {
  it('begins each where it stands, not at the beginning of the line', () => {
    expect(join(`${text(at(7), '<0001> Tj')}\n${text(at(7), '5 0 Td', '<0002> Tj')}`)).toBe(
      `${text(at(7), '<0001> Tj\n2.5 0 Td\n2.5 0 Td')}\n${text(at(12), '<0002> Tj')}`,
    );
  });

  it('is reached by small moves, which no program takes for a space', () => {
    const word = text(at(7), '<0001> Tj', '5 0 Td <0002> Tj');
    expect(join(`${word}\n${text(at(17), '<0003> Tj')}`)).toBe(
      `${text(at(7), '<00010002> Tj\n3.333333 0 Td\n3.333333 0 Td\n3.333333 0 Td')}\n${text(at(17), '<0003> Tj')}`,
    );
  });

  it('is none where the next text stands apart, on another line, or elsewhere on the page', () => {
    const word = text(at(7), '<0001> Tj', '5 0 Td <0002> Tj');
    const joined = text(at(7), '<00010002> Tj');
    const next = [
      text(at(60), '<0003> Tj'),
      text(at(17, 42), '<0003> Tj'),
      `Q q ${text(at(17), '<0003> Tj')}`,
    ];
    for (const follow of next) expect(join(`${word}\n${follow}`)).toBe(tidied(`${joined}\n${follow}`));
  });
});
