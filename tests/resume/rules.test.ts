import { describe, expect, it } from 'vitest';
import { readResume } from '../../src/resume/read.js';
import { customId } from '../../src/resume/rules.js';

/** What is said about a résumé from its second line on. */
function findings(text: string): string[] {
  const { diagnostics } = readResume(`basics: {name: Ada}\n${text}`, 'resume.yaml');
  return diagnostics.map(({ severity, rule, place, path, message, suggestion }) => {
    return `${place?.line}:${place?.column}+${place?.length} ${severity} ${rule} <${path}> ${message} → ${suggestion}`;
  });
}
const isRead = (text: string) =>
  readResume(`basics: {name: Ada}\n${text}`, 'resume.yaml').resume !== undefined;

describe('sections that meta names', () => {
  it.each([
    [
      'order',
      'meta: {order: [work, skils]}',
      '2:22+5 error unknown-section <meta.order[1]> there is no section `skils` → did you mean `skills`?',
    ],
    [
      'hidden',
      'meta: {hidden: [wrk]}',
      '2:17+3 error unknown-section <meta.hidden[0]> there is no section `wrk` → did you mean `work`?',
    ],
    [
      'hidden, by the name another tool has for it',
      'meta: {hidden: [experience]}',
      '2:17+10 error unknown-section <meta.hidden[0]> there is no section `experience` → here it is `work`',
    ],
    [
      'titles',
      'meta:\n  titles:\n    educaton: Studies',
      '4:5+8 error unknown-section <meta.titles.educaton> there is no section `educaton` → did you mean `education`?',
    ],
    [
      'order, with nothing near it',
      'sections: [{title: My Grants, kind: text, text: x}]\nmeta: {order: [hobbyhorses]}',
      '3:16+11 error unknown-section <meta.order[0]> there is no section `hobbyhorses` → sections here: summary, work, projects, education, skills, languages, certificates, awards, publications, talks, patents, volunteer, memberships, interests, references, my-grants',
    ],
  ])('must be there: %s', (_, text, finding) => {
    expect(findings(text)).toEqual([finding]);
    expect(isRead(text)).toBe(false);
  });

  it('may be any of ours, with content or without, and those of the author', () => {
    expect(
      findings(
        'sections:\n  - {id: grants, title: T, kind: text, text: x}\n  - {title: "Side Projects & Co.", kind: text, text: x}\nmeta:\n  order: [summary, side-projects-co, grants, talks]\n  hidden: [references]\n  titles: {grants: G, work: W}',
      ),
    ).toEqual([]);
  });
});

describe('sections of the author', () => {
  it('go by their id, else by their title', () => {
    expect(customId({ id: 'mine', title: 'T' }, 0)).toBe('mine');
    expect(customId({ title: 'Grants & Awards, 2018' }, 0)).toBe('grants-awards-2018');
    expect(customId({ title: ' Ämter ' }, 0)).toBe('ämter');
    expect(customId({ title: '—' }, 2)).toBe('section-3');
  });

  it('cannot share one', () => {
    const sections = [
      '{title: Grants, kind: text, text: x}',
      '{title: "grants!", kind: text, text: x}',
      '{title: Work, kind: text, text: x}',
      '{title: T, id: skills, kind: text, text: x}',
      '{title: Other, kind: text, text: x}',
    ];
    const text = `sections:\n${sections.map((section) => `  - ${section}\n`).join('')}`;
    expect(findings(text)).toEqual([
      '4:13+9 error duplicate-id <sections[1]> there is already a section `grants` → give this one an `id` of its own',
      '5:13+4 error duplicate-id <sections[2]> there is already a section `work` → give this one an `id` of its own',
      '6:20+6 error duplicate-id <sections[3]> there is already a section `skills` → give this one an `id` of its own',
    ]);
    expect(isRead(text)).toBe(false);
  });
});

