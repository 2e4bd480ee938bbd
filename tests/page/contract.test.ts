import { beforeAll, describe, expect, it } from 'vitest';
import { checkContract } from '../../src/page/contract.js';
import { readTheme } from '../../src/theme/read.js';
import type { Theme } from '../../src/theme/theme.js';
import { PLAIN } from './plain-theme.js';
import { fullView, pageOf, pageOfView, readSample, resumeOf, SAMPLES } from './samples.js';

let theme: Theme;
beforeAll(async () => {
  theme = await readTheme('classic');
});

const PIXEL = 'data:image/png;base64,AA==';

/** The warnings of a page, as `rule message`. */
function warnings(body: string, css = '', head = ''): string[] {
  const html = `<!doctype html><html lang="en"><head><title>x</title>${head}</head><body>${body}</body></html>`;
  return checkContract({ html, theme: { ...PLAIN, css }, printed: [] }).map(
    ({ rule, message }) => `${rule} ${message}`,
  );
}

describe('the contract', () => {
  it('is content with all that it allows', () => {
    expect(
      warnings(
        `<main class="sheet wide"><header><h1>N</h1><p class="contact">a <a href="tel:+1">b</a></p>
         <p class="photo"><img src="${PIXEL}" alt="N" width="1" height="1"></p></header>
         <section class="section-x"><h2>S</h2><article><h3 class="row"><span>a</span><span class="period">b</span></h3>
         <h4>c</h4><p class="row record"><em>a</em></p></article></section></main>
         <aside><h2>T</h2><ul><li>a<ol start="2"><li><p>b</p></li></ol></li></ul>
         <p><strong class="term">a</strong><code>b</code><time>c</time><sub>d</sub><sup>e</sup><br>f</p>
         <svg aria-hidden="true"><path d="M0 0"></path><text>\ue000</text></svg></aside><footer>g</footer>`,
        `aside::before { content: ""; } li::marker { content: "•"; } .grid { justify-content: end; }
         @page { @bottom-left { content: counter(page) " / " counter(pages); } }
         h2 { letter-spacing: 0.05em; position: relative; background: url(${PIXEL}); /* content: "x" url(y) */ }`,
        '<meta charset="utf-8"><style></style><script type="application/ld+json">{}</script><script type="application/yaml">a: b</script>',
      ),
    ).toEqual([]);
  });

  // Each breaks one rule once.
  it.each([
    [
      1,
      '<aside>a</aside><main><h1>N</h1></main>',
      '`aside` comes before `main`: the order of the page is the order of reading',
    ],
    [3, '<p>a</p>', '`h1` is the name and stands once, but here it stands 0 times'],
    [3, '<h2>a</h2><h3>b</h3>', '`h1` is the name and stands once, but here it stands 0 times'],
    [3, '<h1>N</h1><h1>M</h1>', '`h1` is the name and stands once, but here it stands 2 times'],
    [3, '<h1>N</h1><h3>a</h3>', '`h3` follows `h1`: a level is skipped'],
    [3, '<h1>N</h1><h2>a</h2><h4>b</h4>', '`h4` follows `h2`: a level is skipped'],
    [3, '<h2>a</h2><h1>N</h1>', '`h2` is the first heading: a level is skipped'],
    [4, '<h1>N</h1><p class="fancy">a</p>', 'class `fancy` on `p` names no paragraph style of the theme'],
    [
      4,
      '<h1>N</h1><p><span class="contact">a</span></p>',
      'class `contact` on `span` names no character style of the theme',
    ],
    [4, '<h1 class="period">N</h1>', 'class `period` on `h1` names no paragraph style of the theme'],
    [5, '<h1>N</h1><div><li>a</li></div>', '`li` stands outside a list'],
    [
      6,
      '<h1>N</h1><p class="row"></p>',
      'a `.row` has one to three elements as children and no text between',
    ],
    [
      6,
      '<h1>N</h1><p class="row"><em>a</em><em>b</em><em>c</em><em>d</em></p>',
      'a `.row` has one to three elements as children and no text between',
    ],
    [
      6,
      '<h1>N</h1><p class="row"><em>a</em>, <em>b</em></p>',
      'a `.row` has one to three elements as children and no text between',
    ],
    [
      7,
      '<h1>N</h1><p>a <mark>b</mark></p>',
      '`mark` is not an element of the contract; its text is kept, its meaning is not',
    ],
    [
      7,
      '<h1>N</h1><svg></svg>',
      '`svg` is not an element of the contract; its text is kept, its meaning is not',
    ],
    [9, '<h1>N</h1><p>\ue000 a</p>', 'U+E000 is an icon or emoji: parsers cannot read it'],
    [9, '<h1>N</h1><p>📞📱 a</p>', 'U+1F4DE is an icon or emoji: parsers cannot read it'],
    [10, `<h1>N</h1><img src="${PIXEL}" width="1" height="1">`, '`img` has no `alt` text'],
    [10, '<h1>N</h1><img src="me.png" alt="N" width="1" height="1">', '`img` does not come as a data URI'],
    [
      10,
      `<h1>N</h1><img src="${PIXEL}" alt="N">`,
      '`img` has no `width` and `height`, without which Word leaves it out',
    ],
    [11, '<h1>N</h1><script>x()</script>', 'scripts do not run in a résumé'],
    [
      11,
      '<h1>N</h1><script src="x.js"></script>',
      '`script src` would be fetched: a page brings everything with it',
    ],
    [
      11,
      '<h1>N</h1><table><tr><td>a</td></tr></table>',
      '`table` is no layout: use a grid in theme.css, or `.row`',
    ],
    [
      11,
      '<h1>N</h1><iframe src="https://x.example"></iframe>',
      '`iframe src` would be fetched: a page brings everything with it',
    ],
    [
      11,
      `<h1>N</h1><img src="${PIXEL}" srcset="x.png 2x" alt="N" width="1" height="1">`,
      '`img srcset` would be fetched: a page brings everything with it',
    ],
    [11, '<h1>N</h1><p style="position: absolute">a</p>', '`p style` places text absolutely: use a grid'],
  ])('rule %i: %s', (rule, body, message) => {
    expect(warnings(body)).toEqual([`contract-${rule} ${message}`]);
  });

  it('wants nothing fetched from the head', () => {
    expect(warnings('<h1>N</h1>', '', '<link rel="stylesheet" href="x.css">')).toEqual([
      'contract-11 `link` fetches something: a page brings everything with it',
    ]);
  });

  it.each([
    [8, '.date::after { content: " |"; }', 'puts text into `content`, where no parser finds it'],
    [8, "h2::before{content:'§'}", 'puts text into `content`, where no parser finds it'],
    [8, '.a::after { content: attr(title) }', 'puts text into `content`, where no parser finds it'],
    [8, 'h2 { letter-spacing: 0.06em; }', 'sets letter-spacing above 0.05em, which breaks words apart'],
    [8, 'h2 { letter-spacing: .1em }', 'sets letter-spacing above 0.05em, which breaks words apart'],
    [8, 'h2 { letter-spacing: 1.5em }', 'sets letter-spacing above 0.05em, which breaks words apart'],
    [8, 'h2 { letter-spacing: -0.1em }', 'sets letter-spacing above 0.05em, which breaks words apart'],
    [8, 'h2 { letter-spacing: 2px }', 'sets letter-spacing above 0.05em, which breaks words apart'],
    [11, '@import "x.css";', 'fetches something: a page brings everything with it'],
    [
      11,
      'h2 { background: url(https://x.example/a.png) }',
      'fetches something: a page brings everything with it',
    ],
    [11, "h2 { background: url('a.svg') }", 'fetches something: a page brings everything with it'],
    [11, '.date { position:absolute }', 'places text absolutely: use a grid'],
    [11, '.date { position: fixed }', 'places text absolutely: use a grid'],
  ])('rule %i in the style sheet: %s', (rule, css, message) => {
    expect(warnings('<h1>N</h1>', css)).toEqual([`contract-${rule} theme.css ${message}`]);
  });

  it('names every breach, with the theme it is in', () => {
    const found = checkContract({ html: '<p class="fancy">a</p><table></table>', theme: PLAIN, printed: [] });
    expect(found).toEqual([
      {
        severity: 'warning',
        rule: 'contract-3',
        file: 'theme plain',
        path: '',
        message: '`h1` is the name and stands once, but here it stands 0 times',
      },
      {
        severity: 'warning',
        rule: 'contract-4',
        file: 'theme plain',
        path: '',
        message: 'class `fancy` on `p` names no paragraph style of the theme',
      },
      {
        severity: 'warning',
        rule: 'contract-11',
        file: 'theme plain',
        path: '',
        message: '`table` is no layout: use a grid in theme.css, or `.row`',
      },
    ]);
  });
});

describe('the classic theme keeps it', () => {
  it('with every field of every section', () => {
    expect(checkContract(pageOfView(fullView(), theme))).toEqual([]);
  });

  it('with a picture', () => {
    const photo = { src: PIXEL, alt: 'Ada', width: 96, height: 120 };
    expect(checkContract(pageOf(resumeOf('basics: {name: Ada}'), theme, { photo }))).toEqual([]);
  });

  it('with emoji that the author wrote', () => {
    expect(checkContract(pageOf(resumeOf('basics: {name: Ada 📞, label: "📱"}'), theme))).toEqual([]);
  });

  it('with nothing but a name', () => {
    expect(checkContract(pageOf(resumeOf('basics: {name: Ada}'), theme))).toEqual([]);
  });

  it.each(SAMPLES)('with %s', (file) => {
    expect(checkContract(pageOf(readSample(file), theme))).toEqual([]);
  });
});
