import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/check/reading.js';
import { findLosses } from '../../src/check/verify.js';
import { brokenLines } from './broken-lines.js';

const read = (text: string): Reading => ({ words: brokenLines(text), headings: [], links: [] });

/** What is lost, as "leaf number: word kind". */
function losses(leaves: readonly string[], printed: string): string[] {
  const named = leaves.map((text, i) => ({ path: String(i), text }));
  return findLosses(named, read(printed)).map(({ path, word, kind }) => `${path}: ${word} ${kind}`);
}

describe('what fits', () => {
  it.each([
    ['plain', ['Ada Example', 'Engineer'], 'Ada Example Engineer'],
    ['separators between', ['Northwind', 'Lisbon'], 'Northwind · Lisbon'],
    ['a comma at the end', ['Northwind', 'Lisbon'], 'Northwind, Lisbon'],
    ['a comma between two words with digits', ['CSS3', '3D maps', '1,000'], 'CSS3, 3D maps, 1,000'],
    ['brackets', ['Rust', 'Go', 'C'], 'Rust (Go, C)'],
    ['brackets without spaces', ['Rust', 'Go', 'C'], 'Rust(Go,C)'],
    ['a colon', ['Languages', 'Go'], 'Languages: Go'],
    ['quotes', ['A Title'], '“A Title”'],
    ['single quotes and marks before', ['Go', 'Rust'], '‘Go’ ¿Rust?'],
    ['a full stop after a bracket', ['C'], '(C).'],
    ['a dash without spaces', ['2018', '2020'], '2018–2020'],
    ['its own full stop', ['Shipped it.', 'Go'], 'Shipped it. Go'],
    ['labels before', ['ada@example.org'], 'Email: ada@example.org'],
    ['capitals', ['Experience', 'Straße'], 'EXPERIENCE STRASSE'],
    ['Greek capitals', ['Καλημέρα κόσμος'], 'ΚΑΛΗΜΕΡΑ ΚΟΣΜΟΣ'],
    ['Cyrillic', ['Привет мир', 'Инженер'], 'ПРИВЕТ МИР · инженер'],
    ['composed and combining accents', ['Cafe\u0301 de\u0301ja\u0300'], 'Caf\u00e9 d\u00e9j\u00e0'],
    ['no-break spaces', ['10\u00a0000 users'], '10 000 users'],
    ['a hyphen at the end of a line', ['open-source tools'], 'open-|source tools'],
    ['an address over three lines', ['https://e.org/a/b'], 'https://|e.org/|a/b'],
    ['an address with a slash at the end of a line', ['See e.org/', 'Go'], 'See e.org/|Go'],
    ['a line end between words', ['one two'], 'one|two'],
    ['a hyphen that ends a word at the end of a line', ['pre- and post-war'], 'pre-|and post-|war'],
    ['a lone hyphen at the end of a line', ['Northwind', 'Lisbon'], 'Northwind -|Lisbon'],
    ['short words', ['C', 'C++', 'C#', '.NET', 'R'], 'C C++ C# .NET R'],
    ['the same string again and again', ['Go', 'Go', 'Go'], 'Go, Go, Go'],
    ['a leaf within the next', ['Lisbon', 'Lisbon, Portugal'], 'Lisbon — Lisbon, Portugal'],
    ['no words at all', ['', ' ', '\u200b', 'Go'], 'Go'],
    ['nothing asked for', [], 'Go'],
  ])('%s', (_, leaves, printed) => {
    expect(losses(leaves, printed)).toEqual([]);
  });
});

describe('another word is not the word', () => {
  it.each([
    ['Go', 'Google'],
    ['Go', 'Argo'],
    ['Go', 'Django'],
    ['C', 'C++'],
    ['C', 'C#'],
    ['NET', '.NET'],
    ['Node', 'Node.js'],
    ['source', 'open-source'],
    ['source', 'open-|source'],
    ['open', 'open-source'],
    ['open', 'open-|source'],
    ['ada.example', 'ada.example/path'],
    ['ada.example', 'ada.example/|path'],
    ['10', '10,000'],
    ['50', '50%'],
    ['it', "it's"],
    ['done', 'done-ish'],
    ['Mario', 'Mariο'],
    ['resume', 'résumé'],
    ['data base', 'database'],
    ['database', 'data base'],
    ['Shipped it.', 'Shipped it'],
    ['one two', 'one, two'],
  ])('%s, %s', (leaf, printed) => {
    expect(losses([leaf], printed)).toHaveLength(1);
    expect(losses([leaf], `${printed} ${leaf}`)).toEqual([]);
  });
});

