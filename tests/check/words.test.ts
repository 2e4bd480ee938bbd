import { describe, expect, it } from 'vitest';
import { foldLink } from '../../src/check/fold-link.js';
import { cleanText, foldWord, splitWords, squeeze } from '../../src/check/words.js';

describe('splitWords', () => {
  it.each([
    ['one two', ['one', 'two']],
    ['  one\t two\n\nthree ', ['one', 'two', 'three']],
    ['10\u00a0000 a\u202fb c\u3000d', ['10', '000', 'a', 'b', 'c', 'd']],
    [
      'soft\u00adhyphen zero\u200bwidth word\u2060joiner \ufeffmark',
      ['softhyphen', 'zerowidth', 'wordjoiner', 'mark'],
    ],
    ['left\u200eto\u200fright', ['lefttoright']],
    ['of\ufb01ce ﬂow', ['office', 'flow']],
    ['cafe\u0301', ['caf\u00e9']],
    // The forms of Arabic letters, the stroke that lengthens them, and wide marks that are their own space.
    ['\ufedf\ufee4\ufeb4\u0640\ufe92\ufea6', ['لمسبخ']],
    ['言語：Go（実務）、SQL', ['言語:', 'Go(実務)、SQL']],
    ['', []],
    [' \u00a0\u200b ', []],
  ])('%j', (text, words) => {
    expect(splitWords(text)).toEqual(words);
  });

  it('keeps line ends in cleaned text', () => {
    expect(cleanText('a\u00a0b\nc')).toBe('a b\nc');
  });
});

describe('foldWord', () => {
  it.each([
    ['Straße', 'STRASSE'],
    ['STRAẞE', 'strasse'],
    ['Experience', 'EXPERIENCE'],
    ['cafe\u0301', 'CAFÉ'],
    // CSS capitals: Greek drops its accents, Turkish keeps its dots.
    ['Καλημέρα', 'ΚΑΛΗΜΕΡΑ'],
    ['κόσμος', 'ΚΟΣΜΟΣ'],
    ['ΐ', 'Ϊ\u0301'],
    ['istanbul', 'İSTANBUL'],
    ['ışık', 'IŞIK'],
    ['Привет', 'ПРИВЕТ'],
    ['Łódź', 'ŁÓDŹ'],
    ['ﬁnal', 'FINAL'],
    ['cross\u2011functional', 'cross-functional'],
    // A PDF places vowel points one by one.
    ['قدتُ', 'قدُت'],
    ['שָׁלוֹם', 'שׁלָוֹם'],
  ])('%s is %s', (a, b) => {
    expect(foldWord(a)).toBe(foldWord(b));
  });

  it.each([
    ['resume', 'résumé'],
    ['Łódź', 'Lodz'],
    ['Go', 'Google'],
    ['C', 'C++'],
    ['и', 'й'],
    ['end', 'end.'],
    ['قدتُ', 'قدت'],
    ['قدتُ', 'قدتِ'],
    ['احمد', 'أحمد'],
  ])('%s is not %s', (a, b) => {
    expect(foldWord(a)).not.toBe(foldWord(b));
  });

  it('folds a word broken over two lines like the whole', () => {
    expect(foldWord('ΟΔΟΣ') + foldWord('ΣΗΜΑ')).toBe(foldWord('Οδοσσημα'));
  });
});

it('squeeze compares text whatever its lines', () => {
  expect(squeeze('Projects &\n open- source')).toBe(squeeze('PROJECTS & Open-Source'));
});

describe('foldLink', () => {
  it.each([
    ['https://ada.example', 'https://ada.example/'],
    [' HTTPS://Ada.Example/A ', 'https://ada.example/A'],
    ['https://e.org/a|b', 'https://e.org/a%7Cb'],
    ['https://exämple.org/ü', 'https://xn--exmple-cua.org/%C3%BC'],
    ['mailto:Ada@Example.org', 'mailto:Ada@Example.org'],
    ['relative/path', 'relative/path'],
  ])('%s → %s', (href, address) => {
    expect(foldLink(href)).toBe(address);
    expect(foldLink(address)).toBe(address);
  });
});
