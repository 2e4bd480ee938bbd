import { describe, expect, it } from 'vitest';
import { renderResume } from '../../../src/index.js';
import { readResume } from '../../../src/resume/read.js';

// JSON Resume whose parts have other types than they should: each is read in the way most people would mean it.

const json = (rest: object, basics: object = {}) =>
  JSON.stringify({ basics: { name: 'Ida Example', ...basics }, ...rest });

/** What the résumé holds beside its name, and what was said of it. */
function read(source: string, file = 'resume.json') {
  const { resume, diagnostics } = readResume(source, file);
  const { basics, ...sections } = resume ?? {};
  const { name: _, ...person } = basics ?? {};
  const said = diagnostics.map(
    ({ severity, rule, message, suggestion }) => `${severity} ${rule} ${message} → ${suggestion}`,
  );
  return {
    resume: resume && { ...(Object.keys(person).length > 0 && { basics: person }), ...sections },
    said,
  };
}
const taken = (rest: object, basics?: object) => read(json(rest, basics));
const shape = (text: string) => `warning odd-shape ${text}`;

describe('where a list should be', () => {
  const asList = (key: string) =>
    shape(`\`${key}\` is a text, and is taken as a list → put it in square brackets: ["…"]`);
  const asEntry = (key: string) =>
    shape(`\`${key}\` is a map, and is taken as a list of one → put it in square brackets: [{…}]`);
  const asEntries = (key: string) =>
    shape(`\`${key}\` is a map, and each of its keys is taken as an entry → write a list: [{…}, {…}]`);

  it.each<[string, object, object, string[]]>([
    [
      'a text is its one item',
      { work: [{ highlights: 'Built it' }] },
      { work: [{ highlights: ['Built it'] }] },
      [asList('highlights')],
    ],
    [
      'each line of a text is an item',
      { work: [{ highlights: '- one\n• two\nthree' }] },
      { work: [{ highlights: ['one', 'two', 'three'] }] },
      [asList('highlights')],
    ],
    ['a text is an entry', { interests: 'Chess' }, { interests: [{ name: 'Chess' }] }, [asList('interests')]],
    [
      'a map is the one entry',
      { work: { name: 'N', position: 'P' } },
      { work: [{ name: 'N', position: 'P' }] },
      [asEntry('work')],
    ],
    [
      'a map with numbers is a list',
      { work: [{ highlights: { 0: 'a', 1: 'b' } }] },
      { work: [{ highlights: ['a', 'b'] }] },
      [
        shape(
          '`highlights` is a map with numbers for keys, and is taken as a list → write a list: ["…", "…"]',
        ),
      ],
    ],
    [
      'groups are entries with keywords',
      { skills: { Languages: ['Go', 'C'], Tools: ['Git'] } },
      {
        skills: [
          { name: 'Languages', keywords: ['Go', 'C'] },
          { name: 'Tools', keywords: ['Git'] },
        ],
      },
      [asEntries('skills')],
    ],
    [
      'names with levels are entries',
      { languages: { English: 'native' }, skills: { Go: 'expert' } },
      { languages: [{ language: 'English', fluency: 'native' }], skills: [{ name: 'Go', level: 'expert' }] },
      [asEntries('languages'), asEntries('skills')],
    ],
    [
      'named maps are entries',
      { projects: { Toolbox: { description: 'D' } } },
      { projects: [{ name: 'Toolbox', description: 'D' }] },
      [asEntries('projects')],
    ],
    [
      'named lists of entries are their entries',
      { work: { Freelance: [{ name: 'N' }], Staff: [{ name: 'M' }] } },
      { work: [{ name: 'N' }, { name: 'M' }] },
      [
        asEntries('work'),
        shape(
          '`Freelance` is a name for several entries: they are taken, and `Freelance` is left out → write them into one list',
        ),
        shape(
          '`Staff` is a name for several entries: they are taken, and `Staff` is left out → write them into one list',
        ),
      ],
    ],
    [
      'a list inside is taken apart',
      { work: [{ highlights: ['a', ['b', 'c']] }] },
      { work: [{ highlights: ['a', 'b', 'c'] }] },
      [
        shape(
          '`highlights[1]` is a list inside a list, and its items are taken into the outer one → write one list',
        ),
      ],
    ],
    [
      'a text among entries is one',
      { skills: [{ name: 'C' }, 'Go'] },
      { skills: [{ name: 'C' }, { name: 'Go' }] },
      [shape('`skills[1]` is a text, and is taken as its `name` → write {"name": "…"}')],
    ],
    [
      'many texts among entries are told once',
      { skills: ['Go', 'C', 'SQL'] },
      { skills: [{ name: 'Go' }, { name: 'C' }, { name: 'SQL' }] },
      [shape('`skills` holds 3 texts, and each is taken as a `name` → write [{"name": "…"}, …]')],
    ],
  ])('%s', (_, rest, resume, said) => {
    expect(taken(rest)).toEqual({ resume, said });
  });

  it.each([
    ['languages', 'language'],
    ['education', 'institution'],
    ['awards', 'title'],
    ['volunteer', 'organization'],
    ['references', 'reference'],
    ['work', 'name'],
    ['projects', 'name'],
    ['certificates', 'name'],
    ['publications', 'name'],
    ['interests', 'name'],
  ])('a text in %s is its %s', (section, key) => {
    expect(taken({ [section]: ['Something'] }).resume).toEqual({ [section]: [{ [key]: 'Something' }] });
  });

  it('a text in profiles is a network, or an address', () => {
    const profiles = ['https://social.example/@ida', 'Mastodon'];
    expect(taken({}, { profiles }).resume).toEqual({
      basics: { profiles: [{ url: 'https://social.example/@ida' }, { network: 'Mastodon' }] },
    });
  });

  it('contacts may be a map of labels', () => {
    expect(taken({}, { email: { work: 'a@example.com', home: 'b@example.org' } }).resume).toEqual({
      basics: {
        email: [
          { label: 'work', value: 'a@example.com' },
          { label: 'home', value: 'b@example.org' },
        ],
      },
    });
  });
});

