import { describe, expect, it } from 'vitest';
import { line, prose, shown, words } from '../../src/view/texts.js';
import { isVisible, textsOf } from '../../src/view/texts-of.js';
import { viewOf } from './view-of.js';

describe('a line', () => {
  it.each([
    ['AT&T <b> "x"', 'AT&amp;T &lt;b&gt; &quot;x&quot;', 'AT&T <b> "x"'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['**a & b**', '<strong>a &amp; b</strong>', 'a & b'],
    ['*a* `<b>`', '<em>a</em> <code>&lt;b&gt;</code>', 'a <b>'],
    ['[a](https://x.org?b&c "t")', '<a href="https://x.org/?b&amp;c">a</a>', 'a'],
    ['[a](https://x.org/%22onload=)', '<a href="https://x.org/%22onload=">a</a>', 'a'],
    ['[a](javascript:alert(1))', 'a', 'a'],
  ])('%s is safe HTML, and its words', (source, html, plain) => {
    expect(line('p', source)).toEqual({ path: 'p', html, plain });
  });

  it('links as a whole where it is told to, and safely', () => {
    expect(line('p', 'a **b**', 'x.org').html).toBe('<a href="https://x.org/">a <strong>b</strong></a>');
    expect(line('p', 'a', 'javascript:x').html).toBe('a');
    expect(line('p', '**[a](https://a.org)**', 'x.org').html).toBe(
      '<strong><a href="https://a.org/">a</a></strong>',
    );
  });
});

it('words of ours are never read as Markdown', () => {
  expect(words('p', '*a* [b](https://c.org) <d>').html).toBe('*a* [b](https://c.org) &lt;d&gt;');
});

describe('prose', () => {
  it('of nothing is nothing', () => {
    expect(prose('p', undefined)).toEqual([]);
  });

  it('keeps the paragraphs of a list item apart', () => {
    expect(prose('p', '- a\n\n  b\n  - c')).toEqual([
      {
        list: {
          ordered: false,
          start: 1,
          items: [
            {
              text: { path: 'p', html: 'a<br>b', plain: 'a b' },
              lists: [
                {
                  ordered: false,
                  start: 1,
                  items: [{ text: { path: 'p', html: 'c', plain: 'c' }, lists: [] }],
                },
              ],
            },
          ],
        },
      },
    ]);
  });
});

it('what is shown of a list keeps its place in the list', () => {
  expect(shown(['a', { private: true }, { private: false }, 'b'], 'p')).toEqual([
    ['a', 'p[0]'],
    [{ private: false }, 'p[2]'],
    ['b', 'p[3]'],
  ]);
  expect(shown(undefined, 'p')).toEqual([]);
});

describe('every visible string', () => {
  it('of a view is found', () => {
    const view = viewOf(
      'basics: {name: Ada, label: L, email: [{label: e, value: a@b.org}]}\nwork: [{position: P, name: N, highlights: [h, {text: i, highlights: [j]}]}]\nskills: [{name: S, level: l, keywords: [{name: k, level: m}]}]',
    );
    expect(textsOf(view).map(({ plain }) => plain)).toEqual([
      'Ada',
      'L',
      'e',
      'a@b.org',
      'Experience',
      'P',
      'N',
      'h',
      'i',
      'j',
      'Skills',
      'S',
      'l',
      'k',
      'm',
    ]);
  });

  it('of nothing is none', () => {
    expect(textsOf(undefined)).toEqual([]);
    expect(isVisible({ kind: 'x', list: [{}] })).toBe(false);
    expect(isVisible([{ a: words('p', 'x') }])).toBe(true);
  });
});
