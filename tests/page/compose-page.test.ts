import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import { beforeAll, describe, expect, it } from 'vitest';
import { ContentError } from '../../src/errors.js';
import { composePage } from '../../src/page/compose-page.js';
import { isElement } from '../../src/page/dom.js';
import { readTheme } from '../../src/theme/read.js';
import type { Theme } from '../../src/theme/theme.js';
import { textsOf } from '../../src/view/texts-of.js';
import type { View } from '../../src/view/view.js';
import { elements, first, meta, textOf } from './elements.js';
import { fullView, pageOf, pageOfView, readSample, resumeOf, SAMPLES, text } from './samples.js';

let theme: Theme;
beforeAll(async () => {
  theme = await readTheme('classic');
});

function withTemplates(templates: Record<string, string>): Theme {
  return { ...theme, name: 'mine', templates: { ...theme.templates, ...templates } };
}

function faultOf(make: () => unknown) {
  try {
    make();
  } catch (error) {
    if (error instanceof ContentError) return error.diagnostics;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('the page', () => {
  it('prints a section with the theme’s own partial for it', () => {
    const own = withTemplates({ 'section-how': '<p>{{title}} {{> list}}</p>' });
    const { html } = pageOfView(fullView(), own);
    expect(html).toMatch(/<p>How I work\s*<ul>\s*<li>Quietly/);
    expect(html).toMatch(/<section class="section-skills">\s*<h2>Skills/);
  });

  it('has very many entries in batches, and loses none', () => {
    const jobs = (count: number) => {
      const names = Array.from({ length: count }, (_, at) => `Northwind ${at}`);
      const work = names.map((name) => `{ name: ${name}, position: Engineer }`);
      const { html, blocks } = pageOf(
        resumeOf(`basics: { name: Ada Example }\nwork: [${work.join(', ')}]\n`),
        theme,
      );
      expect(JSON.stringify(blocks).match(/Northwind \d+/g)).toEqual(names);
      return html;
    };
    expect(jobs(200)).not.toContain('class="batch"');
    expect(jobs(211).match(/<div class="batch" role="group">/g)).toHaveLength(8);
  });

  it('has what stands beside the sections after them', () => {
    const { sections, ...view } = fullView();
    const aside = sections.filter(({ id }) => id === 'skills');
    const { html } = pageOfView({ ...view, sections, aside }, theme);
    expect(
      elements(html).filter(({ tagName }) => ['header', 'main', 'aside'].includes(tagName)),
    ).toHaveLength(3);
    expect(html.indexOf('</main>')).toBeLessThan(html.indexOf('<aside>'));
    expect(textOf(first(html, 'aside'))).toContain('Git');
    expect(pageOfView(fullView(), theme).html).not.toContain('<aside>');
  });

  it('is one HTML document in the language and direction of the résumé', () => {
    const { html } = pageOfView({ ...fullView(), lang: 'de-CH', dir: 'rtl' }, theme);
    expect(html.startsWith('<!doctype html>\n<html lang="de-CH" dir="rtl">\n')).toBe(true);
    expect(html.endsWith('</html>\n')).toBe(true);
  });

  it('lets nothing be fetched or run', () => {
    const { html } = pageOfView(fullView(), theme);
    const [, person = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? [];
    const hash = createHash('sha256').update(person).digest('base64');
    expect(meta(html, 'Content-Security-Policy')).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; script-src 'sha256-${hash}'`,
    );
    // The policy holds for what follows it.
    const head = first(html, 'head').childNodes.filter(isElement);
    expect(head.slice(0, 2).map(({ tagName }) => tagName)).toEqual(['meta', 'meta']);
    expect(elements(html).filter(({ attrs }) => attrs.some(({ name }) => name.startsWith('on')))).toEqual([]);
  });

  it('says what it is in its head', () => {
    const view = fullView();
    const { html } = composePage(view, theme, {
      paper: 'a4',
      meta: {
        title: view.title,
        author: 'Ada Example',
        lang: 'en',
        description: 'Ada Example, Engineer',
        keywords: [],
        date: new Date(0),
      },
      person: {},
      handlebars: Handlebars,
    });
    expect(textOf(first(html, 'title'))).toBe('Ada Example – Résumé');
    expect(meta(html, 'author')).toBe('Ada Example');
    expect(meta(html, 'description')).toBe('Ada Example, Engineer');
    expect(meta(html, 'viewport')).toBe('width=device-width, initial-scale=1');
  });

  it('leaves out a description it does not have', () => {
    expect(meta(pageOfView(fullView(), theme).html, 'description')).toBeUndefined();
  });

  it('is not touched by what went wrong with the page before it', () => {
    const header =
      '{{#*inline "note"}}left{{/inline}}<h1>{{name}}{{#if label}}{{> note}}{{label.none}}{{/if}}</h1>';
    const own = withTemplates({ header });
    const { label: _, ...unlabelled } = fullView();
    expect(() => pageOfView(fullView(), own)).toThrow(ContentError);
    const { html } = pageOfView(unlabelled, own);
    expect(html).toContain(`<h1>${unlabelled.name.html}</h1>`);
    expect(html).toBe(pageOfView(unlabelled, { ...own }).html);
  });

  it('has all that templates may do for itself, however many pages there were before', () => {
    const nested = `${'{{#each @root.sections}}'.repeat(6)}${'{{/each}}'.repeat(6)}`;
    const own = withTemplates({ body: `<h1>{{name}}</h1>${nested}` });
    const pages = Array.from({ length: 40 }, () => pageOfView(fullView(), own).html);
    expect(new Set(pages).size).toBe(1);
  });

  it('is the same every time', () => {
    expect(pageOfView(fullView(), theme)).toEqual(pageOfView(fullView(), theme));
  });

  it('hands on its theme, paper and properties', () => {
    const page = pageOfView(fullView(), theme, {}, 'letter');
    expect(page.theme).toBe(theme);
    expect(page.paper).toBe('letter');
    expect(page.meta.author).toBe('Ada Example');
  });

  it('has no empty paragraphs or headings, whatever the résumé leaves out', () => {
    const { html } = pageOf(
      resumeOf('{basics: {name: Ada}, work: [{name: Acme}], skills: [{name: Go}]}'),
      theme,
    );
    const empty = elements(html).filter(
      (element) => /^(h\d|p|li|ul|ol)$/.test(element.tagName) && textOf(element).trim() === '',
    );
    expect(empty).toEqual([]);
  });
});

describe('templates', () => {
  it('that name what is not there are an error, with the template and the line', () => {
    expect(
      faultOf(() => pageOfView(fullView(), withTemplates({ header: '<h1>{{name}}</h1>\n<p>{{nmae}}</p>' }))),
    ).toEqual([
      {
        severity: 'error',
        rule: 'template',
        file: 'mine: header.hbs',
        path: '',
        place: { line: 2, column: 6, length: 1 },
        message: 'there is no `nmae` here',
        suggestion: 'see docs/theme-format.md for what templates can print',
      },
    ]);
  });

  it('are an error in the partial that is to blame, not in the one that calls it', () => {
    const [fault] = faultOf(() => pageOfView(fullView(), withTemplates({ 'title-line': '\n\n{{oops}}' })));
    expect(fault?.file).toBe('mine: title-line.hbs');
    expect(fault?.place?.line).toBe(3);
  });

  it.each([
    ['a name in a text', '{{lang.short}}', 'there is no `short` here: it is asked of a text', undefined],
    ['a name in nothing', '{{../../foo}}', 'there is nothing here that could have a `foo`', 1],
    ['an unknown partial', '{{> sidebar}}', 'there is no partial `sidebar`', undefined],
    ['an unknown helper', '\n{{upper name}}', 'there is no helper `upper`', 2],
    ['an unknown decorator', '{{* foo}}', 'there is no decorator `foo`', undefined],
    [
      'a block that is not closed',
      '{{#if name}}\n<h1>',
      'a block is not closed: a `{{/if}}`, `{{/each}}` or `{{/with}}` is missing',
      2,
    ],
    [
      'a block closed as another',
      '{{#if name}}{{/each}}',
      'a block begins with `{{#if}}` and ends with `{{/each}}`',
      1,
    ],
    ['a block closed twice', '\n{{/if}}', 'a block is closed here that was not opened', 2],
    ['an else of nothing', '{{else}}', 'an `{{else}}` stands where no block can have one', 1],
    ['a block of nothing', '{{#each}}{{/each}}', 'a block or helper is given nothing to work on', undefined],
    ['a condition of nothing', '{{#if}}{{/if}}', '`{{#if}}` takes one value', undefined],
    ['half a brace', '<p>\n{{name', 'what stands in braces here cannot be read', 2],
  ])('with %s are an error', (_, body, message, line) => {
    const [fault] = faultOf(() => pageOfView(fullView(), withTemplates({ body })));
    expect(fault?.file).toBe('mine: body.hbs');
    expect(fault?.message).toBe(message);
    expect(fault?.place?.line).toBe(line);
  });

  it('may ask for what is optional', () => {
    const { label: _, ...view } = fullView();
    expect(pageOfView(view, theme).html).not.toContain('class="headline"');
  });

  it('of a theme replace just the partial they are named after', () => {
    const before = pageOfView(fullView(), theme).html;
    const after = pageOfView(
      fullView(),
      withTemplates({ notes: '<em>[{{#each notes}}{{this}}{{/each}}]</em>' }),
    ).html;
    expect(before).toContain('<span class="note"> (expert, 9 years)</span>');
    expect(after).toContain('<em>[expert9 years]</em>');
    expect(after.replaceAll(/<em>\[.*?\]<\/em>/g, '')).toBe(
      before.replaceAll(/<span class="note"> \(.*?\)<\/span>/g, ''),
    );
  });

  it('print the author’s markup with three braces too', () => {
    const view: View = { ...fullView(), label: text('so bold', 'so <strong>bold</strong>') };
    const page = pageOfView(view, withTemplates({ body: '<h1>{{{name}}}</h1><p>{{{label}}}</p>' }));
    expect(page.html).toContain('<h1>Ada Example</h1><p>so <strong>bold</strong></p>');
    expect(page.printed.map(({ plain }) => plain)).toEqual(['Ada Example', 'so bold']);
  });
});

describe('printed', () => {
  it('lists every text of the view, each once', () => {
    const view = fullView();
    const { printed } = pageOfView(view, theme);
    expect(printed).toHaveLength(textsOf(view).length);
    expect(new Set(printed)).toEqual(new Set(textsOf(view)));
  });

  it('lists them in the order of printing', () => {
    expect(pageOfView(fullView(), theme).printed.map(({ plain }) => plain)).toEqual([
      ...['Ada Example', 'Engineer', 'ada@example.com', 'GitHub', 'ada'],
      ...['Summary', 'One sentence.'],
      ...['Experience', 'Lead', 'acme.example', '2020 – Present', 'Acme', 'Paris'],
      ...['Makers of anvils.', 'Ran it.', 'Third', 'Outer', 'Inner', 'Grade', 'A', 'Go', 'Rust'],
      ...['Assistant', '2019', 'Side job'],
      ...['Skills', 'Tools', 'daily', 'Git', 'expert', '9 years', 'make'],
      ...[
        'Publications',
        'A Paper',
        'A Press',
        '2018',
        'A. Example',
        'p. 7',
        'Short.',
        'Another',
        'in print',
      ],
      ...['How I work', 'Quietly'],
    ]);
  });

  it('is also the order of the page', () => {
    const { html, printed } = pageOfView(fullView(), theme);
    const body = textOf(first(html, 'body'));
    let at = 0;
    for (const { plain } of printed) {
      const found = body.indexOf(plain, at);
      expect(found, plain).toBeGreaterThanOrEqual(at);
      at = found + plain.length;
    }
  });

  it('lacks the field a template forgets', () => {
    const forgetful = withTemplates({ 'title-line': '<span class="entry-title">{{> joined title}}</span>' });
    const view = fullView();
    const { printed } = pageOfView(view, forgetful);
    const lost = textsOf(view).filter((one) => !printed.includes(one));
    expect(lost.map(({ plain }) => plain)).toEqual(['2019', 'acme.example', '2020 – Present']);
  });

  it('has the field that is printed twice twice', () => {
    const twice = withTemplates({ contact: '<span>{{text}} {{text}}</span>' });
    expect(pageOfView(fullView(), twice).printed.filter(({ plain }) => plain === 'ada')).toHaveLength(2);
  });

  it.each(SAMPLES)('is complete for %s', (file) => {
    const resume = readSample(file);
    const { html, printed } = pageOf(resume, theme);
    const body = textOf(first(html, 'body')).replaceAll(/\s+/g, ' ');
    expect(printed.length).toBeGreaterThan(15);
    expect(printed.filter(({ plain }) => !body.includes(plain.replaceAll(/\s+/g, ' ').trim()))).toEqual([]);
  });
});
