import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../../src/check/extract/extraction.js';
import { readPeriod } from '../../src/check/recover/read-period.js';
import { recover } from '../../src/check/recover/recover.js';
import { sectionNamed } from '../../src/check/recover/section-names.js';
import { LANGUAGES } from '../../src/resume/locales.js';
import { SECTION_IDS } from '../../src/resume/schema.js';
import { labelsFor } from '../../src/view/labels.js';
import { formatDate, formatPeriod } from '../../src/view/period.js';

// The recovery, on lines as other programs write them: no styles, other orders, other languages.

/** Plain lines, as a document without headings gives them; an item of a list begins with `- `. */
const plain = (text: string): Paragraph[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const bullet = line.startsWith('- ');
      const own = line.replace(/^- /, '');
      return { text: own, lines: [own], ...(bullet && { bullet }) };
    });
const jobsIn = (text: string) => recover(plain(`Ada Example\nada@example.com\nExperience\n${text}`)).jobs;

const NORTHWIND = { title: 'Staff Engineer', employer: 'Northwind Grid', start: '2021-03', end: 'present' };
const FJORD = { title: 'Developer', employer: 'Fjord Metering', start: '2018-01', end: '2021-02' };

describe('jobs', () => {
  test.each([
    [
      'title and dates, then employer and place',
      `Staff Engineer\tMar 2021 – Present
Northwind Grid, Lisbon
- Built a bridge.
Developer\tJan 2018 – Feb 2021
Fjord Metering, Bergen`,
    ],
    [
      'employer and dates, then the title',
      `Northwind Grid, Lisbon\tMarch 2021 – Present
Staff Engineer
- Built a bridge.
Fjord Metering, Bergen\tJanuary 2018 – February 2021
Developer`,
    ],
    [
      'title, employer, dates, each on its line',
      `Staff Engineer
Northwind Grid, Lisbon
March 2021 to present
- Built a bridge.
Developer
Fjord Metering, Bergen
January 2018 to February 2021
- Mended it.`,
    ],
    [
      'all on one line',
      `Staff Engineer | Northwind Grid | Lisbon | 03/2021 – now
- Built a bridge.
Developer | Fjord Metering | Bergen | 01/2018 – 02/2021`,
    ],
    [
      'a sentence with brackets',
      `Staff Engineer at Northwind Grid (2021-03 – present)
- Built a bridge.
Developer at Fjord Metering (2018-01 – 2021-02)`,
    ],
    [
      'dates first',
      `Mar 2021 – Present\tStaff Engineer, Northwind Grid, Lisbon
- Built a bridge.
Jan 2018 – Feb 2021\tDeveloper, Fjord Metering, Bergen`,
    ],
  ])('%s', (_, text) => {
    expect(jobsIn(text)).toMatchObject([NORTHWIND, FJORD]);
  });

  test('one line may say what and where, with no more than facts or bullets below', () => {
    const lines: [number | undefined, string][] = [
      [1, 'Ada Example'],
      [2, 'Experience'],
      [3, 'Staff Engineer · Northwind Grid, Lisbon\tMar 2021 – Present'],
      [3, 'Developer · Fjord Metering, Bergen\tJan 2018 – Feb 2021'],
      [2, 'Education'],
      [3, 'BSc, Physics · University of Bergen, Bergen\t2014 – 2017'],
      [undefined, 'Honors: First class'],
    ];
    const { jobs, degrees } = recover(
      lines.map(([level, text]) => ({ text, lines: [text], ...(level !== undefined && { level }) })),
    );
    expect(jobs).toMatchObject([
      { ...NORTHWIND, place: 'Lisbon' },
      { ...FJORD, place: 'Bergen' },
    ]);
    expect(degrees).toMatchObject([
      { title: 'BSc', area: 'Physics', institution: 'University of Bergen', place: 'Bergen' },
    ]);
  });

  test('several positions under one employer are several jobs', () => {
    const lines: [number | undefined, string][] = [
      [1, 'Ada Example'],
      [2, 'Experience'],
      [3, 'Halden Freight\tApr 2015 – Jan 2022'],
      [undefined, 'Antwerp'],
      [4, 'Manager\tSep 2019 – Jan 2022'],
      [4, 'Engineer\tApr 2015 – Aug 2019'],
      [3, 'Consultant\tJan 2010 – Mar 2015'],
      [undefined, 'Northwind, Lisbon'],
      [4, 'A long project\tFeb 2012 – Mar 2013'],
    ];
    const { jobs } = recover(
      lines.map(([level, text]) => ({ text, lines: [text], ...(level !== undefined && { level }) })),
    );
    expect(jobs).toMatchObject([
      { title: 'Manager', employer: 'Halden Freight', start: '2019-09', end: '2022-01' },
      { title: 'Engineer', employer: 'Halden Freight', start: '2015-04', end: '2019-08' },
      { title: 'Consultant', employer: 'Northwind', start: '2010-01', end: '2015-03' },
    ]);
  });

  test('a number at the end of a sentence is no date of a job', () => {
    expect(
      jobsIn(
        'Staff Engineer\tMar 2021 – Present\nNorthwind Grid\n- Won the prize of 2023\n- Left nothing open',
      ),
    ).toHaveLength(1);
  });

  test('the name of an employer may have a legal form behind its comma', () => {
    expect(jobsIn('Staff Engineer\t2021 – 2023\nNorthwind, Inc., Boston, MA')).toMatchObject([
      { employer: 'Northwind, Inc.', place: 'Boston, MA' },
    ]);
  });
});

