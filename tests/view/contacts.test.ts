import { describe, expect, it } from 'vitest';
import { telephone } from '../../src/view/header.js';
import { viewOf } from './view-of.js';

/** Each line of contacts, as it is printed and where it links: `Label: text <href>`. */
function contacts(basics: string): string[][] {
  return viewOf(`basics: {name: Ada, ${basics}}`).contacts.map((line) =>
    line.map(({ label, text }) => {
      const href = /^<a href="([^"]*)">/.exec(text.html)?.[1];
      return `${label ? `${label.plain}: ` : ''}${text.plain}${href === undefined ? '' : ` <${href}>`}`;
    }),
  );
}

describe('a telephone number', () => {
  it.each([
    ['+1 (415) 555-0100', 'tel:+14155550100'],
    ['+44 (0)20 7946 0018', 'tel:+442079460018'],
    ['+49.30.12 34', 'tel:+49301234'],
    ['030 / 123 456', 'tel:030123456'],
    ['+41 44–668', 'tel:+4144668'],
    ['415.555.0100 ext. 12', 'tel:4155550100'],
    ['415 555 0100, extension 12', 'tel:4155550100'],
    ['415 555 0100 x12', 'tel:4155550100'],
    ['415 555 0100 #12', 'tel:4155550100'],
    ['+1 415 555 0100 (mobile)', 'tel:+14155550100'],
    ['Fax +49 30 1', 'tel:+49301'],
    ['tel:+1-415-555', 'tel:+1415555'],
  ])('%s is linked by its digits', (phone, href) => {
    expect(telephone(phone)).toBe(href);
  });

  it.each(['on request', '1-800-FLOWERS', '030 12 or 030 13', '+1 415 / +1 416', 'x', ''])(
    '%j is not linked',
    (phone) => {
      expect(telephone(phone)).toBe('');
    },
  );

  it('is printed as it is written', () => {
    expect(contacts('phone: +44 (0)20 7946 0018')).toEqual([['+44 (0)20 7946 0018 <tel:+442079460018>']]);
    expect(contacts('phone: 004415550100')).toEqual([['004415550100 <tel:004415550100>']]);
    expect(contacts('phone: on request')).toEqual([['on request']]);
  });
});

describe('an e-mail address', () => {
  it.each([
    ['ada@example.org', ['ada@example.org <mailto:ada@example.org>']],
    ['mailto:ada@example.org', ['mailto:ada@example.org <mailto:ada@example.org>']],
    [' ada@example.org ', [' ada@example.org  <mailto:ada@example.org>']],
    ['on request', ['on request']],
    ['Ada <ada@example.org>', ['Ada <ada@example.org>']],
  ])('%s', (email, printed) => {
    expect(contacts(`email: "${email}"`)).toEqual([printed]);
  });

  it('may be several, with labels', () => {
    expect(contacts('email: [a@b.org, {label: Office, value: c@d.org}, {value: e@f.org}]')).toEqual([
      ['a@b.org <mailto:a@b.org>', 'Office: c@d.org <mailto:c@d.org>', 'e@f.org <mailto:e@f.org>'],
    ]);
  });
});

