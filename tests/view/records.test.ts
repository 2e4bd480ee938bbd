import { describe, expect, it } from 'vitest';
import { entriesOf, sectionOf, told } from './view-of.js';

const one = (text: string) => {
  const [entry, ...others] = entriesOf(text).map(told);
  expect(others).toEqual([]);
  return entry;
};

it.each([
  [
    'an award',
    'awards: [{title: T, date: 2018-05-12, awarder: W, url: t.org, summary: S}]',
    { title: 'T', subtitle: 'W', period: 'May 12, 2018', prose: ['S'] },
  ],
  [
    'a certificate',
    'certificates: [{name: N, date: 2018-05, expires: 2020-05-01, issuer: I, credentialId: 00123, url: n.org}]',
    { title: 'N', subtitle: 'I', period: 'May 2018', details: 'Credential 00123, expires May 1, 2020' },
  ],
  [
    'a talk',
    'talks: [{name: N, event: E, location: L, date: 2018, url: n.org, summary: S}]',
    { title: 'N', subtitle: 'E, L', period: '2018', prose: ['S'] },
  ],
  [
    'a patent',
    'patents: [{name: N, office: O, number: US 1, status: granted, date: 2018, summary: S}]',
    { title: 'N', subtitle: 'O, US 1, granted', period: '2018', prose: ['S'] },
  ],
  [
    'a membership',
    'memberships: [{organization: O, position: P, location: L, startDate: 2018, summary: S}]',
    { title: 'O', subtitle: 'P, L', period: '2018 – Present', prose: ['S'] },
  ],
  [
    'a reference',
    'references: [{name: N, role: R, organization: O, email: [{label: Office, value: a@b.org}], phone: 030 1, reference: "Q\\n\\nR"}]',
    { title: 'N', subtitle: 'R, O', details: 'Office: a@b.org, 030 1', prose: ['Q', 'R'] },
  ],
  ['a reference that is only words', 'references: [{reference: Q}]', { prose: ['Q'] }],
  ['an award without a title', 'awards: [{awarder: W}]', { title: 'W' }],
  ['a talk that is only an address', 'talks: [{url: "https://t.org/1"}]', { title: 't.org/1' }],
])('%s', (_, text, record) => {
  expect(one(text)).toEqual(record);
});

it('records are no headings and link their titles', () => {
  const section = sectionOf('awards: [{title: T, url: t.org}]');
  expect(section.kind).toBe('records');
  const [entry] = section.kind === 'records' ? section.entries : [];
  expect(entry?.heading).toBeUndefined();
  expect(entry?.title[0]?.html).toBe('<a href="https://t.org/">T</a>');
});

it('the contacts of a reference are linked', () => {
  const [entry] = entriesOf('references: [{name: N, email: [{label: A & B, value: a@b.org}], phone: +44 1}]');
  expect(entry?.details.map(({ html, path }) => [path, html])).toEqual([
    ['references[0].email[0].value', 'A &amp; B: <a href="mailto:a@b.org">a@b.org</a>'],
    ['references[0].phone', '<a href="tel:+441">+44 1</a>'],
  ]);
});

describe('a publication', () => {
  it.each([
    ['venue: Water Letters', '<em>Water Letters</em>'],
    ['venue: "In A. Sample (ed.), *Peat*"', 'In A. Sample (ed.), <em>Peat</em>'],
    ['venue: Δελτίο Υδάτων', '<em>Δελτίο Υδάτων</em>'],
    ['venue: 水文学会誌', '水文学会誌'],
    ['venue: مجلة المياه', 'مجلة المياه'],
  ])('is cited with the name of its journal in italics, where the script has them: %s', (venue, html) => {
    const [entry] = entriesOf(`publications: [{name: N, ${venue}}]`);
    expect(entry?.details.map((text) => text.html)).toEqual([html]);
  });

  it('is cited part by part', () => {
    expect(
      one(
        'publications: [{name: N, authors: [A, {name: B, me: true}], venue: V, publisher: P, volume: 31, issue: 4, pages: 512–529, type: article, status: in press, doi: 10.5555/x, arxiv: "2613.00417", isbn: 978-9, releaseDate: 2024-08, url: n.org, summary: S}]',
      ),
    ).toEqual({
      title: 'N',
      authors: 'A, B',
      period: 'Aug 2024',
      details: 'V, P, 31(4), pp. 512–529, article, in press, doi:10.5555/x, arXiv:2613.00417, ISBN 978-9',
      prose: ['S'],
    });
  });

  it.each([
    ['volume: 31', '31'],
    ['issue: 4', '4'],
    ['pages: 7', 'p. 7'],
    ['venue: "*Handbook* of x"', 'Handbook of x'],
    ['doi: "https://doi.org/10.5555/x"', 'doi:10.5555/x'],
    ['doi: "http://dx.doi.org/10.5555/x"', 'doi:10.5555/x'],
    ['doi: "DOI: 10.5555/x"', 'doi:10.5555/x'],
    ['arxiv: "arXiv:2613.00417v2"', 'arXiv:2613.00417v2'],
    ['arxiv: "https://arxiv.org/abs/2613.00417"', 'arXiv:2613.00417'],
    ['isbn: "ISBN: 978-9"', 'ISBN 978-9'],
  ])('with %s says %s', (part, details) => {
    expect(one(`publications: [{name: N, ${part}}]`)).toEqual({ title: 'N', details });
  });

  it('prints its author strong', () => {
    const [entry] = entriesOf(
      'publications: [{name: N, authors: [A, {name: "B & *C*", me: true}, {name: D, me: false}]}]',
    );
    expect(entry?.authors.map(({ html }) => html)).toEqual(['A', '<strong>B &amp; <em>C</em></strong>', 'D']);
    expect(entry?.authors.map(({ plain, path }) => [path, plain])).toEqual([
      ['publications[0].authors[0]', 'A'],
      ['publications[0].authors[1].name', 'B & C'],
      ['publications[0].authors[2].name', 'D'],
    ]);
  });

  it('links its identifiers', () => {
    const [entry] = entriesOf('publications: [{name: N, doi: "doi:10.5555/a b", arxiv: "arXiv:1"}]');
    expect(entry?.details.map(({ html }) => html)).toEqual([
      '<a href="https://doi.org/10.5555/a%20b">doi:10.5555/a b</a>',
      '<a href="https://arxiv.org/abs/1">arXiv:1</a>',
    ]);
  });
});
