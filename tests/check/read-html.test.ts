import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/check/read-html.js';

const words = (html: string) => readHtml(html).words.map(({ text }) => text);

describe('readHtml', () => {
  it.each([
    ['<p>one</p><p>two</p>', ['one', 'two']],
    ['<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>', ['one', 'two', 'three']],
    ['<p>one<br>two</p>', ['one', 'two']],
    ['<p>re<strong>bold</strong>ing <em>Ita</em>lic x<sub>2</sub>y</p>', ['rebolding', 'Italic', 'x2y']],
    ['<p>a<a href="#x">b</a>c</p>', ['abc']],
    ['<p>zero&#8203;width non&nbsp;break so&shy;ft a<wbr>b</p>', ['zerowidth', 'non', 'break', 'soft', 'ab']],
    ['<section>one</section>two<section>three</section>', ['one', 'two', 'three']],
    ['<h3 class="wide row"><span>Engineer</span><span>2020</span></h3>', ['Engineer', '2020']],
    ['<h3><span>Engin</span><span>eer</span></h3>', ['Engineer']],
    ['<style>p{}</style><script>x</script><template>t</template><noscript>n</noscript><p>a</p>', ['a']],
    ['<p>a <span aria-hidden="true">no</span><span aria-hidden="false">yes</span></p>', ['a', 'yes']],
    ['<p hidden>no</p><p>a</p>', ['a']],
    ['<svg><title>no</title></svg><p>a<!-- no --></p>', ['a']],
    ['<p>&lt;b&gt; &amp;amp;</p>', ['<b>', '&amp;']],
  ])('%s', (html, expected) => {
    expect(words(`<!doctype html><title>no</title><body>${html}</body>`)).toEqual(expected);
  });

  it('reads headings, in one line', () => {
    const html =
      '<h1>Ada\n Example</h1><h2>Work</h2><h3 class="row"><span>A</span><span>B</span></h3><h4>x</h4>';
    expect(readHtml(html).headings).toEqual([
      { level: 1, text: 'Ada Example' },
      { level: 2, text: 'Work' },
      { level: 3, text: 'A B' },
      { level: 4, text: 'x' },
    ]);
  });

  it('reads where links lead, in order, as a PDF would have them', () => {
    const html =
      '<a href="https://b.example">b</a><a href="#here">x</a><a>y</a><a href="mailto:a@b.c">a</a>' +
      '<p aria-hidden="true"><a href="https://hidden.example">h</a></p><a href="https://b.example">b</a>';
    expect(readHtml(html).links).toEqual(['https://b.example/', 'mailto:a@b.c', 'https://b.example/']);
  });
});