describe('where a text should be', () => {
  it.each<[string, object, object, string]>([
    [
      'a place is written as one',
      { work: [{ location: { countryCode: 'GB', region: 'Yorkshire', city: 'Leeds' } }] },
      { work: [{ location: 'Leeds, Yorkshire, GB' }] },
      '`location` is a map, and is read as `Leeds, Yorkshire, GB` → write one text in quotes',
    ],
    [
      'a list is joined by commas',
      { education: [{ studyType: ['BSc', 'MSc'] }] },
      { education: [{ studyType: 'BSc, MSc' }] },
      '`studyType` is a list, and is read as `BSc, MSc` → write one text in quotes',
    ],
    [
      'a list of prose is paragraphs',
      { work: [{ summary: ['First.', 'Second.'] }] },
      { work: [{ summary: 'First.\n\nSecond.' }] },
      '`summary` is a list, and is read as `First. Second.` → write one text in quotes',
    ],
    [
      'a date in parts is a date',
      { work: [{ startDate: { month: 3, year: 2019 }, endDate: '2020' }] },
      { work: [{ startDate: '2019-03', endDate: '2020' }] },
      '`startDate` is a map, and is read as `2019-03` → write one text in quotes',
    ],
    [
      'true is a word',
      { work: [{ position: true }] },
      { work: [{ position: 'true' }] },
      '`position` is true without quotes, and is read as a text → put it in quotes: "true"',
    ],
    [
      'of several addresses the first is taken',
      { work: [{ url: ['https://a.example', 'https://b.example'] }] },
      { work: [{ url: 'https://a.example' }] },
      '`url` should be one address: `https://a.example` is taken, and `https://b.example` is left out → write one address in quotes',
    ],
    [
      'a highlight in other words is one line',
      { work: [{ highlights: [{ what: 'Built it', when: 'in May' }] }] },
      { work: [{ highlights: ['Built it, in May'] }] },
      '`highlights[0]` is a map, and is read as `Built it, in May` → write one text in quotes',
    ],
  ])('%s', (_, rest, resume, said) => {
    expect(taken(rest)).toEqual({ resume, said: [shape(said)] });
  });

  it('a highlight with a name and points has both', () => {
    expect(taken({ work: [{ highlights: [{ Backend: ['a', 'b'] }] }] })).toEqual({
      resume: { work: [{ highlights: [{ text: 'Backend', highlights: ['a', 'b'] }] }] },
      said: [
        shape(
          '`highlights[0]` is a map, and its key is taken as its name → write a key for the name, and one for what it stands for',
        ),
      ],
    });
  });
});

