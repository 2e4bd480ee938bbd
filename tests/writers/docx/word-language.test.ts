import { describe, expect, it } from 'vitest';
import { wordLanguage } from '../../../src/writers/docx/word-language.js';

describe('the languages Word spells by', () => {
  it.each([
    ['en', 'en-US'],
    ['en-GB', 'en-GB'],
    ['de', 'de-DE'],
    ['sv', 'sv-SE'],
    ['no', 'nb-NO'],
    ['pt-BR', 'pt-BR'],
    ['sr-Latn', 'sr-Latn-RS'],
    ['zh-Hant', 'zh-TW'],
  ])('for %s say the region: %s', (lang, value) => {
    expect(wordLanguage(lang, '').value).toBe(value);
  });

  it.each([
    ['en', '김민준', { eastAsia: 'ko-KR' }],
    ['en', '山田さくら', { eastAsia: 'ja-JP' }],
    ['en', 'עברית', { bidirectional: 'he-IL' }],
    ['ja', 'עברית', { eastAsia: 'ja-JP', bidirectional: 'he-IL' }],
    ['ko', 'さくら', { eastAsia: 'ko-KR' }],
    ['fa', 'عربی', { bidirectional: 'fa-IR' }],
  ])('of a document in %s with %s are also those of its other letters', (lang, text, others) => {
    const { value: _, ...found } = wordLanguage(lang, text);
    expect(found).toEqual(others);
  });

  it.each(['王小明', 'العربية', 'さくら 김', 'עברית, العربية', 'Ωδή', 'Київ'])(
    'are not guessed from %s, which several write',
    (text) => {
      expect(wordLanguage('en', text)).toEqual({ value: 'en-US' });
    },
  );
});
