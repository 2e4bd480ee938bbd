import { describe, expect, it } from 'vitest';
import { findings, section } from './findings.js';

describe('a key that has no meaning', () => {
  it.each([
    ['at the top', 'wrok: [{name: x}]', '2:1+4 unknown-key <wrok> unknown key `wrok` → did you mean `work`?'],
    [
      'in an entry',
      'work:\n  - naem: Northwind',
      '3:5+4 unknown-key <work[0].naem> unknown key `naem` in work[0] → did you mean `name`?',
    ],
    [
      'in another spelling',
      'work:\n  - start_date: 2018',
      '3:5+10 unknown-key <work[0].start_date> unknown key `start_date` in work[0] → did you mean `startDate`?',
    ],
    [
      'in title case',
      'work:\n  - End Date: 2018',
      '3:5+8 unknown-key <work[0].End Date> unknown key `End Date` in work[0] → did you mean `endDate`?',
    ],
    [
      'that another tool uses',
      'work:\n  - company: Northwind',
      '3:5+7 unknown-key <work[0].company> unknown key `company` in work[0] → here it is `name`',
    ],
    [
      'that another tool uses elsewhere',
      'education:\n  - gpa: 3.9',
      '3:5+3 unknown-key <education[0].gpa> unknown key `gpa` in education[0] → here it is `score`',
    ],
    [
      'that means one thing here',
      'work:\n  - title: Engineer',
      '3:5+5 unknown-key <work[0].title> unknown key `title` in work[0] → here it is `position`',
    ],
    [
      'that means another there',
      'projects:\n  - title: Kiln',
      '3:5+5 unknown-key <projects[0].title> unknown key `title` in projects[0] → here it is `name`',
    ],
    [
      'with nothing near it',
      'interests:\n  - weather: rain',
      '3:5+7 unknown-key <interests[0].weather> unknown key `weather` in interests[0] → known keys: name, keywords, id, tags, private',
    ],
    [
      'deep inside',
      'work:\n  - roles:\n      - position: P\n        projects: [{nam: x}]',
      '5:21+3 unknown-key <work[0].roles[0].projects[0].nam> unknown key `nam` in work[0].roles[0].projects[0] → did you mean `name`?',
    ],
    [
      'that names a method of every object',
      'interests:\n  - constructor: x',
      '3:5+11 unknown-key <interests[0].constructor> unknown key `constructor` in interests[0] → known keys: name, keywords, id, tags, private',
    ],
    [
      'that is a prototype',
      'interests:\n  - __proto__: {name: x}',
      '3:5+9 unknown-key <interests[0].__proto__> unknown key `__proto__` in interests[0] → known keys: name, keywords, id, tags, private',
    ],
  ])('%s', (_, text, finding) => {
    expect(section(text)).toEqual([finding]);
  });

  it('is not reported as missing too under its right name', () => {
    expect(findings('basics:\n  nmae: Ada')).toEqual([
      '2:3+4 unknown-key <basics.nmae> unknown key `nmae` in basics → did you mean `name`?',
    ]);
  });

  it.each([
    [
      'that belongs in the group beside it',
      'email: a@example.com',
      '2:1+5 unknown-key <email> unknown key `email` → it belongs in `basics`',
    ],
    [
      'that belongs there under another name',
      'website: x',
      '2:1+7 unknown-key <website> unknown key `website` → it is `url`, in `basics`',
    ],
    [
      'that belongs at the top',
      'meta:\n  work: [x]',
      '3:3+4 unknown-key <meta.work> unknown key `work` in meta → `work` belongs at the top level, not inside meta',
    ],
    [
      'that belongs in an entry of a list',
      'meta:\n  highlights: [x]',
      '3:3+10 unknown-key <meta.highlights> unknown key `highlights` in meta → it belongs in an entry of `work`, `volunteer` or `education`',
    ],
    [
      'that belongs in the entry around it',
      'work:\n  - roles:\n      - {position: x, roles: [y]}',
      '4:23+5 unknown-key <work[0].roles[0].roles> unknown key `roles` in work[0].roles[0] → `roles` belongs in work[0], not inside work[0].roles[0]',
    ],
    [
      'that is nearly what another tool uses',
      'experiance: [{name: x}]',
      '2:1+10 unknown-key <experiance> unknown key `experiance` → did you mean `work`?',
    ],
    [
      'behind spaces that are none to YAML',
      '\u00a0name: x',
      '2:1+5 unknown-key <\u00a0name> unknown key `\u00a0name` → the spaces before it are of an odd kind: type them anew',
    ],
  ])('%s', (_, text, finding) => {
    expect(section(text)).toEqual([finding]);
  });

  it('and what stands in it is judged by the name it should have, at its place in the file', () => {
    expect(
      section('jobs:\n  - company: x\n    x-own: y\n    hilights: [z]\n    bullets: [{txt: z}]'),
    ).toEqual([
      '2:1+4 unknown-key <jobs> unknown key `jobs` → here it is `work`',
      '3:5+7 unknown-key <work[0].company> unknown key `company` in work[0] → here it is `name`',
      '5:5+8 unknown-key <work[0].hilights> unknown key `hilights` in work[0] → did you mean `highlights`?',
      '6:5+7 unknown-key <work[0].bullets> unknown key `bullets` in work[0] → here it is `highlights`',
    ]);
    expect(section('work: [{name: x}]\njobs:\n  - company: x').length).toBe(1);
  });

  it('at the wrong place is not missing at the right one', () => {
    expect(findings('name: Ada\n')).toEqual([
      '1:1+4 unknown-key <name> unknown key `name` → it belongs in `basics`',
    ]);
  });

  it('does not hide another key that is missing', () => {
    expect(section('sections:\n  - {kind: text, txet: x}')).toEqual([
      '3:5+21 missing-key <sections[0].title> `title` is missing in sections[0] → add `title:`',
      '3:18+4 unknown-key <sections[0].txet> unknown key `txet` in sections[0] → did you mean `text`?',
    ]);
  });

  it('and was a text with a colon in it is recognised as one', () => {
    expect(section('work:\n  - highlights:\n      - Led the team: five people\n      - fine')).toEqual([
      '4:9+12 unknown-key <work[0].highlights[0].Led the team> the `: ` after `Led the team` makes a key of it → put it in quotes: "Led the team: five people"',
    ]);
    expect(section('skills:\n  - keywords:\n      - Go: expert')).toEqual([
      '4:9+2 unknown-key <skills[0].keywords[0].Go> the `: ` after `Go` makes a key of it → put it in quotes: "Go: expert"',
    ]);
  });
});

