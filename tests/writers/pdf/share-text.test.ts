import { describe, expect, it } from 'vitest';
import { shareText } from '../../../src/writers/pdf/share-text.js';

/** Each glyph as `text`, or `text+behind`; `wide` has W for a glyph that takes room and 0 for one that does not. */
const shared = (told: string, wide: string) =>
  shareText(
    told,
    [...wide].map((kind) => kind === 'W'),
  )?.map(({ text, behind }) => (behind ? `${text}+${behind}` : text));

describe('what a cluster says', () => {
  it.each([
    ['one drawing of several letters', 'क्ष', 'W', ['क+्ष']],
    ['a vowel that stands first and is said last', 'कि', 'WW', ['क', 'ि']],
    ['the same before two letters in one', 'प्रि', 'WW', ['प+्', 'रि']],
    ['a vowel below, which takes no room', 'कु', 'W0', ['क', 'ु']],
    ['a mark above two glyphs', 'र्मा', 'WW0', ['र+्', 'म', 'ा']],
    ['several marks without room', 'मुं', 'W00', ['म', 'ु', 'ं']],
    ['a letter of two glyphs', 'ई', 'W0', ['ई', '\u2060']],
    ['a Latin letter that stands for two', 'ǆ', 'WW', ['d', 'ž']],
    ['a ligature', 'ffi', 'W', ['ffi']],
    ['marks alone', '\u0951\u0902', '00', ['\u0951', '\u0902']],
  ])('goes round: %s', (_, told, wide, shares) => {
    expect(shared(told, wide)).toEqual(shares);
  });

  it('is whole, in its order, whatever takes room', () => {
    for (const told of ['स्त्री', 'र्त्स्न्यि', 'ङ्क्ष्म', 'ญี่ปุ่น', 'กำ'])
      for (const wide of ['W', 'W0', '0W', 'W00', '00', 'W0W'].filter((kinds) => shared(told, kinds))) {
        expect(
          shared(told, wide)
            ?.join('')
            .replaceAll(/[+\u2060]/g, ''),
          `${told} ${wide}`,
        ).toBe(told);
      }
  });

  it('stays as it is where there are more glyphs than letters, or it begins with a mark', () => {
    expect(shared('अ', 'WW')).toBeUndefined();
    expect(shared('\u00ad', 'W')).toBeUndefined();
    expect(shared('ंक', 'W')).toBeUndefined();
  });
});
