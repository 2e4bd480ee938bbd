import { expect, it } from 'vitest';
import { plainCMap } from '../../../src/writers/pdf/plain-letters.js';

const cmap = (inner: string) =>
  `begincmap\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${inner}\nendcmap`;

it('gives back the letter for each of its shapes', () => {
  expect(plainCMap(cmap('3 beginbfchar\n<0003> <FEDF>\n<0004> <0041>\n<0005> <FE8E>\nendbfchar'))).toBe(
    cmap('3 beginbfchar\n<0003> <0644>\n<0004> <0041>\n<0005> <0627>\nendbfchar'),
  );
});

it('takes ranges apart that run through shapes, and no others', () => {
  const latin = '1 beginbfrange\n<0020> <0022> <0061>\nendbfrange';
  expect(plainCMap(cmap(latin))).toBe(cmap(latin));
  // The four shapes of one letter, and the first of the next.
  expect(plainCMap(cmap('1 beginbfrange\n<0007> <000B> <FE8F>\nendbfrange'))).toBe(
    cmap(
      '5 beginbfchar\n<0007> <0628>\n<0008> <0628>\n<0009> <0628>\n<000A> <0628>\n<000B> <0629>\nendbfchar',
    ),
  );
});

it('leaves ligatures of two letters, which readers turn round by themselves', () => {
  const lamAlef = cmap('1 beginbfchar\n<0003> <FEFB>\nendbfchar');
  expect(plainCMap(lamAlef)).toBe(lamAlef);
});
