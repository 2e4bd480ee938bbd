import { expect, test } from 'vitest';
import { readMd } from '../../src/check/read-md.js';

test('words, headings and links are what GitHub shows', () => {
  const reading = readMd('# Ada *Example*\n\n1. **a**`b`<br>c\\\n   [d](https://a.example) ~~e~~\n');
  expect(reading.words.map(({ text }) => text)).toEqual(['Ada', 'Example', 'ab', 'c', 'd', 'e']);
  expect(reading.headings).toEqual([{ level: 1, text: 'Ada Example' }]);
  expect(reading.links).toEqual(['https://a.example/']);
});

test('what was not escaped is missing, or is something else', () => {
  const words = (source: string) => readMd(source).words.map(({ text }) => text);
  expect(words('a <b> c')).toEqual(['a', 'c']);
  expect(words('    code')).toEqual([]);
  expect(words('![alt](x.png) a')).toEqual(['a']);
  expect(words('2 * a * 3')).toEqual(['2', '*', 'a', '*', '3']);
  expect(readMd('a\n---').headings).toEqual([{ level: 2, text: 'a' }]);
});
