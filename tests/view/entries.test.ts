import { describe, expect, it } from 'vitest';
import { textsOf } from '../../src/view/texts-of.js';
import { entriesOf, told, viewOf } from './view-of.js';

const all = (text: string) => entriesOf(text).map(told);
const one = (text: string) => {
  const [entry, ...others] = all(text);
  expect(others).toEqual([]);
  return entry;
};

describe('a job', () => {
  it('is known by the position, then where it was', () => {
    expect(
      one(
        'work: [{name: N, position: P, location: L, url: n.org, startDate: 2018-05-12, endDate: 2020, description: D, summary: "S\\n\\n- T", highlights: [h, {text: i, highlights: [j]}], keywords: [k, {name: m, level: expert, years: 1}]}]',
      ),
    ).toEqual({
      heading: 'h3',
      title: 'P',
      subtitle: 'N, L',
      period: 'May 2018 – 2020',
      about: ['D'],
      prose: ['S', ['T']],
      list: ['h', 'i', ['j']],
      keywords: 'k, m (expert, 1 year)',
    });
  });

  it('links the employer', () => {
    const [entry] = entriesOf('work: [{name: N & Co, position: P, url: n.org}]');
    expect(entry?.subtitle[0]?.html).toBe('<a href="https://n.org/">N &amp; Co</a>');
  });

  it('links no name that holds a link of its own', () => {
    const [entry] = entriesOf('work: [{name: "[N](https://a.org) Co", url: n.org}]');
    expect(entry?.title[0]?.html).toBe('<a href="https://a.org/">N</a> Co');
  });

  it('with several roles is known by the employer, each role by its position', () => {
    const text = `
work:
  - name: N
    location: L
    roles:
      - {position: Q, location: M, url: q.org, startDate: 2019, summary: S, highlights: [h], keywords: [k], projects: [{name: RP, description: D}]}
      - {position: P, startDate: 2018, endDate: 2019}
    projects: [{name: WP, position: lead, location: X, url: "https://wp.org/", startDate: 2018, endDate: 2018, summary: S}]
`;
    expect(one(text)).toEqual({
      heading: 'h3',
      title: 'N',
      subtitle: 'L',
      parts: [
        {
          heading: 'h4',
          title: 'Q',
          subtitle: 'M',
          period: '2019 – Present',
          prose: ['S'],
          list: ['h'],
          keywords: 'k',
          parts: [{ title: 'RP', about: ['D'] }],
        },
        { heading: 'h4', title: 'P', period: '2018 – 2019' },
        { heading: 'h4', title: 'WP', subtitle: 'lead, X', address: 'wp.org', period: '2018', prose: ['S'] },
      ],
    });
    expect(entriesOf(text)[0]?.parts[0]?.title[0]?.html).toBe('<a href="https://q.org/">Q</a>');
  });

  it('at the same employer as the one before stays a job of its own', () => {
    expect(all('work: [{name: N, position: P}, {name: N, position: Q}]').map((entry) => entry.title)).toEqual(
      ['P', 'Q'],
    );
  });
});

