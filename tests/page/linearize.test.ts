import { describe, expect, it } from 'vitest';
import type { Block, Run } from '../../src/page/blocks.js';
import { linearize } from '../../src/page/linearize.js';
import { BREAK, block, link, run } from './block-samples.js';

const THEME = {
  styles: { Normal: {}, Contact: {}, 'Key Fact': {} },
  characters: { Strong: {}, Emphasis: {}, Code: {}, Hyperlink: {}, 'Entry Title': {}, Period: {} },
};

const read = (body: string): Block[] => linearize(`<!doctype html><html><body>${body}</body></html>`, THEME);
const normal = (...runs: Run[]): Block => block('Normal', ...runs);
const bullet = (level: number, list: number) => ({ ordered: false, level, list, start: 1 });

describe('grouping', () => {
  it.each(['main', 'aside', 'header', 'footer', 'section', 'article', 'div'])('<%s> vanishes', (tag) => {
    expect(read(`<${tag} class="grid left"><p>a</p><p>b</p></${tag}>`)).toEqual([
      normal(run('a')),
      normal(run('b')),
    ]);
  });

  it('vanishes however deep it is', () => {
    expect(read('<main><div><section><div><p>a</p></div></section></div></main>')).toEqual([
      normal(run('a')),
    ]);
  });

  it('makes a paragraph of text that stands loose in it', () => {
    expect(read('<div>loose <em>text</em><p>then</p>and more</div>')).toEqual([
      normal(run('loose '), run('text', 'Emphasis')),
      normal(run('then')),
      normal(run('and more')),
    ]);
  });

  it('with a style of its own gives it to the text that stands loose in it, however deep', () => {
    expect(read('<div class="contact">a<div>b</div><p>c</p></div>')).toEqual([
      block('Contact', run('a')),
      block('Contact', run('b')),
      normal(run('c')),
    ]);
  });

  it('keeps the order of the page', () => {
    expect(read('<main><h1>N</h1></main><aside><h2>S</h2><p>s</p></aside>')).toEqual([
      block('Title', run('N')),
      block('Heading 1', run('S')),
      normal(run('s')),
    ]);
  });

  it('without any text is nothing', () => {
    expect(read('<main><div><p> </p><h2></h2><ul><li> </li></ul></div></main>')).toEqual([]);
  });
});

describe('blocks', () => {
  it.each([
    ['h1', 'Title'],
    ['h2', 'Heading 1'],
    ['h3', 'Heading 2'],
    ['h4', 'Heading 3'],
    ['p', 'Normal'],
  ])('<%s> is %s', (tag, style) => {
    expect(read(`<${tag}>a</${tag}>`)).toEqual([block(style, run('a'))]);
  });

  it('take the style their class names, of several the first that is one', () => {
    expect(read('<p class="contact">a</p>')).toEqual([block('Contact', run('a'))]);
    expect(read('<h2 class="wide key-fact contact">a</h2>')).toEqual([block('Key Fact', run('a'))]);
  });

  it('keep their own style when a class is none of the theme', () => {
    expect(read('<p class="wide">a</p>')).toEqual([normal(run('a'))]);
    expect(read('<h3 class="entry-title">a</h3>')).toEqual([block('Heading 2', run('a'))]);
  });
});