describe('where a map should be', () => {
  it('a text is what comes first in it', () => {
    expect(taken({}, { location: 'Leeds, England' })).toEqual({
      resume: { basics: { location: { city: 'Leeds, England' } } },
      said: [shape('`location` is a text, and is taken as its `city` → write {"city": "…"}')],
    });
    expect(readResume('{"basics": "Ida Example"}', 'resume.json').resume).toEqual({
      basics: { name: 'Ida Example' },
    });
  });

  it('a list is its one item, its maps together, or its texts', () => {
    expect(taken({}, { location: [{ city: 'Leeds' }] }).resume).toEqual({
      basics: { location: { city: 'Leeds' } },
    });
    expect(taken({}, { location: [{ city: 'Leeds' }, { region: 'Yorkshire' }] }).resume).toEqual({
      basics: { location: { city: 'Leeds', region: 'Yorkshire' } },
    });
    expect(taken({}, { location: [{ city: 'Leeds' }, { city: 'York' }] }).resume).toEqual({
      basics: { location: { city: 'Leeds; York' } },
    });
  });

  it('what stands for nothing is left out by name', () => {
    expect(taken({ meta: { titles: 'x', paper: 'A4' }, sections: ['work'] })).toEqual({
      resume: { meta: { paper: 'a4' } },
      said: [
        shape(
          '`titles` is left out, because it should be a map of keys → write a map of keys, or leave it out',
        ),
        shape(
          '`sections[0]` is left out, because it should be a map of keys → write a map of keys, or leave it out',
        ),
      ],
    });
    expect(taken({ meta: { paper: 'legal' } }).said).toEqual([
      shape('`paper` is left out, because it should be a4 or letter → write a4 or letter, or leave it out'),
    ]);
    expect(taken({ work: [{ name: 'N', roles: [{ summary: 'S' }] }] })).toEqual({
      resume: { work: [{ name: 'N' }] },
      said: [shape('`roles[0]` is left out, because it has no `position` → add `position`')],
    });
  });
});

