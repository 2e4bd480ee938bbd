import { describe, expect, it } from 'vitest';
import { readResume } from '../../src/resume/read.js';

/** `line:column severity rule message → suggestion` for each finding. */
function findings(source: string, file = 'resume.yaml'): string[] {
  return readResume(source, file).diagnostics.map(({ severity, rule, place, message, suggestion }) => {
    const at = place ? `${place.line}:${place.column} ` : '';
    return `${at}${severity} ${rule} ${message}${suggestion ? ` → ${suggestion}` : ''}`;
  });
}

describe('a résumé', () => {
  it('is read as it was written, without what is empty', () => {
    const source =
      'basics:\n  name: Ada\n  label: ""\nwork:\n  -\n  - name: Northwind\n    startDate: 2018\n    endDate: null\nskills: []\n';
    expect(readResume(source, 'resume.yaml')).toMatchObject({
      resume: { basics: { name: 'Ada' }, work: [{ name: 'Northwind', startDate: '2018' }] },
      diagnostics: [],
    });
    expect(Object.keys(readResume(source, 'resume.yaml').resume ?? {})).toEqual(['basics', 'work']);
  });

  it('with an error is not returned, its tree is', () => {
    const read = readResume('basics: {name: Ada}\nwrok: [{name: x}]', 'resume.yaml');
    expect(read.resume).toBeUndefined();
    expect(read.tree?.file).toBe('resume.yaml');
    expect(read.diagnostics).toHaveLength(1);
  });

  it('that is no YAML has neither', () => {
    const read = readResume('a: b: c', 'resume.yaml');
    expect([read.resume, read.tree]).toEqual([undefined, undefined]);
    expect(read.diagnostics).toMatchObject([{ severity: 'error', rule: 'yaml-syntax' }]);
  });

  it('needs a name', () => {
    expect(findings('basics:\n  label: Engineer')).toEqual([
      '1:1 error missing-key `name` is missing in basics → add `name:`',
    ]);
  });

  it('may carry keys of its author that begin with x- anywhere', () => {
    const source =
      'x-a: 1\nbasics: {name: Ada, x-b: [true]}\nwork: [{name: N, x-c: {d: e}, highlights: [{text: t, x-e: 1}]}]\nmeta: {x-f: g, titles: {work: W, x-h: i}}';
    expect(readResume(source, 'resume.yaml')).toMatchObject({ diagnostics: [] });
    expect(readResume(source, 'resume.yaml').resume).toEqual({
      basics: { name: 'Ada' },
      work: [{ name: 'N', highlights: [{ text: 't' }] }],
      meta: { titles: { work: 'W' } },
    });
  });

  it('keeps a key named __proto__ away from every prototype', () => {
    const { resume, diagnostics } = readResume(
      '{"basics": {"name": "Ada", "__proto__": {"label": "x"}}, "__proto__": {"work": [{"name": "x"}]}, "constructor": {"a": 1}}',
      'resume.json',
    );
    expect(diagnostics.map(({ rule, path, severity }) => [severity, rule, path])).toEqual([
      ['warning', 'unknown-key', 'basics.__proto__'],
      ['warning', 'unknown-key', '__proto__'],
      ['warning', 'unknown-key', 'constructor'],
    ]);
    expect(resume).toEqual({ basics: { name: 'Ada' } });
    expect([resume?.basics.label, resume?.work]).toEqual([undefined, undefined]);
    expect(({} as Record<string, unknown>).label).toBeUndefined();
  });
});

