import { expect, test } from 'vitest';
import { readTxt } from '../../src/check/read-txt.js';

test('headings are the first line and what is underlined; the rules are no words', () => {
  const { headings, words } = readTxt('Ada Example\nEngineer\n\nWork\n----\nLead\n- a -- b\n');
  expect(headings).toEqual([
    { level: 1, text: 'Ada Example' },
    { level: 2, text: 'Work' },
  ]);
  expect(words.map(({ text }) => text).join(' ')).toBe('Ada Example Engineer Work Lead - a -- b');
});

test('a word of Chinese or Japanese may go on in the next line, one of other languages not', () => {
  expect(readTxt('東京\n都 Ada\n  Example\n').words).toEqual([
    { text: '東京', endsLine: true },
    { text: '都' },
    { text: 'Ada' },
    { text: 'Example' },
  ]);
});
