import { describe, expect, it } from 'vitest';
import { readResume } from '../../../src/resume/read.js';
import { placed } from '../../../src/source/placed.js';

// JSON Resume as it is found in the world: names from before 1.0, comments, commas, odd dates.

/** `line:column severity rule <path> message → suggestion` for each finding. */
function findings(source: string, file = 'resume.json'): string[] {
  return readResume(source, file).diagnostics.map(
    ({ severity, rule, place, path, message, suggestion }) =>
      `${place?.line}:${place?.column}+${place?.length} ${severity} ${rule} <${path}> ${message} → ${suggestion}`,
  );
}
const resumeOf = (source: string, file = 'resume.json') => readResume(source, file).resume;

describe('a name from before JSON Resume 1.0', () => {
  const entry = (section: string) => (value: object) => ({ basics: { name: 'A' }, [section]: [value] });
  const basics = (value: object) => ({ basics: { name: 'A', ...value } });
  const location = (value: object) => basics({ location: value });
  it.each([
    ['basics', 'picture', 'image', basics],
    ['basics', 'website', 'url', basics],
    ['basics.location', 'state', 'region', location],
    ['work[0]', 'company', 'name', entry('work')],
    ['work[0]', 'website', 'url', entry('work')],
    ['volunteer[0]', 'website', 'url', entry('volunteer')],
    ['education[0]', 'gpa', 'score', entry('education')],
    ['education[0]', 'website', 'url', entry('education')],
    ['awards[0]', 'website', 'url', entry('awards')],
    ['certificates[0]', 'website', 'url', entry('certificates')],
    ['publications[0]', 'website', 'url', entry('publications')],
    ['projects[0]', 'website', 'url', entry('projects')],
  ])('is understood with a warning: in %s, %s is %s', (parent, old, name, around) => {
    const source = JSON.stringify(around({ [old]: 'tel:1' }));
    const at = `1:${source.indexOf(`"${old}"`) + 1}+${old.length + 2}`;
    expect(findings(source)).toEqual([
      `${at} warning old-name <${parent}.${old}> \`${old}\` is what JSON Resume called \`${name}\` before 1.0 → write \`${name}\``,
    ]);
    expect(resumeOf(source)).toEqual(around({ [name]: 'tel:1' }));
  });

  const whole = '{"bio": {"name": "A",\n"website": "tel:2"},\n"hobbies": [{"name": "Chess"}]}';

  it('is understood at the top too, and inside what was renamed', () => {
    expect(findings(whole)).toEqual([
      '1:2+5 warning old-name <bio> `bio` is what JSON Resume called `basics` before 1.0 → write `basics`',
      '2:1+9 warning old-name <bio.website> `website` is what JSON Resume called `url` before 1.0 → write `url`',
      '3:1+9 warning old-name <hobbies> `hobbies` is what JSON Resume called `interests` before 1.0 → write `interests`',
    ]);
    expect(resumeOf(whole)).toEqual({ basics: { name: 'A', url: 'tel:2' }, interests: [{ name: 'Chess' }] });
  });

  it('leads to its own place, by key, by value and from a finding of later', () => {
    const { tree } = readResume(whole, 'resume.json');
    const path = ['basics', 'url'];
    expect(tree?.keyAt(path)).toEqual({ line: 2, column: 1, length: 9 });
    expect(tree?.valueAt(path)).toEqual({ line: 2, column: 12, length: 7 });
    const late = { severity: 'error' as const, rule: 'content-lost', message: 'm' };
    if (!tree) throw new Error('the file is no YAML');
    const findings = [
      { ...late, file: 'resume.json', path: 'interests[0].name' },
      { ...late, file: 'theme.yaml', path: 'interests[0].name' },
    ];
    const [own, other] = placed(findings, tree);
    expect(own?.place).toEqual({ line: 3, column: 22, length: 7 });
    expect(other).not.toHaveProperty('place');
  });

  it('is left out where the new name stands beside it, whichever comes first', () => {
    const source =
      '{"basics": {"name": "A", "website": "old", "url": "tel:9"}, "work": [{"name": "new", "company": "old"}]}';
    expect(findings(source)).toEqual([
      '1:26+9 warning old-name <basics.website> `website` is left out, because its new name `url` stands beside it → keep only `url`',
      '1:86+9 warning old-name <work[0].company> `company` is left out, because its new name `name` stands beside it → keep only `name`',
    ]);
    expect(resumeOf(source)).toEqual({ basics: { name: 'A', url: 'tel:9' }, work: [{ name: 'new' }] });
  });

  it('counts where the new name has nothing behind it, and is nothing without a value', () => {
    const source = '{"basics": {"name": "A", "url": "", "website": "tel:2", "picture": ""}}';
    expect(resumeOf(source)).toEqual({ basics: { name: 'A', url: 'tel:2' } });
    expect(findings(source)).toHaveLength(1);
  });

  it('stays an error in YAML of ours', () => {
    expect(findings('basics: {name: A, picture: me.png}', 'resume.yaml')).toEqual([
      '1:19+7 error unknown-key <basics.picture> unknown key `picture` in basics → here it is `image`',
    ]);
  });

  it('means nothing elsewhere', () => {
    const source =
      '{"basics": {"name": "A"}, "skills": [{"name": "S", "website": "w"}], "constructor": {"name": "x"}}';
    expect(readResume(source, 'resume.json').diagnostics.map(({ rule, path }) => [rule, path])).toEqual([
      ['unknown-key', 'skills[0].website'],
      ['unknown-key', 'constructor'],
    ]);
  });

  it('takes findings behind it to its own line', () => {
    expect(findings('{"basics": {"name": "A"},\n"hobbies": "chess"}')).toEqual([
      '2:1+9 warning old-name <hobbies> `hobbies` is what JSON Resume called `interests` before 1.0 → write `interests`',
      '2:12+7 warning odd-shape <interests> `interests` is a text, and is taken as a list → put it in square brackets: ["…"]',
    ]);
  });
});