describe('an entry without a title', () => {
  it.each([
    [
      'is known by the next thing it says',
      'work: [{name: N, location: L}]',
      { heading: 'h3', title: 'N', subtitle: 'L' },
    ],
    ['however little that is', 'work: [{location: L}]', { heading: 'h3', title: 'L' }],
    ['or by its address', 'volunteer: [{url: "https://n.org/"}]', { heading: 'h3', title: 'n.org' }],
    ['and is no heading where it says nothing of the kind', 'work: [{highlights: [h]}]', { list: ['h'] }],
    ['though it may have a date', 'work: [{startDate: 2018, endDate: 2019}]', { period: '2018 – 2019' }],
  ])('%s', (_, text, entry) => {
    expect(one(text)).toEqual(entry);
  });

  it('leaves its parts no heading deeper than its own would be', () => {
    expect(one('work: [{roles: [{position: P, projects: [{name: RP}]}]}]')).toEqual({
      parts: [{ heading: 'h3', title: 'P', parts: [{ heading: 'h4', title: 'RP' }] }],
    });
    expect(one('projects: [{description: D, projects: [{name: Q}]}]')).toEqual({
      prose: ['D'],
      parts: [{ heading: 'h3', title: 'Q' }],
    });
  });

  it('whose url has no name to stand behind shows the address', () => {
    expect(one('work: [{position: P, url: "https://www.n.org/x/"}]')).toEqual({
      heading: 'h3',
      title: 'P',
      subtitle: 'n.org/x',
    });
    expect(entriesOf('work: [{position: P, url: n.org}]')[0]?.subtitle).toEqual([
      { path: 'work[0].url', plain: 'n.org', html: '<a href="https://n.org/">n.org</a>' },
    ]);
  });

  it('and without anything else is left out, as are such parts', () => {
    expect(all('work: [{id: x}, {name: N, roles: [{position: P}], projects: [{tags: [x]}]}]')).toEqual([
      { heading: 'h3', title: 'N', parts: [{ heading: 'h4', title: 'P' }] },
    ]);
  });
});

it('volunteering', () => {
  expect(
    one(
      'volunteer: [{organization: O, position: P, location: L, url: o.org, startDate: 2018, summary: S, highlights: [h]}]',
    ),
  ).toEqual({
    heading: 'h3',
    title: 'P',
    subtitle: 'O, L',
    period: '2018 – Present',
    prose: ['S'],
    list: ['h'],
  });
});

it('a project, and the smaller ones it gathers', () => {
  expect(
    one(
      'projects: [{name: N, description: D, roles: [R, S], entity: E, type: T, location: L, url: "https://www.n.org/", startDate: 2018, endDate: 2018, highlights: [h], keywords: [k], projects: [{name: I, url: i.org, description: J}]}]',
    ),
  ).toEqual({
    heading: 'h3',
    title: 'N',
    subtitle: 'R, S, E, T, L',
    address: 'n.org',
    period: '2018',
    prose: ['D'],
    list: ['h'],
    keywords: 'k',
    parts: [{ heading: 'h4', title: 'I', address: 'i.org', prose: ['J'] }],
  });
});

describe('a study', () => {
  it('is known by degree and subject, its facts below', () => {
    expect(
      one(
        'education: [{institution: I, studyType: MSc, area: A, location: L, url: i.org, startDate: 2001, endDate: 2002, minor: M, score: 1.0, honors: H, thesis: T, courses: [C, {name: D, score: 1.3}], summary: S, highlights: [h]}]',
      ),
    ).toEqual({
      heading: 'h3',
      title: 'MSc, A',
      subtitle: 'I, L',
      period: '2001 – 2002',
      prose: ['S'],
      list: ['h'],
      facts: ['Minor: M · Grade: 1.0 · Honors: H', 'Thesis: T', 'Courses: C, D (1.3)'],
    });
  });

  it.each([
    ['several honors', '{area: A, honors: [H, J]}', ['Honors: H, J']],
    ['courses alone', '{area: A, courses: [C]}', ['Courses: C']],
    ['a thesis alone', '{area: A, thesis: "*T*"}', ['Thesis: T']],
  ])('has %s', (_, study, facts) => {
    expect(one(`education: [${study}]`)).toEqual({ heading: 'h3', title: 'A', facts });
  });

  it('needs no degree', () => {
    expect(one('education: [{institution: I}]')).toEqual({ heading: 'h3', title: 'I' });
  });
});

it('an entry of the author’s own section, by date or by period', () => {
  const entries =
    '[{name: N, organization: O, location: L, date: 2018-05-12, url: n.org, summary: S}, {name: M, startDate: 2018, endDate: 2019}]';
  expect(all(`sections: [{title: T, kind: entries, entries: ${entries}}]`)).toEqual([
    { heading: 'h3', title: 'N', subtitle: 'O, L', period: 'May 12, 2018', prose: ['S'] },
    { heading: 'h3', title: 'M', period: '2018 – 2019' },
  ]);
});