describe('in every language', () => {
  test.each(LANGUAGES)('%s: headings, months, seasons, quarters and the present', (language) => {
    const labels = labelsFor(language);
    for (const id of SECTION_IDS)
      expect(sectionNamed(labels.sections[id].toLocaleUpperCase(language))).toBeDefined();
    const dates = [
      ...Array.from({ length: 12 }, (_, i) => `2019-${String(i + 1).padStart(2, '0')}`),
      ...['2018', '2017-Q4', '2019-spring', '2020-winter', '~1990'],
    ];
    for (const date of dates) {
      const text = `Ada\t${formatPeriod(date, undefined, labels)}`;
      expect({ printed: text, ...readPeriod(text) }).toMatchObject({
        printed: text,
        start: date,
        end: 'present',
        rest: 'Ada',
      });
    }
    const day = `Ada\t${formatDate('2019-05-12', labels)}`;
    expect({ day, ...readPeriod(day) }).toMatchObject({ day, start: '2019-05' });
  });

  test('a German résumé as others write it', () => {
    const { sections, jobs, degrees, skills, languages } = recover(
      plain(`Jörg Beispiel
joerg@example.org
Beruflicher Werdegang
05/2018 – heute\tEntwickler
Nordlicht GmbH, Bremen
- Eine Brücke gebaut.
Studium
10/2012 – 09/2017\tUniversität Nordheim
M. Sc., Informatik
EDV-Kenntnisse
Sprachen: Go, SQL; Werkzeuge
Sprachkenntnisse
Deutsch (Muttersprache), Englisch – C1`),
    );
    expect(sections.map(({ id }) => id)).toEqual(['work', 'education', 'skills', 'languages']);
    expect(jobs).toMatchObject([
      { title: 'Entwickler', employer: 'Nordlicht GmbH', start: '2018-05', end: 'present' },
    ]);
    expect(degrees).toMatchObject([
      { title: 'M. Sc.', area: 'Informatik', institution: 'Universität Nordheim' },
    ]);
    expect(skills).toEqual([{ name: 'Sprachen', keywords: ['Go', 'SQL', 'Werkzeuge'] }]);
    expect(languages).toEqual([
      { name: 'Deutsch', level: 'Muttersprache' },
      { name: 'Englisch', level: 'C1' },
    ]);
  });

  test('dates as East Asia writes them', () => {
    expect(readPeriod('開発者\t2018年1月 – 2021年2月')).toMatchObject({
      start: '2018-01',
      end: '2021-02',
    });
  });
});

describe('contacts', () => {
  const contactsIn = (...lines: string[]) =>
    recover(plain(['Ada Example', ...lines, 'Summary', 'Words.'].join('\n')));

  test.each([
    '+1 (555) 010-0199',
    '(555) 010-0199',
    '555.010.0199',
    '+44 117 555 0163',
    '+47 555 01 882',
    '+49 (0)30 5550-0123',
    '+30 2310 555 019',
    '+90 222 555 01 46',
    '0555 / 12 34 56',
    '+420 555 012 348',
    '+81-3-5550-0123',
    '+1 555 010 0199 ext. 12',
  ])('the phone number %s', (phone) => {
    expect(contactsIn(`ada@example.com · ${phone} · Lisbon`)).toMatchObject({
      phones: [phone],
      place: 'Lisbon',
    });
    expect(contactsIn(`Phone: ${phone}`).phones).toEqual([phone]);
  });

  test('a stretch of years is no phone number', () => {
    expect(contactsIn('ada@example.com', 'Class of 2018 – 2021').phones).toEqual([]);
  });

  test('labels, addresses and places are told apart', () => {
    const found = contactsIn(
      'Engineer of bridges',
      'Office: ada@work.example.org | Home: ada.example@example.net | 4000-123 Porto, Portugal',
      'https://ada.example.com/cv · GitHub: github.com/ada-example · @ada@social.example.org, social.example.org/@ada',
    );
    expect(found).toMatchObject({
      name: 'Ada Example',
      label: 'Engineer of bridges',
      emails: ['ada@work.example.org', 'ada.example@example.net'],
      place: '4000-123 Porto, Portugal',
    });
    expect(found.links).toEqual(
      expect.arrayContaining([
        'https://ada.example.com/cv',
        'github.com/ada-example',
        'social.example.org/@ada',
      ]),
    );
  });

  test('contacts under a heading of their own, or at the end, are found', () => {
    expect(recover(plain('Ada Example\nSummary\nWords.\nContact\nada@example.com')).emails).toEqual([
      'ada@example.com',
    ]);
    const last = recover(
      plain(
        'Ada Example\nExperience\nEngineer\t2019\nReach me: ada@example.com\nReferences\nbob@example.com',
      ),
    );
    expect(last.emails).toEqual(['ada@example.com']);
  });
});

test('skills in a section of another name are found when they look like skills', () => {
  const { skills } = recover(
    [
      [1, 'Ada Example'],
      [2, 'Experience'],
      [2, 'What I work with'],
      [undefined, 'Languages: Go, SQL, Rust'],
      [undefined, 'Tools (daily): Git (expert, 9 years), make, Docker'],
    ].map(([level, text]) => ({
      text: String(text),
      lines: [],
      ...(typeof level === 'number' && { level }),
    })),
  );
  expect(skills).toEqual([
    { name: 'Languages', keywords: ['Go', 'SQL', 'Rust'] },
    { name: 'Tools', keywords: ['Git', 'make', 'Docker'] },
  ]);
});
