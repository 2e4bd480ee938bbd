import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/page/blocks.js';
import { linearize } from '../../src/page/linearize.js';
import { BREAK, run } from './block-samples.js';

const THEME = {
  styles: { Normal: {}, 'Key Fact': {} },
  characters: { Emphasis: {}, Period: {} },
};

const read = (body: string): Block[] => linearize(`<body>${body}</body>`, THEME);

describe('rows', () => {
  it('are one paragraph with a cell for each child', () => {
    expect(read('<p class="row"><span>a</span></p>')).toEqual([{ style: 'Normal', cells: [[run('a')]] }]);
    expect(read('<h3 class="row"><span>a</span> <span class="period">b</span></h3>')).toEqual([
      { style: 'Heading 2', cells: [[run('a')], [run('b', 'Period')]] },
    ]);
    expect(read('<div class="row"><em>a</em><span>b</span><span>c</span></div>')).toEqual([
      { style: 'Normal', cells: [[run('a', 'Emphasis')], [run('b')], [run('c')]] },
    ]);
  });

  it('take their style from the other class', () => {
    expect(read('<p class="row key-fact"><span>a</span><span>b</span></p>')).toEqual([
      { style: 'Key Fact', cells: [[run('a')], [run('b')]] },
    ]);
  });

  it('fold white space in each cell by itself and lose empty cells', () => {
    expect(
      read('<p class="row">\n  <span> a\n b </span>\n  <span> </span>\n  <span>c </span>\n</p>'),
    ).toEqual([{ style: 'Normal', cells: [[run('a b')], [run('c')]] }]);
  });

  it('keep the lines of a cell apart', () => {
    expect(read('<div class="row"><div><p>a</p><p>b</p></div><div>c</div></div>')).toEqual([
      { style: 'Normal', cells: [[run('a'), BREAK, run('b')], [run('c')]] },
    ]);
  });

  it('are rows on an item too', () => {
    expect(read('<ul><li class="row"><span>a</span> <span class="period">b</span></li></ul>')).toEqual([
      {
        style: 'List Bullet',
        cells: [[run('a')], [run('b', 'Period')]],
        item: { ordered: false, level: 0, list: 1, start: 1 },
      },
    ]);
  });

  it('are rows on an element of a line too, for CSS makes it a block', () => {
    expect(read('<div>x<span class="row"><em>a</em><em>b</em></span>y</div>')).toEqual([
      { style: 'Normal', cells: [[run('x')]] },
      { style: 'Normal', cells: [[run('a', 'Emphasis')], [run('b', 'Emphasis')]] },
      { style: 'Normal', cells: [[run('y')]] },
    ]);
  });

  it('inside of items and cells keep their children apart, on lines', () => {
    const row = '<div class="row"><span>a</span><span>b</span></div>';
    expect(read(`<ul><li>x${row}y</li></ul>`)[0]?.cells).toEqual([
      [run('x'), BREAK, run('a'), BREAK, run('b'), BREAK, run('y')],
    ]);
    expect(read(`<div class="row"><div>${row}</div><span>c</span></div>`)[0]?.cells).toEqual([
      [run('a'), BREAK, run('b')],
      [run('c')],
    ]);
  });
});