describe('JSON with comments', () => {
  const plain = { basics: { name: 'A', url: 'https://a.example/*x*/' }, work: [{ name: 'N' }] };

  it.each([
    [
      'after a value',
      '{"basics": {"name": "A", // who\n"url": "https://a.example/*x*/"}, "work": [{"name": "N"}]}',
    ],
    [
      'before a key',
      '{ // all\n"basics": {"name": "A", "url": "https://a.example/*x*/"}, /* w */ "work": [{"name": "N"}]}',
    ],
    [
      'over lines',
      '{"basics": {"name": "A", /* a\n * b " {\n */"url": "https://a.example/*x*/"}, "work": [{"name": "N"}]}',
    ],
    [
      'before and after all',
      '\uFEFF// top\n{"basics": {"name": "A", "url": "https://a.example/*x*/"}, "work": [{"name": "N"}]}\n// end',
    ],
    [
      'and trailing commas',
      '{"basics": {"name": "A", "url": "https://a.example/*x*/",}, // c\n"work": [{"name": "N",},],}',
    ],
    [
      'with Windows lines and tabs',
      '{\r\n\t"basics": {"name": "A", // c\r\n\t"url": "https://a.example/*x*/"},\r\n\t"work": [{"name": "N"}]\r\n}',
    ],
  ])('is read: %s', (_, source) => {
    expect(findings(source)).toEqual([]);
    expect(resumeOf(source)).toEqual(plain);
  });

  it('keeps every line and column', () => {
    const source = '{ /* 👩 */ "basics": {"name": "A"}, // one\n/* two\nthree */ "wrok": [1]}';
    expect(findings(source).map((finding) => finding.split(' → ')[0])).toEqual([
      '3:10+6 warning unknown-key <wrok> unknown key `wrok` is left out',
    ]);
    expect(readResume(source, 'resume.json').tree?.source).toBe(source);
  });

  it('may hold addresses without quotes', () => {
    const source = '{basics: {name: "A" // who\n, url: https://a.example\n}}';
    expect(resumeOf(source)).toEqual({ basics: { name: 'A', url: 'https://a.example' } });
  });

  it('does not bring comments to YAML without brackets', () => {
    expect(findings('basics:\n  name: "A" // who').map((one) => one.split(' <')[0])).toEqual([
      '2:9+10 error yaml-syntax',
    ]);
  });

  it('with another mistake is told that mistake', () => {
    expect(findings('{"basics": {"name": "A"} // c\n"work": []}').map((one) => one.split(' <')[0])).toEqual([
      expect.stringMatching(/^2:1\+\d+ error yaml-syntax$/),
    ]);
    expect(findings('{"basics": {"name": "A"}} /* open').length).toBe(0);
    expect(findings('{"basics": /* open').length).toBeGreaterThan(0);
  });

  it.each([
    ['an address', '{basics: {name: A, url: https://a.example}}', { name: 'A', url: 'https://a.example' }],
    ['a text', '{basics: {name: Jazz // Soul}}', { name: 'Jazz // Soul' }],
    ['a text at the end of a line', '{basics: {name: Jazz // Soul\n}}', { name: 'Jazz // Soul' }],
    ['single quotes', "{'basics': {'name': 'A // B'}}", { name: 'A // B' }],
    ['a line of its own', 'basics:\n  name: A // B', { name: 'A // B' }],
  ])('is not what YAML is taken for: %s', (_, source, basics) => {
    expect(readResume(source, 'resume.yaml').resume).toEqual({ basics });
  });
});

