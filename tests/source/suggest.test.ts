import { describe, expect, it } from 'vitest';
import { suggest } from '../../src/source/suggest.js';

const keys = ['name', 'position', 'startDate', 'endDate', 'highlights', 'url', 'summary'];

describe('the word that was meant', () => {
  it.each([
    ['naem', 'name', 'two letters swapped'],
    ['nme', 'name', 'a letter too few'],
    ['namme', 'name', 'a letter too many'],
    ['nane', 'name', 'a wrong letter'],
    ['NAME', 'name', 'other case'],
    ['start_date', 'startDate', 'another spelling'],
    ['higlight', 'highlights', 'two mistakes in a long word'],
    ['sumary', 'summary', 'a double letter'],
    ['ulr', 'url', 'a short word'],
  ])('by %s is %s: %s', (word, meant) => {
    expect(suggest(word, keys)).toBe(meant);
  });

  it.each(['weather', 'x', '', 'nnaammee', 'employer', 'ab'])('by %j is not known', (word) => {
    expect(suggest(word, keys)).toBeUndefined();
  });

  it('is the nearest of several, the first of equals', () => {
    expect(suggest('endDte', ['startDate', 'endDate'])).toBe('endDate');
    expect(suggest('tast', ['test', 'task'])).toBe('test');
  });

  it('is never all of another word', () => {
    expect(suggest('x', ['•', '–'])).toBeUndefined();
    expect(suggest('a5', ['a4', 'letter'])).toBe('a4');
  });

  it('of nothing is none', () => {
    expect(suggest('name', [])).toBeUndefined();
  });
});
