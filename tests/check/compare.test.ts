import { describe, expect, it } from 'vitest';
import { matchWords } from '../../src/check/compare.js';
import { brokenLines } from './broken-lines.js';

function differences(expected: string, actual: string) {
  const { missing, extra } = matchWords(expected.split(' ').filter(Boolean), brokenLines(actual));
  return { missing: missing.map(({ word }) => word), extra: extra.map(({ word }) => word) };
}

describe('matchWords', () => {
  it.each([
    ['a b c', 'a b c'],
    ['Projects PROJECTS', 'PROJECTS projects'],
    ['open-source tools', 'open-|source tools'],
    ['client-server/peer-to-peer', 'client-|server/|peer-|to-peer'],
    ['pre- and post-war', 'pre-|and post-|war'],
    ['the next line', 'the|next|line'],
    ['straße', 'STRASSE'],
  ])('%s = %s', (expected, actual) => {
    expect(differences(expected, actual)).toEqual({ missing: [], extra: [] });
  });

  it.each([
    ['a b c', 'a b', ['c'], []],
    ['a b c', 'b c', ['a'], []],
    ['a b c d', 'a c d', ['b'], []],
    ['a b', 'a x b y', [], ['x', 'y']],
    ['Marcus Chen', 'Mar cus Chen', ['Marcus'], ['Mar', 'cus']],
    // Only a line's end joins.
    ['open-source', 'open- source', ['open-source'], ['open-', 'source']],
    ['x open-source y', 'open-|source y z', ['x'], ['z']],
    ['a a a', 'a a', ['a'], []],
    ['a b c d e', 'c d e a b', ['a', 'b'], ['a', 'b']],
    ['end', 'end.', ['end'], ['end.']],
    ['a b', '', ['a', 'b'], ['']],
  ])('%s ≠ %s', (expected, actual, missing, extra) => {
    expect(differences(expected, actual)).toEqual({ missing, extra });
  });

  it('says where', () => {
    const words = [{ text: 'a' }, { text: 'x' }, { text: 'c' }];
    expect(matchWords(['a', 'b', 'c'], words)).toEqual({
      missing: [{ word: 'b', index: 1 }],
      extra: [{ word: 'x', index: 1 }],
    });
  });

  it('keeps in step after a loss at the start of a long text', () => {
    const text = Array.from({ length: 4000 }, (_, i) => (i % 7 === 0 ? 'and' : `word${i % 900}`));
    const { missing, extra } = matchWords(['first', ...text], brokenLines([...text, 'last'].join(' ')));
    expect([missing.length, extra.length]).toEqual([1, 1]);
  });
});
