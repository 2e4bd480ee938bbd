import { expect, test } from 'vitest';
import { toContract } from '../../src/json-resume-theme/to-contract.js';
import { type Block, blockText } from '../../src/page/blocks.js';
import { linearize } from '../../src/page/linearize.js';
import { PLAIN } from '../page/plain-theme.js';
import { text } from '../page/samples.js';

// Any HTML → paragraphs: every word that is shown, in order, under headings that Word knows.

const SRC = 'data:image/png;base64,AA==';
const view = {
  name: text('Ada Example'),
  label: text('Engineer'),
  photo: { src: SRC, alt: 'Portrait of Ada', width: 80, height: 100 },
};

const blocks = (html: string): Block[] => linearize(toContract(html, view), PLAIN);
const lines = (html: string): string[] => blocks(html).map((block) => `${block.style}: ${blockText(block)}`);

test('the name is the title whatever its level, and the levels below it close ranks', () => {
  expect(
    lines(
      '<h3>ADA EXAMPLE</h3><h5>Engineer</h5><h4>Work</h4><h6>Northwind</h6><p>Text</p><h4>Education</h4>',
    ),
  ).toEqual([
    'Title: ADA EXAMPLE',
    'Headline: Engineer',
    'Heading 1: Work',
    'Heading 2: Northwind',
    'Normal: Text',
    'Heading 1: Education',
  ]);
  // No level is skipped, and there are three.
  expect(lines('<h1>Ada Example</h1><h6>a</h6><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5>')).toEqual([
    'Title: Ada Example',
    'Heading 1: a',
    'Heading 1: b',
    'Heading 2: c',
    'Heading 3: d',
    'Heading 3: e',
  ]);
});

test('only the heading beside the name says what the person is: a job of that title is a heading', () => {
  expect(lines('<h1>Ada Example</h1><h2>Work</h2><h3>Engineer</h3>')).toEqual([
    'Title: Ada Example',
    'Heading 1: Work',
    'Heading 2: Engineer',
  ]);
});

test('tables, definition lists and elements nobody knows keep their text in order', () => {
  expect(
    lines(`<table><caption>A</caption><tr><th>B</th><td>C<p>D</p></td></tr></table>
<dl><dt>E</dt><dd>F</dd></dl><resume-part>G <marquee>H</marquee></resume-part><details><summary>I</summary>J</details>
<button>K</button><blockquote>L</blockquote><svg><title>Not this</title><text>M</text></svg>`).join('\n'),
  ).toBe(
    ['A', 'B', 'C', 'D', 'E', 'F', 'G H', 'I', 'J', 'K', 'L', 'M']
      .map((word) => `Normal: ${word}`)
      .join('\n'),
  );
});

test('the classes of another program are no styles and no rows', () => {
  expect(
    lines(
      '<div class="row"><div class="contact">A</div><div class="title">B</div></div><p class="heading-1">C</p>',
    ),
  ).toEqual(['Normal: A', 'Normal: B', 'Normal: C']);
});

test('what no reader sees is left out', () => {
  expect(
    lines(`<title>t</title><style>s</style><p style="display:none">a</p><p hidden>b</p><p aria-hidden="true">c</p>
<p style="color: red; visibility: hidden">d</p><nav><a href="#work">Work</a></nav><a href="#main">Skip</a>
<p>Seen, and <a href="#note">a note</a></p>`),
  ).toEqual(['Normal: Seen, and a note']);
});

test('boxes that only a style sheet sets apart do not run into each other, letters of one word do', () => {
  expect(lines('<p><span>2019</span><span>Leeds</span></p>')).toEqual(['Normal: 2019 Leeds']);
  expect(lines('<p><b>Resume</b><i>wright</i></p>')).toEqual(['Normal: Resumewright']);
});

test('lists stay lists, nested and numbered', () => {
  const items = blocks('<ul class="fa-ul"><li>One<ol start="3"><li><p>Two</p></li></ol></li></ul>');
  expect(items.map(({ style, item }) => [style, item?.ordered, item?.level, item?.start])).toEqual([
    ['List Bullet', false, 0, 1],
    ['List Number 2', true, 1, 3],
  ]);
});

test('a link says where it leads when it shows a sign alone', () => {
  const [block] = blocks('<p><a href="https://www.social.example.com/ada/"><i class="fa"></i></a></p>');
  expect(block?.cells).toEqual([
    [
      {
        type: 'text',
        text: 'social.example.com/ada',
        styles: ['Hyperlink'],
        href: 'https://www.social.example.com/ada/',
      },
    ],
  ]);
});

test('of the pictures the portrait comes along', () => {
  const [block, ...more] = blocks(
    `<img src="data:image/png;base64,BB=="><div><img src="${SRC}" class="round"></div>`,
  );
  expect(block?.cells).toEqual([
    [{ type: 'image', src: SRC, alt: 'Portrait of Ada', width: 80, height: 100 }],
  ]);
  expect(more).toEqual([]);
});

test('what looks like markup in a text stays text', () => {
  expect(lines('<p>vector&lt;int&gt; &amp;amp; "x"</p>')).toEqual(['Normal: vector<int> &amp; "x"']);
});