describe('a key that others call otherwise', () => {
  it.each<[string, object, object]>([
    ['employer', { work: [{ employer: 'N' }] }, { work: [{ name: 'N' }] }],
    ['title', { work: [{ title: 'Engineer' }] }, { work: [{ position: 'Engineer' }] }],
    ['technologies', { projects: [{ technologies: ['Go'] }] }, { projects: [{ keywords: ['Go'] }] }],
    ['degree', { education: [{ degree: 'BSc' }] }, { education: [{ studyType: 'BSc' }] }],
    [
      'start_date',
      { work: [{ start_date: '2019', endDate: '2020' }] },
      { work: [{ startDate: '2019', endDate: '2020' }] },
    ],
    ['certifications', { certifications: [{ name: 'C' }] }, { certificates: [{ name: 'C' }] }],
    ['Highlight', { work: [{ Highlight: ['H'] }] }, { work: [{ highlights: ['H'] }] }],
    [
      'categories',
      { skills: [{ category: 'Tools', skills: ['Git'] }] },
      { skills: [{ name: 'Tools', keywords: ['Git'] }] },
    ],
    ['description', { education: [{ description: 'D' }] }, { education: [{ summary: 'D' }] }],
    ['descripton', { work: [{ descripton: 'D' }] }, { work: [{ description: 'D' }] }],
  ])('is read as ours: %s', (_, rest, resume) => {
    const { resume: found, said } = taken(rest);
    expect(found).toEqual(resume);
    expect(said.every((one) => /^warning odd-name `\w+` is read as `(\w+)` → write `\1`$/.test(one))).toBe(
      true,
    );
  });

  it('is left out where ours is there already, and where there is none', () => {
    expect(taken({ work: [{ position: 'P', title: 'T' }] })).toEqual({
      resume: { work: [{ position: 'P' }] },
      said: [
        'warning odd-name `title` is left out, because `position` stands beside it → keep only `position`',
      ],
    });
    expect(taken({ work: [{ name: 'N', pinned: true }] }).said).toEqual([
      expect.stringMatching(
        /^warning unknown-key unknown key `pinned` in work\[0\] is left out → known keys: position, name, /,
      ),
    ]);
  });

  it('is told once for all entries of a list', () => {
    const work = ['A', 'B', 'C'].map((employer) => ({ employer, pinned: true }));
    expect(taken({ work, education: [{ school: 'S' }, { school: 'T' }] }).said).toEqual([
      'warning odd-name `employer` is read as `name` (and 2 times more) → write `name`',
      expect.stringMatching(
        /^warning unknown-key unknown key `pinned` in work\[0\] is left out \(and 2 times more\) → /,
      ),
      'warning odd-name `school` is read as `institution` (and once more) → write `institution`',
    ]);
  });

  it('may be of the person: at the top, in two parts, or a network', () => {
    const source =
      '{"firstName": "Ida", "lastName": "Example", "email": "i@example.com",\n"github": "https://git.example/ida", "basics": {"mastodon": "@ida"}}';
    const { resume, diagnostics } = readResume(source, 'resume.json');
    expect(resume).toEqual({
      basics: {
        name: 'Ida Example',
        email: 'i@example.com',
        profiles: [
          { network: 'Mastodon', username: '@ida' },
          { network: 'GitHub', url: 'https://git.example/ida' },
        ],
      },
    });
    expect(diagnostics.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`)).toEqual([
      '1:2 `firstName` is read as a part of `basics.name`',
      '1:22 `lastName` is read as a part of `basics.name`',
      '1:45 `email` is read as `basics.email`',
      '2:1 `github` is read as one of `basics.profiles`',
      '2:49 `basics.mastodon` is read as one of `basics.profiles`',
    ]);
  });
});

describe('a period in one date', () => {
  it.each([
    ['2015 - 2018', '2015', '2018'],
    ['2015-2018', '2015', '2018'],
    ['May 2015 – present', '2015-05', 'present'],
    ['10/2018-Present', '2018-10', 'Present'],
    ['06/2019-08/2019', '2019-06', '2019-08'],
    ['Jan 2019 to Mar 2021', '2019-01', '2021-03'],
  ])('is read as two: %s', (written, startDate, endDate) => {
    const { resume, said } = taken({ work: [{ name: 'N', date: written }] });
    expect(resume).toEqual({ work: [{ name: 'N', startDate, endDate }] });
    expect(said).toEqual([
      'warning odd-name `date` is read as `startDate` → write `startDate`',
      `warning odd-date \`date\` is \`${written}\`, and is read as two dates → write "startDate": "${startDate}", "endDate": "${endDate}"`,
    ]);
  });

  it('stays as it is written where either is in doubt', () => {
    expect(taken({ work: [{ startDate: '2015 - soon' }] }).resume).toEqual({
      work: [{ startDate: '2015 - soon' }],
    });
    expect(taken({ work: [{ startDate: '2015-05' }] }).resume).toEqual({ work: [{ startDate: '2015-05' }] });
    expect(taken({ work: [{ startDate: '2015 - 2018', endDate: '2018' }] }).resume).toEqual({
      work: [{ startDate: '2015 - 2018', endDate: '2018' }],
    });
  });
});