describe('JSON Resume', () => {
  const json = `{
  "basics": {"name": "Ada", "mood": "good"},
  "work": [{"name": "N", "summry": "S", "highlights": [{"text": "t", "extra": 1}]}],
  "more": [1]
}`;
  const warnings = [
    /^2:29 warning unknown-key unknown key `mood` in basics is left out → known keys: name, /,
    /^3:26 warning odd-name `summry` is read as `summary` → write `summary`$/,
    /^3:70 warning unknown-key unknown key `extra` in work\[0\]\.highlights\[0\] is left out → known keys: text, /,
    /^4:3 warning unknown-key unknown key `more` is left out → known keys: basics, /,
  ].map((pattern) => expect.stringMatching(pattern));

  it('in a .json file may have keys of its own: they are read or left out with a warning', () => {
    expect(readResume(json, 'Resume.JSON').resume).toEqual({
      basics: { name: 'Ada' },
      work: [{ name: 'N', summary: 'S', highlights: [{ text: 't' }] }],
    });
    expect(findings(json, 'Resume.JSON')).toEqual(warnings);
  });

  it('is known by its $schema too', () => {
    const yaml = (schema: string) => `$schema: ${schema}\nbasics: {name: Ada, mood: good}`;
    const official = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';
    expect(readResume(yaml(official), 'resume.yaml').resume?.basics.name).toBe('Ada');
    expect(findings(yaml(official))).toEqual([expect.stringMatching(/^2:21 warning unknown-key/)]);
    expect(readResume(yaml('https://example.org/resume.schema.json'), 'resume.yaml').resume).toBeUndefined();
  });

  it('as YAML of ours is judged strictly', () => {
    expect(readResume(json, 'resume.yaml').resume).toBeUndefined();
    expect(readResume(json, 'resume.yaml').diagnostics.every(({ severity }) => severity === 'error')).toBe(
      true,
    );
  });

  it('shows what is odd in it in the order of the file, and is read', () => {
    const broken = '{\n"more": 1,\n"basics": {"mood": 1},\n"work": [{"pinned": "x", "highlights": "y"}]}';
    expect(findings(broken, 'resume.json').map((finding) => finding.split(' → ')[0])).toEqual([
      '2:1 warning unknown-key unknown key `more` is left out',
      '3:1 warning no-name there is no name: `Résumé` stands in its place',
      '3:12 warning unknown-key unknown key `mood` in basics is left out',
      '4:11 warning unknown-key unknown key `pinned` in work[0] is left out',
      '4:40 warning odd-shape `highlights` is a text, and is taken as a list',
    ]);
    expect(readResume(broken, 'resume.json').resume).toEqual({
      basics: { name: 'Résumé' },
      work: [{ highlights: ['y'] }],
    });
  });

  it('of version 1.0.0 is read without a word, every key of it', () => {
    const complete = {
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      basics: {
        name: 'Ada',
        label: 'L',
        image: '',
        email: 'a@example.org',
        phone: '1',
        url: 'https://example.org',
        summary: 'S',
        location: { address: 'A', postalCode: 'P', city: 'C', countryCode: 'GB', region: 'R' },
        profiles: [{ network: 'N', username: 'U', url: 'https://example.org' }],
      },
      work: [
        {
          name: 'N',
          location: 'L',
          description: 'D',
          position: 'P',
          url: 'https://example.org',
          startDate: '2018-01-01',
          endDate: '',
          summary: 'S',
          highlights: ['H'],
        },
      ],
      volunteer: [
        {
          organization: 'O',
          position: 'P',
          url: 'https://example.org',
          startDate: '2018-01',
          endDate: '2019',
          summary: 'S',
          highlights: ['H'],
        },
      ],
      education: [
        {
          institution: 'I',
          url: 'https://example.org',
          area: 'A',
          studyType: 'S',
          startDate: '2018',
          endDate: '2019',
          score: '4.0',
          courses: ['C'],
        },
      ],
      awards: [{ title: 'T', date: '2018', awarder: 'A', summary: 'S' }],
      certificates: [{ name: 'N', date: '2018', url: 'https://example.org', issuer: 'I' }],
      publications: [
        { name: 'N', publisher: 'P', releaseDate: '2018', url: 'https://example.org', summary: 'S' },
      ],
      skills: [{ name: 'N', level: 'L', keywords: ['K'] }],
      languages: [{ language: 'L', fluency: 'F' }],
      interests: [{ name: 'N', keywords: ['K'] }],
      references: [{ name: 'N', reference: 'R' }],
      projects: [
        {
          name: 'N',
          description: 'D',
          highlights: ['H'],
          keywords: ['K'],
          startDate: '2018',
          endDate: '2019',
          url: 'https://example.org',
          roles: ['R'],
          entity: 'E',
          type: 'T',
        },
      ],
      meta: { canonical: 'https://example.org', version: 'v1.0.0', lastModified: '2018-01-01T00:00:00' },
    };
    const { resume, diagnostics } = readResume(JSON.stringify(complete), 'resume.json');
    expect(diagnostics).toEqual([]);
    const { image: _, ...basics } = complete.basics;
    const { endDate: __, ...job } = complete.work[0] as (typeof complete.work)[number];
    expect(resume).toEqual({ ...complete, basics, work: [job] });
  });
});
