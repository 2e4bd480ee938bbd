import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/page/blocks.js';
import { linearize } from '../../src/page/linearize.js';

const THEME = {
  styles: { Normal: {} },
  characters: { Strong: {}, Emphasis: {}, Code: {}, Hyperlink: {} },
};

const read = (body: string): Block[] => linearize(`<body>${body}</body>`, THEME);

/** One paragraph as its pieces, `⏎` for a break and `▣` for a picture, so that each space can be seen. */
function pieces(inner: string): string[] {
  const blocks = read(`<p>${inner}</p>`);
  expect(blocks.length).toBeLessThanOrEqual(1);
  return (blocks[0]?.cells[0] ?? []).map((run) =>
    run.type === 'text' ? run.text : run.type === 'break' ? '⏎' : '▣',
  );
}

describe('white space, as a browser shows it', () => {
  it.each([
    ['a  b\n\tc\r\n d', ['a b c d']],
    ['  a  ', ['a']],
    ['', []],
    [' \n ', []],
  ])('in text: %j', (inner, expected) => {
    expect(pieces(inner)).toEqual(expected);
  });

  it.each([
    ['a <em>b</em>', ['a ', 'b']],
    ['a<em> b</em>', ['a', ' b']],
    ['a <em> b</em>', ['a ', 'b']],
    ['a <em> b </em> c', ['a ', 'b ', 'c']],
    ['a<em> </em>b', ['a', ' ', 'b']],
    ['a <em> </em> b', ['a ', 'b']],
    ['a<em></em>b', ['a', 'b']],
    ['<em> a </em>', ['a']],
    ['<em>a</em> <strong>b</strong>', ['a', ' ', 'b']],
    ['<em>a </em><strong> b</strong>', ['a ', 'b']],
    ['a <em> </em><strong> </strong>', ['a']],
    ['<em> </em><strong> </strong>', []],
    ['a<span>b</span>c', ['a', 'b', 'c']],
  ])('at the borders of inline elements: %j', (inner, expected) => {
    expect(pieces(inner)).toEqual(expected);
  });

  it.each([
    ['a <br> b', ['a', '⏎', 'b']],
    ['a<em> <br> </em>b', ['a', '⏎', 'b']],
    ['a<br> <br>b', ['a', '⏎', '⏎', 'b']],
    ['<br>a', ['⏎', 'a']],
    // The break that ends a paragraph shows no line of its own.
    ['a<br>', ['a']],
    ['a <br> ', ['a']],
    ['a<br><br>', ['a', '⏎']],
    ['<br>', []],
  ])('before and after breaks: %j', (inner, expected) => {
    expect(pieces(inner)).toEqual(expected);
  });

  it('beside a picture stays', () => {
    const img = '<img src="data:image/png;base64,AA==" alt="x" width="1" height="1">';
    expect(pieces(` a ${img} b `)).toEqual(['a ', '▣', ' b']);
    expect(pieces(`a${img} `)).toEqual(['a', '▣']);
  });

  it('that does not break is kept as it is', () => {
    expect(pieces('a&nbsp; &nbsp;b\u2009c\u200b')).toEqual(['a\u00a0 \u00a0b\u2009c\u200b']);
    expect(pieces('&nbsp;')).toEqual(['\u00a0']);
  });

  it('of other letters than those of HTML is kept', () => {
    expect(pieces('a\u3000b \u2003 c')).toEqual(['a\u3000b \u2003 c']);
  });
});

describe('pretty-printing changes nothing', () => {
  const dense =
    '<main><header><h1>N</h1><p>a <em>b</em></p></header><section><h2>S</h2>' +
    '<h3 class="row"><span>t</span><span>d</span></h3>' +
    '<ul><li>a<ul><li>b</li><li><p>c</p><p>d</p></li></ul></li><li>e</li></ul>' +
    '<ol start="2"><li>f</li></ol><div>g</div></section></main>';

  /** Line breaks and indentation at every border of a block, inside and outside. */
  const pretty = dense.replaceAll(
    /<(\/?)(main|header|section|h1|h2|h3|p|ul|ol|li|div)\b([^>]*)>/g,
    '\n\t  <$1$2$3>\n    ',
  );

  it('between and inside blocks', () => {
    expect(pretty.split('\n').length).toBeGreaterThan(60);
    expect(read(pretty)).toEqual(read(dense));
    expect(read(dense)).toHaveLength(10);
  });

  it('between the cells of a row', () => {
    expect(read('<h3 class="row">\n  <span>a</span>\n  <span>b</span>\n</h3>')).toEqual(
      read('<h3 class="row"><span>a</span><span>b</span></h3>'),
    );
  });
});
