import { describe, expect, it } from 'vitest';
import { eastAsianOrder, familiesFor, wordFonts } from '../../src/theme/scripts.js';

const first = (lang: string, text: string) => eastAsianOrder(lang, text)[0];

describe('letters that Chinese, Japanese and Korean share', () => {
  it.each([
    ['ja', '日本', 'BIZ UDPMincho'],
    ['zh-CN', '日本', 'Noto Serif SC'],
    ['ko-KR', '日本', 'Nanum Myeongjo'],
    // In a page of another language the letters beside them tell.
    ['en', '日本のこと', 'BIZ UDPMincho'],
    ['en', '大韓 한국', 'Nanum Myeongjo'],
    ['en', '北京', 'Noto Serif SC'],
  ])('on a page in %s with %s are drawn by %s', (lang, text, family) => {
    expect(first(lang, text)).toBe(family);
    expect(familiesFor('日', eastAsianOrder(lang, text))[0]).toBe(family);
  });

  it('are not the only ones of a script: each letter has its own', () => {
    const order = eastAsianOrder('ja', '');
    expect(familiesFor('한', order)).toEqual(['Nanum Myeongjo']);
    expect(familiesFor('س', order)).toEqual(['Vazirmatn']);
    for (const letter of 'कि।५') expect(familiesFor(letter, order)).toEqual(['Mukta']);
    expect(familiesFor('、', order)[0]).toBe('BIZ UDPMincho');
    for (const letter of 'aé·–“שλж') expect(familiesFor(letter, order), letter).toEqual([]);
  });
});

describe('the fonts of Word', () => {
  it.each([
    ['en', {}],
    ['ja-JP', { eastAsia: 'Yu Mincho' }],
    ['zh-SG', { eastAsia: 'SimSun' }],
    ['zh-TW', { eastAsia: 'PMingLiU' }],
    ['ko', { eastAsia: 'Batang' }],
    ['ar-EG', { cs: 'Times New Roman' }],
    ['he', { cs: 'Times New Roman' }],
    ['fa', { cs: 'Times New Roman' }],
    ['hi', { cs: 'Nirmala UI' }],
    ['mr-IN', { cs: 'Nirmala UI' }],
  ])('for %s', (lang, fonts) => {
    expect(wordFonts(lang)).toEqual(fonts);
  });

  it.each([
    ['en', 'Born 山田 さくら', { eastAsia: 'Yu Mincho' }],
    ['en', '김민준', { eastAsia: 'Batang' }],
    ['de', '王小明', { eastAsia: 'SimSun' }],
    ['ja', '김민준', { eastAsia: 'Yu Mincho' }],
    ['he', '王小明', { cs: 'Times New Roman', eastAsia: 'SimSun' }],
    ['en', 'Ωδή, Київ, “quoted” – עברית', {}],
  ])('for words in %s like %s', (lang, text, fonts) => {
    expect(wordFonts(lang, text)).toEqual(fonts);
  });
});
