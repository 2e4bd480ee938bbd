import { describe, expect, it } from 'vitest';
import { labelsFor } from '../../src/view/labels.js';
import { listText, proseText, sectionOf, viewOf } from './view-of.js';

const ALL = `
basics: {name: Ada, summary: S}
work: [{name: x}]
projects: [{name: x}]
education: [{area: x}]
skills: [{name: x}]
languages: [{language: x}]
certificates: [{name: x}]
awards: [{title: x}]
publications: [{name: x}]
talks: [{name: x}]
patents: [{name: x}]
volunteer: [{position: x}]
memberships: [{organization: x}]
interests: [{name: x}]
references: [{name: x}]
sections:
  - {title: My Grants, kind: text, text: x}
  - {id: extra, title: Other, kind: list, items: [x]}
`;
const ids = (text: string, order: string[] = []) => viewOf(text, { order }).sections.map(({ id }) => id);
const FEW = `
work: [{name: x}]
skills: [{name: x}]
interests: [{name: x}]
references: [{name: x}]
sections: [{title: Grants, kind: text, text: x}]
`;

describe('sections stand', () => {
  it('beside the others where the theme wants them, in their order', () => {
    const { sections, aside } = viewOf(`${FEW}meta: {order: [references], hidden: [interests]}`, {
      order: ['skills'],
      aside: ['interests', 'skills', 'references', 'awards'],
    });
    expect(sections.map(({ id }) => id)).toEqual(['work', 'grants']);
    expect(aside.map(({ id }) => id)).toEqual(['references', 'skills']);
  });

  it('in the usual order, those of the author before the ones that close a résumé', () => {
    expect(ids(ALL)).toEqual([
      'summary',
      'work',
      'projects',
      'education',
      'skills',
      'languages',
      'certificates',
      'awards',
      'publications',
      'talks',
      'patents',
      'volunteer',
      'memberships',
      'my-grants',
      'extra',
      'interests',
      'references',
    ]);
  });

  it.each([
    [
      'as the résumé says, the others after',
      'meta: {order: [references, grants]}',
      [],
      ['references', 'grants', 'work', 'skills', 'interests'],
    ],
    ['as the theme says', '', ['skills', 'work'], ['skills', 'work', 'grants', 'interests', 'references']],
    [
      'as the résumé says before the theme does',
      'meta: {order: [grants]}',
      ['skills', 'grants', 'work'],
      ['grants', 'skills', 'work', 'interests', 'references'],
    ],
    [
      'once, however often they are named',
      'meta: {order: [skills, skills]}',
      ['skills'],
      ['skills', 'work', 'grants', 'interests', 'references'],
    ],
    [
      'where there is something in them',
      'meta: {order: [talks, skills]}',
      ['patents', 'unheard'],
      ['skills', 'work', 'grants', 'interests', 'references'],
    ],
    [
      'nowhere when hidden',
      'meta: {hidden: [work, grants], order: [work, references]}',
      ['work'],
      ['references', 'skills', 'interests'],
    ],
  ])('%s', (_, meta, order, expected) => {
    expect(ids(`${FEW}${meta}`, order)).toEqual(expected);
  });

  it('nowhere when nothing in them says anything', () => {
    expect(
      ids(
        'work: [{x-note: 1}, {tags: [a]}, {projects: [{id: x}]}]\nskills: [{id: x}]\nawards: [{tags: [a]}]\nsections: [{title: T, kind: entries, entries: [{id: x}]}]',
      ),
    ).toEqual([]);
  });
});

describe('the title of a section', () => {
  it('is ours, in the language of the résumé', () => {
    const { sections } = viewOf(ALL);
    expect(Object.fromEntries(sections.map(({ id, title }) => [id, title.plain]))).toEqual({
      ...labelsFor('en').sections,
      'my-grants': 'My Grants',
      extra: 'Other',
    });
  });

  it('is the author’s where there is one, printed as it stands', () => {
    const { sections } = viewOf(`${FEW}meta: {titles: {work: "Jobs & *more*", grants: Funding}}`);
    const titles = sections.map(({ title }) => [title.path, title.plain, title.html]);
    expect(titles.slice(0, 3)).toEqual([
      ['meta.titles.work', 'Jobs & *more*', 'Jobs &amp; *more*'],
      ['skills', 'Skills', 'Skills'],
      ['meta.titles.grants', 'Funding', 'Funding'],
    ]);
  });

  it('may be any word', () => {
    const text = 'sections: [{title: Constructor, kind: text, text: x}]\nmeta: {titles: {work: W}}';
    expect(sectionOf(text)).toMatchObject({ id: 'constructor', title: { plain: 'Constructor' } });
  });

  it('of the author’s own section is printed as it stands too', () => {
    const { title } = sectionOf('sections: [{title: "A *b*", kind: text, text: x}]');
    expect(title).toEqual({ path: 'sections[0].title', plain: 'A *b*', html: 'A *b*' });
  });
});

describe('a section of the author’s own', () => {
  it('may be text', () => {
    const section = sectionOf('sections: [{title: T, kind: text, text: "a\\n\\n3. b\\n4. c\\n   - d"}]');
    expect(section.kind === 'prose' && section.prose.map(proseText)).toEqual(['a', [3, 'b', 'c', ['d']]]);
  });

  it('may be a list', () => {
    const section = sectionOf(
      'sections: [{title: T, kind: list, items: [a, {text: b, highlights: [c, {text: d, highlights: [e]}]}]}]',
    );
    expect(section.kind === 'list' && listText(section.list)).toEqual(['a', 'b', ['c', 'd', ['e']]]);
  });
});

describe('the document', () => {
  it.each([
    ['', 'en', 'ltr'],
    ['meta: {locale: en-GB}', 'en-GB', 'ltr'],
    ['meta: {locale: ar-EG}', 'ar-EG', 'rtl'],
    ['meta: {locale: HE}', 'HE', 'rtl'],
    ['meta: {locale: fa}', 'fa', 'rtl'],
    ['meta: {locale: arn}', 'arn', 'ltr'],
    ['meta: {locale: "no tag"}', 'en', 'ltr'],
  ])('with %j is in %s, written %s', (meta, lang, dir) => {
    const view = viewOf(meta);
    expect([view.lang, view.dir]).toEqual([lang, dir]);
  });

  it('has a photo where one is given', () => {
    const photo = { src: 'data:image/png;base64,', alt: 'Ada', width: 1, height: 1 };
    expect(viewOf('', { photo }).photo).toEqual(photo);
    expect('photo' in viewOf('')).toBe(false);
  });
});

describe('labels', () => {
  it.each(['en', 'EN', 'en-GB', 'tlh', '', 'constructor', '__proto__'])('for %j are there', (locale) => {
    expect(labelsFor(locale).present).toBe('Present');
  });

  it.each([
    ['1', '1 year'],
    ['9', '9 years'],
    ['10+', '10+'],
    ['since 2018', 'since 2018'],
  ])('of years: %s is %s', (count, label) => {
    expect(labelsFor('en').years(count)).toBe(label);
  });

  it.each([
    ['5', 'p. 5'],
    ['e1234', 'p. e1234'],
    ['41–63', 'pp. 41–63'],
    ['41-63', 'pp. 41-63'],
    ['3, 5', 'pp. 3, 5'],
    ['pp. 3–6', 'pp. 3–6'],
    ['p. 3', 'p. 3'],
  ])('of pages: %s is %s', (pages, label) => {
    expect(labelsFor('en').pages(pages)).toBe(label);
  });
});