describe('dates that are none', () => {
  const HINT = 'write 2018, 2018-05, 2018-05-12, 2017-Q4, 2019-spring, ~1990 or present';
  const odd = (place: string, path: string, date: string) =>
    `${place} warning odd-date <${path}> \`${date}\` is not a date we know, so it is printed as written → ${HINT}`;

  const none = (place: string, path: string, date: string) =>
    `${place} warning odd-date <${path}> no calendar has the date \`${date}\`, so it is printed as written → write the year, the month (01 to 12), then the day`;
  const read = (place: string, path: string, date: string, meant: string, ours: string) =>
    `${place} warning odd-date <${path}> \`${date}\` is read as ${meant} → write ${ours}`;

  it('are printed or read with a warning, wherever they stand, in the order of the file', () => {
    const text = [
      'publications: [{releaseDate: soon}]',
      'certificates: [{date: 2018-13, expires: never}]',
      'work:',
      '  - startDate: May 2018',
      '    endDate: now',
      '    roles: [{position: P, startDate: 2018-02-30, projects: [{endDate: later}]}]',
      'sections: [{title: T, kind: entries, entries: [{date: once}]}]',
    ].join('\n');
    expect(findings(text)).toEqual([
      odd('2:30+4', 'publications[0].releaseDate', 'soon'),
      none('3:23+7', 'certificates[0].date', '2018-13'),
      odd('3:41+5', 'certificates[0].expires', 'never'),
      read('5:16+8', 'work[0].startDate', 'May 2018', 'the month 2018-05', '2018-05'),
      read('6:14+3', 'work[0].endDate', 'now', 'present', 'present'),
      none('7:38+10', 'work[0].roles[0].startDate', '2018-02-30'),
      odd('7:71+5', 'work[0].roles[0].projects[0].endDate', 'later'),
      odd('8:55+4', 'sections[0].entries[0].date', 'once'),
    ]);
    expect(isRead(text)).toBe(true);
  });

  it('ours are read with the year, month or day they name', () => {
    const text = 'awards: [{date: 2014-}, {date: 5/2015}, {date: "May 15, 2015"}, {date: 05/06/2015}]';
    expect(findings(text)).toEqual([
      read('2:17+5', 'awards[0].date', '2014-', 'the year 2014', '2014'),
      read('2:32+6', 'awards[1].date', '5/2015', 'the month 2015-05', '2015-05'),
      read('2:48+14', 'awards[2].date', 'May 15, 2015', 'the day 2015-05-15', '2015-05-15'),
      odd('2:72+10', 'awards[3].date', '05/06/2015'),
    ]);
  });

  it('are not dates of ours', () => {
    const dates = ['2018', '2018-05', '2018-05-12', '2017-Q4', '2019-spring', '~1990', 'present', 'Present'];
    expect(findings(`work: [${dates.map((date) => `{startDate: ${date}}`).join(', ')}]`)).toEqual([]);
  });

  it('are not looked for in texts', () => {
    expect(
      findings(
        'work: [{name: soon, summary: May 2018}]\nsections: [{title: Date, kind: text, text: x}]\nmeta: {titles: {date: Dates}}',
      ),
    ).toEqual([]);
  });
});

describe('what meta says wrongly', () => {
  it.each([
    [
      'lastModified',
      'yesterday',
      '2:22+9 warning odd-date <meta.lastModified> `yesterday` is not a date, so the file’s own is taken → write 2024-05-12',
    ],
    [
      'lastModified',
      '2024-13-01',
      '2:22+10 warning odd-date <meta.lastModified> `2024-13-01` is not a date, so the file’s own is taken → write 2024-05-12',
    ],
    [
      'locale',
      'x y',
      '2:16+3 warning unknown-locale <meta.locale> `x y` is not a language tag, so English is assumed → write en, de, pt-BR …',
    ],
    [
      'locale',
      'en_GB',
      '2:16+5 warning unknown-locale <meta.locale> `en_GB` is not a language tag, so English is assumed → write en, de, pt-BR …',
    ],
  ])('about %s is a warning: %s', (key, value, finding) => {
    expect(findings(`meta: {${key}: ${value}}`)).toEqual([finding]);
    expect(isRead(`meta: {${key}: ${value}}`)).toBe(true);
  });

  it('and rightly is none', () => {
    expect(findings('meta: {lastModified: 2024-05-12, locale: pt-BR}')).toEqual([]);
    expect(findings('meta: {lastModified: "2024-05-12T09:30:00Z", locale: de-CH}')).toEqual([]);
    // What the files take as their date, they are not told of; what they do not take, they are.
    expect(findings('meta: {lastModified: 2016-05}')).toEqual([]);
    expect(findings('meta: {lastModified: "2024-05-12 10:00 PM"}')).toHaveLength(1);
  });
});

