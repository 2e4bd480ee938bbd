import { describe, expect, it } from 'vitest';
import { type Inline, type Prose, parseInline, parseProse, plainText } from '../../src/resume/markdown.js';

/** What was understood, written as tags: `<b>`, `<i>`, `<c>`, `<a address>`, `<br>`. */
const show = (inlines: readonly Inline[]): string => inlines.map(tag).join('');

function tag(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text;
    case 'break':
      return '<br>';
    case 'code':
      return `<c>${inline.text}</c>`;
    case 'strong':
      return `<b>${show(inline.children)}</b>`;
    case 'emphasis':
      return `<i>${show(inline.children)}</i>`;
    case 'link':
      return `<a ${inline.href}>${show(inline.children)}</a>`;
  }
}
const inline = (source: string): string => show(parseInline(source));
const prose = (source: string): string => parseProse(source).map(block).join(' ');

function block(part: Prose): string {
  if (part.type === 'paragraph') return `<p>${show(part.children)}</p>`;
  const items = part.items.map((item) => `<li>${item.map(block).join('')}</li>`).join('');
  return part.ordered ? `<ol ${part.start}>${items}</ol>` : `<ul>${items}</ul>`;
}

describe('in a line', () => {
  it.each([
    ['**bold** and __bold__', '<b>bold</b> and <b>bold</b>'],
    ['*italic* and _italic_', '<i>italic</i> and <i>italic</i>'],
    ['***both***', '<i><b>both</b></i>'],
    ['**bold _and_ more**', '<b>bold <i>and</i> more</b>'],
    ['`a * b` and ``a ` b``', '<c>a * b</c> and <c>a ` b</c>'],
    ['[docs](https://x.org/a)', '<a https://x.org/a>docs</a>'],
    ['[**docs** *here*](https://x.org "title")', '<a https://x.org/><b>docs</b> <i>here</i></a>'],
    ['[docs](example.org)', '<a https://example.org/>docs</a>'],
    ['[write](mailto:a@b.org)', '<a mailto:a@b.org>write</a>'],
    ['<https://x.org/a> <a@b.org>', '<a https://x.org/a>https://x.org/a</a> <a mailto:a@b.org>a@b.org</a>'],
    ['[](https://www.x.org/a)', '<a https://www.x.org/a>x.org/a</a>'],
    ['\\*not italic\\*', '*not italic*'],
    ['&copy; &amp; &#42;', '© & *'],
    ['one\n  two', 'one two'],
    ['  spaces *stay*  ', '  spaces <i>stay</i>  '],
  ])('%j is understood', (source, shown) => {
    expect(inline(source)).toBe(shown);
  });

  it.each([
    'snake_case_name',
    '2 * 3 * 4',
    'C:\\path\\file',
    'AT&T and R&D;',
    '<40% of <b>all</b>',
    '<script>alert(1)</script>',
    'vector<std::string> and Map<K, V>',
    'f[0](x) = a[i](j)',
    '[x](not-a-link) [y](/path) [z](#top)',
    '[x](http://[)',
    '~~struck~~ ==marked== H~2~O x^2^',
    '[^1] and [text][ref]',
    '# no heading',
    '- no list',
    '> no quote',
    '| no | table |',
    'https://x.org/a_b_c',
    '*a',
    '**',
    '`a',
    '&unknown; &',
    '\\',
    '"quotes" — and … dots',
  ])('%j stays as it is', (source) => {
    expect(inline(source)).toBe(source);
  });

  it.each([
    ['[words](javascript:alert(1))', 'words'],
    ['[**bold** words](JavaScript:alert(1))', '<b>bold</b> words'],
    ['[words](&#106;avascript:alert(1))', 'words'],
    ['[words](data:text/html,x) [more](vbscript:x) [file](file:///x)', 'words more file'],
    ['[words](ftp://x.org/a)', 'words'],
    ['[](javascript:x)', 'javascript:x'],
  ])('%s loses its link and keeps its words', (source, shown) => {
    expect(inline(source)).toBe(shown);
  });

  it.each([
    ['![A portrait](https://x.org/a.png)', 'A portrait'],
    ['![A *portrait*](https://x.org/a.png "t") of me', 'A portrait of me'],
    ['![A portrait](javascript:x)', 'A portrait'],
    ['[![A portrait](https://x.org/a.png)](https://x.org)', '<a https://x.org/>A portrait</a>'],
    ['![](https://www.x.org/a.png)', 'x.org/a.png'],
    ['![a](/b) ![c]', '![a](/b) ![c]'],
  ])('an image is its text: %s', (source, shown) => {
    expect(inline(source)).toBe(shown);
  });
});