describe('a résumé without a name', () => {
  it.each([
    [
      'is headed by the label',
      '{"basics": {"label": "Engineer", "email": "i@example.com"}}',
      { name: 'Engineer', email: 'i@example.com' },
    ],
    [
      'else by the e-mail address',
      '{"basics": {"email": ["i@example.com"]}}',
      { name: 'i@example.com', email: ['i@example.com'] },
    ],
    ['else by the word for it', '{"work": [{"name": "N"}]}', { name: 'Résumé' }],
    ['in its own language', '{"meta": {"locale": "de"}, "work": [{"name": "N"}]}', { name: 'Lebenslauf' }],
  ])('%s', (_, source, basics) => {
    const { resume, diagnostics } = readResume(source, 'resume.json');
    expect(resume?.basics).toEqual(basics);
    expect(diagnostics.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      `no-name there is no name: \`${basics.name}\` stands in its place`,
    ]);
  });

  it('is read and rendered even where it is empty', async () => {
    const { files, diagnostics } = await renderResume('{}', {
      file: 'resume.json',
      formats: ['html', 'docx', 'txt'],
    });
    expect(
      Buffer.from(files.txt ?? [])
        .toString()
        .trim(),
    ).toBe('Résumé');
    expect(Buffer.from(files.html ?? []).toString()).toContain('<title>Résumé</title>');
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'there is no name, and nothing else to show: `Résumé` stands in its place',
    ]);
  });

  it('is a mistake in YAML of ours', () => {
    expect(readResume('work: [{name: N}]', 'resume.yaml').resume).toBeUndefined();
  });
});

describe('a finding', () => {
  it('stands at its own place, whatever was moved', () => {
    const source =
      '{"basics": {"name": "Ida"},\n"employment": {\n"company": "N",\n"startDate": "soon",\n"url": "see below"}}';
    const { diagnostics } = readResume(source, 'resume.json');
    expect(
      diagnostics.map(({ place, rule }) => `${place?.line}:${place?.column}+${place?.length} ${rule}`),
    ).toEqual(['2:1+12 odd-name', '2:15+1 odd-shape', '3:1+9 odd-name', '4:14+6 odd-date', '5:8+11 odd-url']);
  });

  it('about a section that is not there, or two of one name, is a warning', () => {
    const sections = ['Grants', 'grants'].map((title) => ({ title, kind: 'text', text: title }));
    const { resume, said } = taken({ meta: { order: ['work', 'skils'] }, sections });
    expect(resume).toBeDefined();
    expect(said.map((one) => one.split(' →')[0])).toEqual([
      'warning unknown-section there is no section `skils`',
      'warning duplicate-id there is already a section `grants`',
    ]);
  });

  it('about a key that stands twice, or a character that cannot be printed, is a warning', () => {
    const source = '{"basics": {"name": "Eva", "name": "Ida\\u0003 Example"}}';
    const { resume, diagnostics } = readResume(source, 'resume.json');
    expect(resume).toEqual({ basics: { name: 'Ida Example' } });
    expect(diagnostics.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'warning `name` stands here a second time; the first is in line 1: the last one counts',
      'warning a character that cannot be printed stands here (U+0003): it is left out',
    ]);
    expect(readResume(source, 'resume.yaml').resume).toBeUndefined();
  });
});

describe('what is no résumé', () => {
  it.each([
    [
      '[{"basics": {"name": "Ida"}}]',
      'a résumé should be a map of keys, but here is a list → take the résumé out of its list: the file begins with { and ends with }',
    ],
    ['"Ida"', 'a résumé should be a map of keys, but here is only a text → write {"basics": {"name": "…"}}'],
    [
      '{"resume": {"basics": {"name": "Ida"}}}',
      'the résumé stands inside `resume` → take it out: the file begins with {"basics": …',
    ],
  ])('is an error: %s', (source, said) => {
    expect(read(source)).toEqual({ resume: undefined, said: [`error wrong-type ${said}`] });
  });
});

it('everything that was read is in the files', async () => {
  const source = json(
    {
      work: {
        position: 'Gardener',
        company: 'Northwind',
        location: { city: 'Porto', countryCode: 'PT' },
        highlights: 'Sowed\nReaped',
        technologies: 'Go',
      },
      skills: { Tools: ['Git', 'Make'] },
      languages: ['Portuguese'],
      references: 'On request',
      certifications: ['Sailing'],
    },
    { location: 'Lisbon', linkedin: 'ida-example' },
  );
  const { files, diagnostics } = await renderResume(source, {
    file: 'resume.json',
    formats: ['html', 'docx', 'txt'],
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const text = Buffer.from(files.txt ?? []).toString();
  for (const words of [
    'Northwind, Porto, PT',
    '- Sowed\n- Reaped',
    'Tools: Git, Make',
    'Portuguese',
    'On request',
    'Sailing',
    'Lisbon',
    'LinkedIn: ida-example',
  ]) {
    expect(text).toContain(words);
  }
});