describe('web addresses that are none', () => {
  it('are told, for nothing can link to them', () => {
    expect(findings('work: [{name: A, url: see below}]')).toEqual([
      '2:23+9 warning odd-url <work[0].url> `see below` is no web address, so nothing links to it → write https://example.com/page, or put the words into a text',
    ]);
    expect(findings('work: [{name: A, url: "javascript:alert(1)"}]')).toHaveLength(1);
  });

  it('are taken as https where they do not say how they are reached', () => {
    const lines = [
      'work: [{name: A, url: example.com/a}]',
      'talks: [{name: B, slides: example.com/b}]',
      'references: [{name: C, email: c.example.com}]',
    ];
    expect(findings(lines.join('\n'))).toEqual([
      '2:23+13 warning no-scheme <work[0].url> `example.com/a` does not say how it is reached, so https is taken → write https://example.com/a',
      '3:27+13 warning no-scheme <talks[0].slides> `example.com/b` does not say how it is reached, so https is taken → write https://example.com/b',
    ]);
    expect(isRead(lines.join('\n'))).toBe(true);
  });

  it('are looked for in every form that basics.url may have', () => {
    const source = 'basics:\n  name: A\n  url: [a.example, {label: L, value: see below}]';
    expect(readResume(source, 'resume.yaml').diagnostics.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
      'no-scheme basics.url[0]',
      'odd-url basics.url[1].value',
    ]);
  });

  it('are not told of what is right and of what is no address at all', () => {
    expect(findings('work: [{name: B, url: "https://example.com"}, {url: "mailto:a@b.example"}]')).toEqual(
      [],
    );
    expect(findings('references: [{name: A, reference: see below}]')).toEqual([]);
  });
});

describe('rules and schema', () => {
  it('are told together, in file order', () => {
    expect(
      findings('work: [{name: A, startDate: long ago, positon: B}]\nmeta: {order: [wrk], colour: red}'),
    ).toEqual([
      '2:29+8 warning odd-date <work[0].startDate> `long ago` is not a date we know, so it is printed as written → write 2018, 2018-05, 2018-05-12, 2017-Q4, 2019-spring, ~1990 or present',
      '2:39+7 error unknown-key <work[0].positon> unknown key `positon` in work[0] → did you mean `position`?',
      '3:16+3 error unknown-section <meta.order[0]> there is no section `wrk` → did you mean `work`?',
      '3:22+6 error unknown-key <meta.colour> unknown key `colour` in meta → it is `accent`, in `style`',
    ]);
  });
});