it('every text knows the path it comes from', () => {
  const [section] = viewOf(
    'work: [{x-a: 1, tags: [a]}, {name: N, roles: [{position: P, highlights: [h, {text: i, highlights: [j]}], keywords: [{name: k, level: m}]}]}]',
  ).sections;
  const [entry] = section?.kind === 'entries' ? section.entries : [];
  const role = entry?.parts[0];
  expect(section?.title.path).toBe('work');
  expect(entry?.title[0]?.path).toBe('work[1].name');
  expect(role?.title[0]?.path).toBe('work[1].roles[0].position');
  expect(role?.list?.items[0]?.text.path).toBe('work[1].roles[0].highlights[0]');
  expect(role?.list?.items[1]?.text.path).toBe('work[1].roles[0].highlights[1].text');
  expect(role?.list?.items[1]?.lists[0]?.items[0]?.text.path).toBe(
    'work[1].roles[0].highlights[1].highlights[0]',
  );
  expect(role?.keywords[0]?.path).toBe('work[1].roles[0].keywords[0].name');
});

it.each([
  ['education: [{area: A, honors: H}]', 'H', 'education[0].honors'],
  ['education: [{area: A, honors: [G, H]}]', 'H', 'education[0].honors[1]'],
  ['education: [{area: A, courses: [{name: C, score: 1}]}]', '1', 'education[0].courses[0].score'],
  ['education: [{area: A, minor: M}]', 'Minor', 'education[0].minor'],
  ['work: [{name: N, startDate: 2018, endDate: 2019}]', '2018 – 2019', 'work[0].startDate'],
  ['work: [{name: N, endDate: 2019}]', '2019', 'work[0].endDate'],
  [
    'memberships: [{organization: O, startDate: 2018, endDate: 2019}]',
    '2018 – 2019',
    'memberships[0].startDate',
  ],
  ['memberships: [{organization: O, endDate: 2019}]', '2019', 'memberships[0].endDate'],
  ['certificates: [{name: N, date: 2018, expires: 2019}]', 'expires 2019', 'certificates[0].expires'],
  ['publications: [{name: N, issue: 4}]', '4', 'publications[0].issue'],
  ['publications: [{name: N, volume: 1, issue: 4}]', '1(4)', 'publications[0].volume'],
  ['projects: [{name: N, roles: [Q, R]}]', 'R', 'projects[0].roles[1]'],
  ['skills: [{name: S, years: 3}]', '3 years', 'skills[0].years'],
])('of %j, “%s” comes from %s', (text, plain, path) => {
  expect(textsOf(viewOf(text)).find((one) => one.plain === plain)?.path).toBe(path);
});

describe('a project', () => {
  it('shows its summary after its description', () => {
    const view = viewOf('projects: [{name: Tool, description: What it is., summary: What came of it.}]');
    const [section] = view.sections;
    const [entry] = section?.kind === 'entries' ? section.entries : [];
    expect(entry?.prose.map((part) => ('paragraph' in part ? part.paragraph.plain : ''))).toEqual([
      'What it is.',
      'What came of it.',
    ]);
  });
});

describe('an address that the name cannot link to', () => {
  it.each([
    ['work: [{name: N, position: P, url: see below}]', { title: 'P', subtitle: 'N, see below' }],
    ['work: [{name: N, roles: [{position: P, url: on request}]}]', { title: 'N' }],
    [
      'work: [{name: "[N](https://n.example)", position: P, url: "https://p.example/a"}]',
      { subtitle: 'N, p.example/a' },
    ],
    ['awards: [{title: T, url: "javascript:alert(1)"}]', { title: 'T' }],
    ['awards: [{title: T, url: "ftp://a.example"}]', { title: 'T, ftp://a.example' }],
    ['talks: [{url: see below}]', { title: 'see below' }],
  ])('stands behind it: %s', (text, seen) => {
    expect(one(text)).toMatchObject(seen);
  });

  it('stands behind a role too', () => {
    expect(one('work: [{name: N, roles: [{position: P, url: on request}]}]')?.parts).toMatchObject([
      { title: 'P, on request' },
    ]);
  });
});