describe('what is lost', () => {
  it('names the last word', () => {
    expect(losses(['Ada Example', 'one two three'], 'Ada Example one two')).toEqual(['1: three lost']);
  });

  it('names the one word that is missing inside a long leaf, and none of the other leaves', () => {
    const leaves = ['Engineer', 'Led the team of nine that built the exchange', 'Go', 'Wrote the manual'];
    expect(
      losses(leaves, 'Engineer · Led the team of nine that the exchange · Go · Wrote the manual'),
    ).toEqual(['1: built lost']);
  });

  it('names a broken word', () => {
    expect(losses(['Marcus Chen', 'Go'], 'Mar cus Chen · Go')).toEqual(['0: Marcus lost']);
  });

  it('names the first word of a leaf that is gone', () => {
    expect(losses(['a b', 'c d', 'e f'], 'a b e f')).toEqual(['1: c lost']);
  });

  it('does not find a short leaf inside another one', () => {
    const leaves = ['Go', 'We use Go and Rust daily', 'Rust', 'Lisbon'];
    expect(losses(leaves, 'We use Go and Rust daily · Lisbon')).toEqual(['0: Go lost', '2: Rust lost']);
  });

  it('does not let a short leaf that is found far away take the others with it', () => {
    const leaves = ['Go', 'Rust', 'one two three', 'four five six', 'Experience'];
    expect(losses(leaves, 'Rust · one two three · four five six · Experience · Go')).toEqual(['0: Go moved']);
    expect(losses(leaves, 'Rust · one two three · four five six · Experience')).toEqual(['0: Go lost']);
  });

  it('names the right word although the next leaf also stands in the gap', () => {
    expect(losses(['We use Go daily at scale', 'Go'], 'We use Go at scale · Go')).toEqual(['0: daily lost']);
  });

  it('goes on after each of several losses', () => {
    const leaves = ['alpha beta', 'gamma', 'delta epsilon', 'zeta', 'eta theta iota'];
    expect(losses(leaves, 'alpha · gamma · delta epsilon · eta iota')).toEqual([
      '0: beta lost',
      '3: zeta lost',
      '4: theta lost',
    ]);
  });

  it('names one of several equal leaves when one is missing', () => {
    expect(losses(['x', 'Go', 'y', 'Go', 'z'], 'x Go y z')).toEqual(['3: Go lost']);
    expect(losses(['x', 'Go', 'y', 'Go', 'z'], 'x y Go z')).toEqual(['1: Go lost']);
  });

  it('does not count one place for two leaves', () => {
    expect(losses(['Go', 'Go', 'x', 'y', 'z'], 'x y z Go')).toEqual(['0: Go moved', '1: Go lost']);
  });

  it('does not count the rest of one leaf for the next', () => {
    const leaves = ['one two three', 'four one five'];
    expect(losses(leaves, 'one two · four five')).toEqual(['0: three lost', '1: one lost']);
  });

  it('does not take a common word further on for the rest of a leaf', () => {
    expect(losses(['to be or not', 'alpha beta gamma'], 'alpha gamma to')).toEqual([
      '0: be lost',
      '1: beta lost',
    ]);
  });

  it('passes over leaves without words', () => {
    expect(losses(['', 'gone', '\u200b'], 'Go')).toEqual(['1: gone lost']);
  });

  it('names all when nothing is there', () => {
    expect(losses(['a', 'b'], '')).toEqual(['0: a lost', '1: b lost']);
  });

  it('says path and text as they were given', () => {
    const leaf = { path: 'work[0].name', text: 'Café  One' };
    expect(findLosses([leaf], read('Café'))).toEqual([{ ...leaf, word: 'One', kind: 'lost' }]);
  });
});

describe('what has moved', () => {
  it('names both of two highlights that were swapped', () => {
    const leaves = ['Engineer', 'Built the one thing', 'Ran some other service', 'Go'];
    expect(losses(leaves, 'Engineer Ran some other service Built the one thing Go')).toEqual([
      '1: Built moved',
      '2: Ran moved',
    ]);
  });

  it('names both of two that were swapped across others', () => {
    expect(losses(['a', 'b', 'c', 'd', 'e'], 'a d c b e')).toEqual(['1: b moved', '3: d moved']);
    expect(losses(['a', 'b', 'c', 'c2', 'd', 'e'], 'a d c c2 b e')).toEqual(['1: b moved', '4: d moved']);
  });

  it('names swaps as such whatever else is amiss elsewhere', () => {
    const leaves = ['a', 'b', 'gone', 'c', 'd', 'e', 'f', 'g', 'h'];
    expect(losses(leaves, 'b a c e d g h f')).toEqual([
      '0: a moved',
      '1: b moved',
      '2: gone lost',
      '4: d moved',
      '5: e moved',
      '6: f moved',
    ]);
  });

  it('names only the one that jumped over several', () => {
    expect(losses(['Ada', 'one', 'two', 'three', 'four'], 'one two three four Ada')).toEqual([
      '0: Ada moved',
    ]);
    expect(losses(['one', 'two', 'three', 'Ada'], 'Ada one two three')).toEqual(['3: Ada moved']);
  });

  it('does not take a moved leaf for found inside another one that moved', () => {
    expect(losses(['a', 'the', 'one of the two', 'b', 'c'], 'a b one of the two the c')).toEqual([
      '1: the moved',
      '3: b moved',
    ]);
  });

  it('names a word that changed places within its leaf', () => {
    expect(losses(['x', 'the quick brown fox', 'y'], 'x the brown quick fox y')).toHaveLength(1);
    expect(losses(['x', 'the quick brown fox', 'y'], 'x the brown quick fox y')[0]).toMatch(/moved$/);
  });

  it('names the word before which something was put', () => {
    const leaves = ['x', 'the quick brown fox', 'y'];
    expect(losses(leaves, 'x the quick Ada · 1 / 2 brown fox y')).toEqual(['1: brown moved']);
  });
});

describe('size', () => {
  const leaves = Array.from({ length: 1000 }, (_, i) => `leaf${i} and the w${i % 50} Go${i % 3}`);

  it('1,000 leaves', () => {
    expect(losses(leaves, leaves.join(' · '))).toEqual([]);
    const without = leaves.map((leaf, i) => (i === 500 ? leaf.replace('the ', '') : leaf));
    expect(losses(leaves, without.join(' · '))).toEqual(['500: the lost']);
  });

  it('1,000 equal leaves', () => {
    const same = leaves.map(() => 'Go team');
    expect(losses(same, same.join(' '))).toEqual([]);
    expect(losses(same, same.slice(1).join(' '))).toEqual(['999: Go lost']);
    expect(losses(same, same.slice(500).join(' '))).toHaveLength(500);
  });
});