describe('two dates that contradict each other', () => {
  it.each([
    [
      'work: [{startDate: 2020, endDate: 2018}]',
      '2:35+4 error end-before-start <work[0].endDate> `endDate` 2018 lies before `startDate` 2020',
    ],
    [
      'work: [{startDate: 2020-05, endDate: 2020-04}]',
      '2:38+7 error end-before-start <work[0].endDate> `endDate` 2020-04 lies before `startDate` 2020-05',
    ],
    [
      'education: [{startDate: 2020-Q3, endDate: 2020-Q2}]',
      '2:43+7 error end-before-start <education[0].endDate> `endDate` 2020-Q2 lies before `startDate` 2020-Q3',
    ],
    [
      'certificates: [{name: C, date: 2020-05-12, expires: 2020-05-11}]',
      '2:53+10 error end-before-start <certificates[0].expires> `expires` 2020-05-11 lies before `date` 2020-05-12',
    ],
    [
      'work: [{name: W, roles: [{position: P, startDate: 2020, endDate: May 2019}]}]',
      '2:66+8 error end-before-start <work[0].roles[0].endDate> `endDate` May 2019 lies before `startDate` 2020',
    ],
  ])('is an error: %s', (text, finding) => {
    expect(findings(text)).toContain(`${finding} → swap the two, or mend the one that is wrong`);
    expect(isRead(text)).toBe(false);
  });

  it.each([
    'startDate: 2020, endDate: 2020',
    'startDate: 2020-05, endDate: 2020',
    'startDate: 2020, endDate: 2020-01',
    'startDate: 2020-05-12, endDate: 2020-05',
    'startDate: 2020-winter, endDate: 2020-02',
    'startDate: ~2020, endDate: 2019',
    'startDate: 2020, endDate: present',
    'startDate: 2021, endDate: 2021-Q1',
  ])('is not what may be true: %s', (dates) => {
    expect(findings(`work: [{name: W, ${dates}}]`)).toEqual([]);
  });
});

describe('a beginning that is still to come', () => {
  const told = (text: string, today?: Date) =>
    readResume(`basics: {name: Ada}\n${text}`, 'resume.yaml', today).diagnostics.map(
      ({ severity, rule, path, message }) => `${severity} ${rule} <${path}> ${message}`,
    );
  const day = new Date('2026-05-12T12:00:00Z');

  it('is a warning, seen from the day that is given', () => {
    expect(told('work: [{startDate: 2027}]', day)).toEqual([
      'warning future-start <work[0].startDate> `startDate` 2027 is still to come',
    ]);
    expect(told('work: [{startDate: 2026-06}]', day)).toHaveLength(1);
    expect(told('work: [{startDate: 2026-05-14}]', day)).toHaveLength(1);
  });

  it('is nothing without a day, and nothing where it may have begun', () => {
    expect(told('work: [{startDate: 2999}]')).toEqual([]);
    expect(told('work: [{startDate: 2026}, {startDate: 2026-05}, {startDate: 2026-05-13}]', day)).toEqual([]);
    expect(told('education: [{startDate: 2024, endDate: 2028}]', day)).toEqual([]);
  });
});

describe('ids of entries', () => {
  it('are one of a kind in their list', () => {
    const text =
      'work:\n  - {id: a, name: A}\n  - {id: b, name: B, highlights: [{id: h, text: x}, {id: h, text: y}]}\n  - {id: a, name: C}';
    expect(findings(text)).toEqual([
      '4:58+1 error duplicate-id <work[1].highlights[1].id> work[1].highlights[0] has the id `h` already → give this one another',
      '5:10+1 error duplicate-id <work[2].id> work[0] has the id `a` already → give this one another',
    ]);
    expect(isRead(text)).toBe(false);
  });

  it('may stand in other lists again', () => {
    expect(
      findings('work: [{id: a, name: A}]\nprojects: [{id: a, name: B}]\nskills: [{id: a, name: C}]'),
    ).toEqual([]);
  });
});

describe('a phone number that YAML takes for a number', () => {
  it('is printed as written, with a warning where other programs would change it', () => {
    const { resume, diagnostics } = readResume(
      'basics:\n  name: A\n  phone: [+4915550100, 015550100, 5550100, "+4915550100"]',
      'resume.yaml',
    );
    expect(resume?.basics.phone).toEqual(['+4915550100', '015550100', '5550100', '+4915550100']);
    expect(
      diagnostics.map(
        ({ rule, place, suggestion }) => `${place?.line}:${place?.column} ${rule} ${suggestion}`,
      ),
    ).toEqual([
      '3:11 unquoted-number put it in quotes: "+4915550100"',
      '3:24 unquoted-number put it in quotes: "015550100"',
    ]);
  });
});