describe('a web address', () => {
  it.each([
    ['https://www.example.org/', 'example.org <https://www.example.org/>'],
    ['example.org/ada', 'example.org/ada <https://example.org/ada>'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('%s', (url, printed) => {
    expect(contacts(`url: "${url}"`)).toEqual([[printed]]);
  });

  it('may be several, with labels', () => {
    expect(contacts('url: [a.org, {label: Blog, value: "https://b.org/ada/"}]')).toEqual([
      ['a.org <https://a.org/>', 'Blog: b.org/ada <https://b.org/ada/>'],
    ]);
  });
});

describe('a place', () => {
  it.each([
    ['{city: Bath}', 'Bath'],
    ['{city: Bath, countryCode: GB}', 'Bath, United Kingdom'],
    ['{city: Bath, countryCode: uk}', 'Bath, United Kingdom'],
    [
      '{address: "1 Mill Lane", postalCode: 0123, city: Bath, region: Avon, countryCode: GB}',
      '1 Mill Lane, 0123 Bath, Avon, United Kingdom',
    ],
    ['{address: "1 Mill Lane\\nFloor 2", region: Avon}', '1 Mill Lane, Floor 2, Avon'],
    ['{address: " 1 Mill Lane,\\n Floor 2 "}', '1 Mill Lane, Floor 2'],
    ['{countryCode: Ruritania}', 'Ruritania'],
    ['{countryCode: XQ}', 'XQ'],
  ])('%s is %s', (location, printed) => {
    expect(contacts(`location: ${location}`)).toEqual([[printed]]);
  });
});

describe('a profile', () => {
  it.each([
    [
      'is its address where that says it all',
      '{network: GitHub, username: ada, url: "https://github.com/ada"}',
      'github.com/ada <https://github.com/ada>',
    ],
    [
      'has its network before it where the address does not say it',
      '{network: X, username: ada, url: "https://twitter.com/ada"}',
      'X: twitter.com/ada <https://twitter.com/ada>',
    ],
    [
      'has its network before it where only letters agree',
      '{network: X, url: "https://example.com/ada"}',
      'X: example.com/ada <https://example.com/ada>',
    ],
    [
      'has its username before it where the address does not say it',
      '{network: ORCID, username: Ada L., url: "https://orcid.org/0000-0001"}',
      'Ada L., orcid.org/0000-0001 <https://orcid.org/0000-0001>',
    ],
    [
      'has its username before it where only letters agree',
      '{username: ada, url: "https://canada.example/1"}',
      'ada, canada.example/1 <https://canada.example/1>',
    ],
    [
      'is known by a network of two words',
      '{network: Stack Overflow, username: Ada L, url: "https://stackoverflow.com/users/1/ada-l"}',
      'stackoverflow.com/users/1/ada-l <https://stackoverflow.com/users/1/ada-l>',
    ],
    [
      'is known by two words apart',
      '{network: Google Scholar, url: "https://scholar.google.com/x"}',
      'scholar.google.com/x <https://scholar.google.com/x>',
    ],
    [
      'is known by a username the address divides',
      '{username: adalovelace, url: "https://x.org/ada-lovelace"}',
      'x.org/ada-lovelace <https://x.org/ada-lovelace>',
    ],
    [
      'is known by a handle',
      '{username: "@ada@social.example", url: "https://social.example/@ada"}',
      'social.example/@ada <https://social.example/@ada>',
    ],
    ['without an address is network and username', '{network: LinkedIn, username: ada}', 'LinkedIn: ada'],
    ['may be a username alone', '{username: ada}', 'ada'],
    ['may be a network alone', '{network: LinkedIn}', 'LinkedIn'],
    ['may be an address alone', '{url: "https://x.org/~ada/"}', 'x.org/~ada <https://x.org/~ada/>'],
    [
      'keeps a username without letters',
      '{username: "🦀", url: "https://x.org"}',
      '🦀, x.org <https://x.org>',
    ],
  ])('%s', (_, profile, printed) => {
    const [[contact] = []] = contacts(`profiles: [${profile}]`);
    expect(contact?.replace('<https://x.org/>', '<https://x.org>')).toBe(printed);
  });

  it('that says nothing, and a place that says nothing, are left out', () => {
    expect(contacts('profiles: [{id: x}], location: {x-latitude: 51}')).toEqual([]);
  });
});

it('the first line is for reaching the person, the second for reading on', () => {
  const basics = 'url: b.org, profiles: [{username: c}], location: {city: Bath}, phone: 1, email: a@b.org';
  expect(contacts(basics)).toEqual([
    ['a@b.org <mailto:a@b.org>', '1 <tel:1>', 'Bath'],
    ['b.org <https://b.org/>', 'c'],
  ]);
});

it('the name, the headline and the title of the document', () => {
  const view = viewOf('basics: {name: "Ada & <Co> *x*", label: "**Lead** engineer"}');
  expect([view.name.plain, view.name.html, view.title]).toEqual([
    'Ada & <Co> *x*',
    'Ada &amp; &lt;Co&gt; *x*',
    'Ada & <Co> *x* – Résumé',
  ]);
  expect([view.label?.plain, view.label?.html]).toEqual(['Lead engineer', '<strong>Lead</strong> engineer']);
});