describe('inline elements', () => {
  it.each([
    ['strong', 'Strong'],
    ['em', 'Emphasis'],
    ['code', 'Code'],
  ])('<%s> is %s', (tag, style) => {
    expect(read(`<p>a<${tag}>b</${tag}>c</p>`)).toEqual([normal(run('a'), run('b', style), run('c'))]);
  });

  it.each(['time', 'span', 'sub', 'sup'])('<%s> by itself has no style', (tag) => {
    expect(read(`<p><${tag}>b</${tag}></p>`)).toEqual([normal(run('b'))]);
  });

  it('take the character style their class names, instead of their own', () => {
    expect(read('<p><span class="entry-title">a</span></p>')).toEqual([normal(run('a', 'Entry Title'))]);
    expect(read('<p><strong class="period">a</strong></p>')).toEqual([normal(run('a', 'Period'))]);
    expect(read('<p><time class="contact period">a</time></p>')).toEqual([normal(run('a', 'Period'))]);
  });

  it('inside each other add up from the outside in, each style once', () => {
    expect(read('<p><strong>a<em>b<code>c</code></em></strong></p>')).toEqual([
      normal(run('a', 'Strong'), run('b', 'Strong', 'Emphasis'), run('c', 'Strong', 'Emphasis', 'Code')),
    ]);
    expect(read('<p><strong>a<strong>b</strong></strong></p>')).toEqual([
      normal(run('a', 'Strong'), run('b', 'Strong')),
    ]);
  });

  it('that link give every run inside the address', () => {
    expect(read('<p><a href="https://a.example/?x=1&amp;y=2">a <strong>b</strong></a> c</p>')).toEqual([
      normal(
        link('https://a.example/?x=1&y=2', 'a ', 'Hyperlink'),
        link('https://a.example/?x=1&y=2', 'b', 'Hyperlink', 'Strong'),
        run(' c'),
      ),
    ]);
    expect(read('<p><em>see <a href="mailto:a@b.example">this</a></em></p>')).toEqual([
      normal(run('see ', 'Emphasis'), link('mailto:a@b.example', 'this', 'Emphasis', 'Hyperlink')),
    ]);
  });

  it('an anchor without an address, or with one on the page itself, is no link', () => {
    expect(read('<p><a>a</a></p>')).toEqual([normal(run('a', 'Hyperlink'))]);
    expect(read('<p><a href="">a</a></p>')).toEqual([normal(run('a', 'Hyperlink'))]);
    expect(read('<p><a href="#top">a</a></p>')).toEqual([normal(run('a', 'Hyperlink'))]);
  });

  it('br is a break', () => {
    expect(read('<p>a<br>b<br><br>c</p>')).toEqual([
      normal(run('a'), BREAK, run('b'), BREAK, BREAK, run('c')),
    ]);
  });

  it('a picture is a run with its text and its size in pixels', () => {
    expect(
      read('<p class="contact"><img src="data:image/png;base64,AA==" alt="Ada" width="96" height="120"></p>'),
    ).toEqual([
      block('Contact', {
        type: 'image',
        src: 'data:image/png;base64,AA==',
        alt: 'Ada',
        width: 96,
        height: 120,
      }),
    ]);
  });

  it('a picture without a size is left out: no format could place it', () => {
    expect(read('<p>a<img src="data:image/png;base64,AA==" alt="Ada"></p>')).toEqual([normal(run('a'))]);
  });
});

describe('what has no text for a reader', () => {
  it.each([
    '<svg aria-hidden="true"><text>x</text></svg>',
    '<svg><title>x</title></svg>',
    '<span aria-hidden="true">x</span>',
    '<span hidden>x</span>',
    '<script>x()</script>',
    '<style>p { color: red }</style>',
    '<template>x</template>',
    '<noscript>x</noscript>',
    '<!-- x -->',
  ])('%s vanishes from a line and does not end it', (gone) => {
    expect(read(`<p>a${gone}b</p>`)).toEqual([normal(run('a'), run('b'))]);
    expect(read(`<div>a${gone}b</div>`)).toEqual([normal(run('a'), run('b'))]);
  });

  it.each(['div', 'p', 'h2', 'section', 'ul'])('<%s aria-hidden> vanishes whole', (tag) => {
    expect(read(`<p>a</p><${tag} aria-hidden="true"><em>x</em></${tag}><p>b</p>`)).toEqual([
      normal(run('a')),
      normal(run('b')),
    ]);
  });

  it('vanishes from rows and lists as well', () => {
    expect(read('<p class="row"><span>a</span><span aria-hidden="true">x</span></p>')[0]?.cells).toEqual([
      [run('a')],
    ]);
    expect(
      read('<ul><li aria-hidden="true">x</li><li>a<ul aria-hidden="true"><li>x</li></ul></li></ul>'),
    ).toEqual([{ ...block('List Bullet', run('a')), item: bullet(0, 1) }]);
  });

  it('aria-hidden="false" hides nothing', () => {
    expect(read('<p aria-hidden="false">a</p>')).toEqual([normal(run('a'))]);
  });
});

describe('elements the contract does not know', () => {
  it.each(['mark', 'u', 'q', 'cite', 'kbd', 'del', 'label', 'my-own', 'font'])(
    '<%s> keeps its text, and the sentence around it whole',
    (tag) => {
      expect(read(`<p>Hel<${tag}>l</${tag}>o</p>`)).toEqual([normal(run('Hel'), run('l'), run('o'))]);
    },
  );

  it.each(['blockquote', 'figure', 'details', 'dl', 'h5', 'address'])(
    '<%s> keeps its text as a block',
    (tag) => {
      expect(read(`<p>a</p><${tag}>b</${tag}><p>c</p>`)).toEqual([
        normal(run('a')),
        normal(run('b')),
        normal(run('c')),
      ]);
    },
  );

  it('a table keeps the text of each cell', () => {
    expect(read('<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>')).toEqual([
      normal(run('a')),
      normal(run('b')),
      normal(run('c')),
    ]);
  });

  it('a line element around blocks does not glue them together', () => {
    expect(read('<span><div>a</div><div>b</div></span>')).toEqual([normal(run('a')), normal(run('b'))]);
    expect(read('<a href="https://a.example/"><div>a</div><p>b</p></a>')).toEqual([
      normal(link('https://a.example/', 'a', 'Hyperlink')),
      normal(link('https://a.example/', 'b', 'Hyperlink')),
    ]);
  });
});
