import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/page/blocks.js';
import { linearize } from '../../src/page/linearize.js';
import { BREAK, item, run } from './block-samples.js';

const THEME = {
  styles: { Normal: {}, 'Key Fact': {} },
  characters: { Strong: {}, Hyperlink: {} },
};

const read = (body: string): Block[] => linearize(`<body>${body}</body>`, THEME);

describe('lists', () => {
  it('of bullets are items of one list', () => {
    expect(read('<ul><li>a</li><li>b</li></ul>')).toEqual([
      item('List Bullet', 'a'),
      item('List Bullet', 'b'),
    ]);
  });

  it('after each other are lists of their own', () => {
    expect(read('<ul><li>a</li></ul><p>x</p><ul><li>b</li></ul>')).toEqual([
      item('List Bullet', 'a', { list: 1 }),
      { style: 'Normal', cells: [[run('x')]] },
      item('List Bullet', 'b', { list: 2 }),
    ]);
  });

  it('with numbers restart, each its own list', () => {
    expect(read('<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>')).toEqual([
      item('List Number', 'a', { list: 1 }),
      item('List Number', 'b', { list: 1 }),
      item('List Number', 'c', { list: 2 }),
    ]);
  });

  it.each([
    ['5', 5],
    ['0', 0],
    ['-2', -2],
    ['x', 1],
    ['', 1],
  ])('begin with start="%s" as %i', (written, start) => {
    expect(read(`<ol start="${written}"><li>a</li></ol>`)).toEqual([item('List Number', 'a', { start })]);
  });

  it('inside items go one level deeper, right after their item', () => {
    expect(read('<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>')).toEqual([
      item('List Bullet', 'a', { level: 0 }),
      item('List Bullet 2', 'b', { level: 1 }),
      item('List Bullet 3', 'c', { level: 2 }),
      item('List Bullet', 'd', { level: 0 }),
    ]);
  });

  it('below the third level keep its style', () => {
    expect(
      read('<ul><li>a<ul><li>b<ul><li>c<ul><li>d</li></ul></li></ul></li></ul></li></ul>').at(-1),
    ).toEqual(item('List Bullet 3', 'd', { level: 3 }));
  });

  it('with numbers inside others are lists of their own; bullets belong to the list around them', () => {
    expect(
      read(
        '<ol><li>a<ol start="3"><li>b</li></ol></li><li>c<ol><li>d</li></ol><ul><li>e</li></ul></li></ol>',
      ),
    ).toEqual([
      item('List Number', 'a', { list: 1 }),
      item('List Number 2', 'b', { level: 1, list: 2, start: 3 }),
      item('List Number', 'c', { list: 1 }),
      item('List Number 2', 'd', { level: 1, list: 3 }),
      item('List Bullet 2', 'e', { level: 1, list: 1 }),
    ]);
  });

  it('keep every list of an item', () => {
    expect(read('<ul><li>a<ul><li>b</li></ul><ul><li>c</li></ul></li></ul>')).toEqual([
      item('List Bullet', 'a'),
      item('List Bullet 2', 'b', { level: 1 }),
      item('List Bullet 2', 'c', { level: 1 }),
    ]);
  });

  it('give an item the style its class names', () => {
    expect(read('<ul><li class="key-fact">a</li></ul>')).toEqual([item('Key Fact', 'a')]);
  });

  it('keep what nobody should put there: text, blocks and lists outside of items', () => {
    expect(read('<ul>a<li>b</li><p>c</p><ul><li>d</li></ul></ul>')).toEqual([
      item('List Bullet', 'a'),
      item('List Bullet', 'b'),
      item('List Bullet', 'c'),
      item('List Bullet 2', 'd', { level: 1 }),
    ]);
  });
});

describe('an item', () => {
  it('with a paragraph inside is that paragraph', () => {
    expect(read('<ul><li><p>a <strong>b</strong></p></li></ul>')).toEqual([
      item('List Bullet', [run('a '), run('b', 'Strong')]),
    ]);
  });

  it('with several paragraphs is one block with a break between them', () => {
    expect(read('<ul><li><p>a</p><p>b</p><p>c</p></li></ul>')).toEqual([
      item('List Bullet', [run('a'), BREAK, run('b'), BREAK, run('c')]),
    ]);
  });

  it('with text around a paragraph keeps them apart', () => {
    expect(read('<ul><li>a<p>b</p>c</li></ul>')).toEqual([
      item('List Bullet', [run('a'), BREAK, run('b'), BREAK, run('c')]),
    ]);
  });

  it('with blocks in a group keeps them apart', () => {
    expect(read('<ul><li><div><p>a</p><p>b</p></div></li></ul>')).toEqual([
      item('List Bullet', [run('a'), BREAK, run('b')]),
    ]);
  });

  it('goes on after an inner list in its own style, without a bullet', () => {
    expect(read('<ul><li>a<ul><li>b</li></ul>c</li></ul>')).toEqual([
      item('List Bullet', 'a'),
      item('List Bullet 2', 'b', { level: 1 }),
      { style: 'List Bullet', cells: [[run('c')]] },
    ]);
  });

  it('of nothing but a list is that list, one level deeper', () => {
    expect(read('<ul><li><ul><li>a</li></ul></li></ul>')).toEqual([item('List Bullet 2', 'a', { level: 1 })]);
  });

  it('keeps its links', () => {
    expect(read('<ul><li><p>a <a href="https://a.example/">b</a></p></li></ul>')).toEqual([
      item('List Bullet', [
        run('a '),
        { type: 'text', text: 'b', styles: ['Hyperlink'], href: 'https://a.example/' },
      ]),
    ]);
  });
});
