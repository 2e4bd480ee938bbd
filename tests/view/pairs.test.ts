import { describe, expect, it } from 'vitest';
import { pairsOf, sectionOf } from './view-of.js';

describe('skills', () => {
  it('with keywords are a line each', () => {
    expect(
      pairsOf(
        'skills: [{name: Languages, level: expert, years: 9, keywords: [Go, {name: C, level: good, years: 1}]}, {name: Tools}]',
      ),
    ).toEqual(['Languages (expert, 9 years): Go, C (good, 1 year)', 'Tools']);
  });

  it('without keywords gather on one line', () => {
    expect(pairsOf('skills: [{name: Go, level: expert}, {name: C, years: 10+}, {name: SQL}]')).toEqual([
      'Go (expert), C (10+), SQL',
    ]);
  });

  it('without a name are their keywords', () => {
    expect(pairsOf('skills: [{keywords: [Go, C]}]')).toEqual(['Go, C']);
  });

  it('without a name or keywords are what they say', () => {
    expect(pairsOf('skills: [{name: Go}, {level: fluent, years: 3}, {id: x}]')).toEqual([
      'Go, fluent, 3 years',
    ]);
  });

  it('that say nothing take no line', () => {
    expect(pairsOf('skills: [{id: x}, {name: A, keywords: [b]}, {tags: [c]}]')).toEqual(['A: b']);
  });

  it('may have emphasis and links', () => {
    const section = sectionOf('skills: [{name: "*A*", keywords: ["[b](https://b.org)"]}]');
    const [pair] = section.kind === 'pairs' ? section.pairs : [];
    expect([pair?.term?.html, pair?.values[0]?.text.html]).toEqual([
      '<em>A</em>',
      '<a href="https://b.org/">b</a>',
    ]);
  });
});

describe('languages', () => {
  it('gather on one line, with fluency and level', () => {
    expect(
      pairsOf(
        'languages: [{language: Dutch, fluency: native}, {language: German, level: C1}, {language: Greek, fluency: good, level: B2}]',
      ),
    ).toEqual(['Dutch (native), German (C1), Greek (good, B2)']);
  });

  it('with keywords are a line each', () => {
    expect(
      pairsOf('languages: [{language: Dutch, level: C2, keywords: [legal]}, {language: Greek}]'),
    ).toEqual(['Dutch (C2): legal', 'Greek']);
  });
});

it('interests', () => {
  expect(pairsOf('interests: [{name: Clocks, keywords: [longcase, station]}, {name: Bells}]')).toEqual([
    'Clocks: longcase, station',
    'Bells',
  ]);
  expect(pairsOf('interests: [{name: Clocks}, {name: Bells}]')).toEqual(['Clocks, Bells']);
});

it('pairs of the author’s own', () => {
  expect(
    pairsOf(
      'sections: [{title: T, kind: pairs, pairs: [{name: Travel, value: "some, *weeks*"}, {name: Driving, value: [car, {name: lorry, years: 2}]}]}]',
    ),
  ).toEqual(['Travel: some, weeks', 'Driving: car, lorry (2 years)']);
});

it('a pair of the author’s own whose values are all private says nothing', () => {
  const hidden = '{name: never, private: true}';
  expect(
    pairsOf(
      `sections: [{title: F, kind: pairs, pairs: [{name: Pay, value: [${hidden}]}, {name: Start, value: [now, ${hidden}]}]}]`,
    ),
  ).toEqual(['Start: now']);
});