describe('in prose', () => {
  it.each([
    ['one\n\ntwo\nlines', '<p>one</p> <p>two lines</p>'],
    ['one  \ntwo', '<p>one<br>two</p>'],
    ['one\\\ntwo', '<p>one<br>two</p>'],
    ['- a\n- b\n\ntext', '<ul><li><p>a</p></li><li><p>b</p></li></ul> <p>text</p>'],
    ['* a\n* b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
    ['text\n- a', '<p>text</p> <ul><li><p>a</p></li></ul>'],
    ['1. a\n2. b', '<ol 1><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['7. a\n8. b', '<ol 7><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['0) a', '<ol 0><li><p>a</p></li></ol>'],
    [
      '- a\n  - b\n    1. c\n- d',
      '<ul><li><p>a</p><ul><li><p>b</p><ol 1><li><p>c</p></li></ol></li></ul></li><li><p>d</p></li></ul>',
    ],
    ['- a\n\n  b', '<ul><li><p>a</p><p>b</p></li></ul>'],
    [
      '**bold**\n\n- [x](https://x.org)',
      '<p><b>bold</b></p> <ul><li><p><a https://x.org/>x</a></p></li></ul>',
    ],
    ['', ''],
  ])('%j is understood', (source, shown) => {
    expect(prose(source)).toBe(shown);
  });

  it.each([
    ['a heading', '# Title', '<p># Title</p>'],
    ['an underlined heading', 'Title\n=====', '<p>Title =====</p>'],
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |', '<p>| a | b | |---|---| | 1 | 2 |</p>'],
    ['a quotation', '> wise', '<p>> wise</p>'],
    ['a code block', '```js\nlet x;\n```', '<p><c>js let x; </c></p>'],
    ['indented code', '    let x;', '<p>let x;</p>'],
    ['a rule', '---', '<p>---</p>'],
    ['HTML', '<div onclick="x">\n\ntext</div>', '<p><div onclick="x"></p> <p>text</div></p>'],
    ['a footnote', 'x[^1]\n\n[^1]: note', '<p>x[^1]</p> <p>[^1]: note</p>'],
    ['a reference', '[a]\n\n[a]: https://x.org', '<p>[a]</p> <p>[a]: https://x.org</p>'],
    ['a task list', '- [ ] todo', '<ul><li><p>[ ] todo</p></li></ul>'],
    ['strikethrough', '~~gone~~', '<p>~~gone~~</p>'],
    ['a year at the start of a line', 'Since\n2018. Founded', '<p>Since 2018. Founded</p>'],
  ])('%s falls back to its text', (_, source, shown) => {
    expect(prose(source)).toBe(shown);
  });

  it('400 lists in a line are its text, and the last word is not lost', () => {
    expect(prose(`${'- '.repeat(400)}deep`)).toBe(`<p>${'- '.repeat(400)}deep</p>`);
  });
});

describe('the words of a line', () => {
  it('are those without markup, a line break between them a space', () => {
    expect(plainText(parseInline('**a** `b` [*c*](https://x.org)'))).toBe('a b c');
    const [paragraph] = parseProse('a  \nb');
    expect(paragraph?.type === 'paragraph' && plainText(paragraph.children)).toBe('a b');
  });
});

describe('no character that is not markup is ever lost', () => {
  // mulberry32: the same texts in every run.
  let state = 20_240_229;
  const random = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
  const PIECES = [
    'a',
    'b7',
    'é',
    'Ω',
    '山',
    '👩‍💻',
    ' ',
    '  ',
    '.',
    ',',
    '(',
    ')',
    '"',
    "'",
    '-',
    '+',
    '#',
    '|',
    '/',
    '~',
    '^',
    '%',
    '=',
  ];
  const MARKUP = [
    '*',
    '**',
    '_',
    '`',
    '[',
    ']',
    '](',
    '<',
    '>',
    '\\',
    '&',
    '!',
    '](x)',
    '](javascript:)',
    '1. ',
    '- ',
  ];
  const pick = (from: string[]): string => from[random(from.length)] ?? '';
  const texts = Array.from({ length: 3_000 }, () =>
    Array.from({ length: 1 + random(14) }, () => (random(2) === 0 ? pick(PIECES) : pick(MARKUP))).join(''),
  );
  /** What no markup uses up, in its order; the address of an unsafe link may go. */
  const kept = (text: string, among: RegExp): string =>
    [...text.replaceAll('javascript', '').matchAll(among)].join('');
  const IN_LINE = /[\p{L}\d\p{Extended_Pictographic}.,"'+#|/~^%=-]/gu;
  const LETTERS = /[\p{L}\p{Extended_Pictographic}]/gu;

  it('from a line', () => {
    for (const text of texts) {
      expect(kept(plainText(parseInline(text)), IN_LINE), text).toBe(kept(text, IN_LINE));
    }
  });

  it('from prose', () => {
    const words = (part: Prose): string =>
      part.type === 'paragraph' ? plainText(part.children) : part.items.flat().map(words).join(' ');
    for (const text of texts) {
      expect(kept(parseProse(text).map(words).join(' '), LETTERS), text).toBe(kept(text, LETTERS));
    }
  });

  it('and a line without markup is the same line', () => {
    for (const text of texts.filter((one) => !/[*_`[\]<\\&!]/.test(one))) {
      expect(parseInline(text)).toEqual([{ type: 'text', text }]);
    }
  });
});

describe('a line that ends inside a paragraph', () => {
  it.each([
    ['one\ntwo', '<p>one two</p>'],
    ['設計から\n運用まで。\n「誰も」', '<p>設計から運用まで。「誰も」</p>'],
    ['数据\n平台', '<p>数据平台</p>'],
    ['設計は\nGo で', '<p>設計は Go で</p>'],
    // Korean has spaces between its words.
    ['결제와\n정산', '<p>결제와 정산</p>'],
    ['a ·\nb', '<p>a · b</p>'],
  ])('is a space where the language has them: %j', (source, shown) => {
    expect(prose(source)).toBe(shown);
  });
});

describe('nesting that nobody reads', () => {
  it('of lists stays as its text', () => {
    const source = `${'- '.repeat(5000)}x`;
    expect(parseProse(source)).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: source }] }]);
    expect(parseProse(`${'- '.repeat(20)}x`)[0]?.type).toBe('list');
  });

  it('of bold and italic ends, and the words go on', () => {
    const inlines = parseInline(`${'*a **b '.repeat(2000)}x${' b** a*'.repeat(2000)}`);
    const depth = (parts: readonly Inline[]): number =>
      Math.max(0, ...parts.map((part) => ('children' in part ? 1 + depth(part.children) : 0)));
    expect(depth(inlines)).toBeLessThan(100);
    expect(plainText(inlines).match(/x/g)).toHaveLength(1);
    expect(plainText(inlines).match(/b/g)).toHaveLength(4000);
  });
});