describe('a nasty file is read or told what is wrong', () => {
  const ada = '"basics": {"name": "A"}';
  it.each([
    [
      'everything old at once',
      '{"bio":{"name":"A","picture":"http://x/y.png","website":"tel:1"},"work":[{"company":"N","startDate":"Sept 2015","endDate":"Current"}]}',
      6,
      0,
    ],
    [
      'time stamps',
      `{${ada},"work":[{"name":"N","startDate":"2018-05-12T00:00:00.000Z","endDate":"2019-01-01T00:00:00"}]}`,
      2,
      0,
    ],
    [
      'nulls and emptiness everywhere',
      `{${ada},"work":[null,{},{"name":null,"highlights":[null,""]}],"skills":{},"meta":null}`,
      0,
      0,
    ],
    ['tabs and a byte order mark', `\uFEFF{\n\t${ada},\n\t"skills":\t[\n\t\t{"name": "S",},\n\t],\n}`, 0, 0],
    ['keys of other tools', `{${ada},"work":[{"name":"N","pinned":true}],"custom":{"a":[1]}}`, 2, 0],
    [
      'numbers as texts',
      `{${ada},"education":[{"institution":"I","gpa":3.80,"startDate":2012,"endDate":2016.05}]}`,
      2,
      0,
    ],
    ['escapes and pairs', `{${ada},"interests":[{"name":"\\ud83d\\ude00 \\/ \\u00e9"}]}`, 0, 0],
    ['a list where a map is due', '[{"basics": {"name": "A"}}]', 0, 1],
    ['no basics', '{"work": [{"company": "N"}]}', 2, 0],
    ['a text where a list is due', `{${ada},"work":"N"}`, 1, 0],
    ['a file that ends too soon', `{${ada}, "work": [{"name": "N"`, 0, 1],
    ['half a comment', '{"basics": {"name": "A", /* ', 0, 1],
  ])('%s', (_, source, warnings, errors) => {
    const { resume, diagnostics } = readResume(source, 'resume.json');
    const count = (severity: string) => diagnostics.filter((one) => one.severity === severity).length;
    expect([count('warning'), count('error')]).toEqual([warnings, errors]);
    expect(resume === undefined).toBe(errors > 0);
    expect(diagnostics.every(({ place }) => place !== undefined)).toBe(true);
  });
});
