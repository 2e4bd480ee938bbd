import { beforeAll, describe, expect, it } from 'vitest';
import { attribute, isElement, isTextNode } from '../../src/page/dom.js';
import { linearize } from '../../src/page/linearize.js';
import { readTheme } from '../../src/theme/read.js';
import type { Theme } from '../../src/theme/theme.js';
import { elements, first, meta, textOf } from './elements.js';
import { fullView, pageOf, pageOfView, resumeOf, text } from './samples.js';

let theme: Theme;
beforeAll(async () => {
  theme = await readTheme('classic');
});

const HOSTILE = `</style></script><script>alert(1)</script><img src=x onerror=alert(1)> " ' & &lt; \\ {{name}} \u2028`;
/** As YAML, in double quotes. */
const QUOTED = JSON.stringify(HOSTILE);
const HARMLESS =
  /^(html|head|meta|title|style|script|body|main|header|h\d|p|section|div|ul|li|span|a|strong)$/;

describe('a hostile résumé', () => {
  const page = () =>
    pageOf(
      resumeOf(`
basics:
  name: ${QUOTED}
  label: ${QUOTED}
  email: ${QUOTED}
  phone: ${QUOTED}
  url: ${QUOTED}
  summary: ${QUOTED}
  location: {address: ${QUOTED}, city: ${QUOTED}, region: ${QUOTED}, countryCode: ${QUOTED}}
  profiles: [{network: ${QUOTED}, username: ${QUOTED}, url: ${QUOTED}}]
work:
  - name: ${QUOTED}
    position: ${QUOTED}
    location: ${QUOTED}
    description: ${QUOTED}
    url: "javascript:alert(1)"
    startDate: ${QUOTED}
    endDate: ${QUOTED}
    summary: ${QUOTED}
    highlights: [${QUOTED}, {text: ${QUOTED}, highlights: [${QUOTED}]}]
    keywords: [${QUOTED}, {name: ${QUOTED}, level: ${QUOTED}, years: ${QUOTED}}]
    projects: [{name: ${QUOTED}, url: ${QUOTED}}]
education: [{institution: ${QUOTED}, area: ${QUOTED}, score: ${QUOTED}, courses: [${QUOTED}], honors: ${QUOTED}}]
awards: [{title: ${QUOTED}, awarder: ${QUOTED}, date: ${QUOTED}, url: "data:text/html,x"}]
publications: [{name: ${QUOTED}, authors: [${QUOTED}], doi: ${QUOTED}, isbn: ${QUOTED}, pages: ${QUOTED}}]
skills: [{name: ${QUOTED}, level: ${QUOTED}, keywords: [${QUOTED}]}]
languages: [{language: ${QUOTED}, fluency: ${QUOTED}}]
references: [{name: ${QUOTED}, email: ${QUOTED}, reference: ${QUOTED}}]
sections:
  - {id: ${QUOTED}, title: ${QUOTED}, kind: text, text: ${QUOTED}}
  - {id: pairs, title: ${QUOTED}, kind: pairs, pairs: [{name: ${QUOTED}, value: ${QUOTED}}]}
`),
      theme,
    );

  it('brings no element of its own into the page', () => {
    const { html } = page();
    const found = elements(html);
    expect(found.filter(({ tagName }) => !HARMLESS.test(tagName)).map(({ tagName }) => tagName)).toEqual([]);
    expect(found.filter(({ tagName }) => tagName === 'script')).toHaveLength(1);
    expect(found.filter(({ tagName }) => tagName === 'style')).toHaveLength(1);
    expect(
      first(html, 'head')
        .childNodes.filter(isElement)
        .map(({ tagName }) => tagName),
    ).toEqual(['meta', 'meta', 'meta', 'title', 'meta', 'meta', 'meta', 'style', 'script']);
  });

  it('brings no attribute of its own', () => {
    const names = new Set(elements(page().html).flatMap(({ attrs }) => attrs.map(({ name }) => name)));
    expect([...names].sort()).toEqual([
      'charset',
      'class',
      'content',
      'dir',
      'href',
      'http-equiv',
      'lang',
      'name',
      'type',
    ]);
  });

  it('links to nothing but web addresses, mail and telephones', () => {
    const { html } = page();
    const hrefs = elements(html).flatMap((element) => attribute(element, 'href') ?? []);
    expect(hrefs.length).toBeGreaterThan(0);
    expect(hrefs.filter((href) => !/^(https?|mailto|tel):/.test(href))).toEqual([]);
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('data:text');
  });

  it('is printed letter by letter as it was written', () => {
    const { html } = page();
    expect(textOf(first(html, 'h1'))).toBe(HOSTILE);
    expect(textOf(first(html, 'title'))).toBe(`${HOSTILE} – Résumé`);
    expect(meta(html, 'author')).toBe(HOSTILE);
    const items = elements(html).filter(({ tagName }) => tagName === 'li');
    // Markdown reads the entity as the letter it stands for.
    expect(
      items.map((item) =>
        item.childNodes
          .filter(isTextNode)
          .map(({ value }) => value.trim())
          .join(''),
      ),
    ).toEqual(Array.from({ length: 3 }, () => HOSTILE.replace('&lt;', '<').trim()));
  });

  it('stays inside the JSON that describes the person', () => {
    const data = JSON.parse(textOf(first(page().html, 'script')));
    expect(data.name).toBe(HOSTILE);
    expect(data.alumniOf).toEqual({
      '@type': 'EducationalOrganization',
      name: HOSTILE.replace('&lt;', '<'),
    });
  });

  it('keeps the rows and sections of the page as they are', () => {
    const blocks = linearize(page().html, theme);
    expect(blocks[0]).toEqual({
      style: 'Title',
      cells: [[{ type: 'text', text: HOSTILE, styles: [] }]],
    });
    expect(new Set(blocks.map(({ cells }) => cells.length))).toEqual(new Set([1, 2]));
  });
});

describe('a section’s own id', () => {
  it('is one class, whatever words are in it', () => {
    const resume = resumeOf(
      '{basics: {name: Ada}, sections: [{id: front row, title: T, kind: text, text: One paragraph}]}',
    );
    const page = pageOf(resume, theme);
    expect(page.html).toContain('<section class="section-front-row">');
    expect(linearize(page.html, theme).map(({ style }) => style)).toEqual(['Title', 'Heading 1', 'Normal']);
  });
});

describe('the footer, in the style sheet', () => {
  const footerOf = (name: string, footer: string) => {
    const own: Theme = { ...theme, page: { ...theme.page, footer } };
    const view = { ...fullView(), name: text(name) };
    const style = textOf(first(pageOfView(view, own).html, 'style'));
    return /@bottom-center \{ content: (.*?); font-family/.exec(style)?.[1];
  };

  it.each([
    ['Ada', '{name} · {page} / {pages}', '"Ada" " · " counter(page) " / " counter(pages)'],
    ['A"b\\c', '{name}', '"A\\22 b\\5c c"'],
    ['</style><b>', '{name}', '"\\3c /style\\3e \\3c b\\3e "'],
    ["O'Neil & Söhne", '{name}', '"O\\27 Neil \\26  Söhne"'],
    ['Ada\nExample', '{name}', '"Ada\\a Example"'],
    ['Ada', 'Seite "{page}" \\ {', '"Seite \\22 " counter(page) "\\22  \\5c  \\7b "'],
    ['{page}', '{name}', '"\\7b page\\7d "'],
  ])('%j in %j', (name, footer, content) => {
    expect(footerOf(name, footer)).toBe(content);
  });
});