describe('a key that is missing', () => {
  it.each([
    [
      'the whole of it',
      'work: []',
      '1:1+1 missing-key <basics> `basics` is missing → add `basics:`, with `name:` below it',
    ],
    [
      'points to the entry that lacks it',
      'basics:\n  label: x',
      '1:1+6 missing-key <basics.name> `name` is missing in basics → add `name:`',
    ],
    [
      'is empty',
      'basics:\n  name:\n',
      '1:1+6 missing-key <basics> `basics` is empty → write something behind it',
    ],
    [
      'is empty among others',
      'basics:\n  name: ""\n  label: x',
      '2:3+4 missing-key <basics.name> `name` is empty in basics → write something behind it',
    ],
  ])('%s', (_, source, finding) => {
    expect(findings(source)).toEqual([finding]);
  });

  it('in a list points to the item, not to what stood before it', () => {
    expect(
      section('sections:\n  -\n  - title: A\n    kind: text\n    text: x\n  - title: B\n    kind: text'),
    ).toEqual(['7:5+8 missing-key <sections[1].text> `text` is missing in sections[1] → add `text:`']);
  });
});

it('everything wrong is reported at once, in the order of the file', () => {
  const source =
    'meta:\n  paper: a5\nwork:\n  - company: x\n    highlights: y\n  - postion: y\nbasics:\n  nmae: A\n  email: true\n';
  expect(findings(source).map((finding) => finding.split(' → ')[0])).toEqual([
    '2:10+2 unknown-value <meta.paper> `paper` cannot be `a5`',
    '4:5+7 unknown-key <work[0].company> unknown key `company` in work[0]',
    '5:17+1 wrong-type <work[0].highlights> `highlights` should be a list, but here is text',
    '6:5+7 unknown-key <work[1].postion> unknown key `postion` in work[1]',
    '8:3+4 unknown-key <basics.nmae> unknown key `nmae` in basics',
    '9:10+4 wrong-type <basics.email> `email` should be text or a list, but here is true or false',
  ]);
});
