import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { jsonSchema } from '../../src/resume/json-schema.js';
import { readResume } from '../../src/resume/read.js';
import { type Field, schemaFields } from '../schema-fields.js';

const validate = new Ajv2020({ strict: false }).compile(jsonSchema());
const isValid = (resume: unknown): boolean => validate(resume) as boolean;

describe('the JSON Schema of a résumé', () => {
  it.each(readdirSync('resumes').filter((file) => file.endsWith('.yaml')))('accepts %s', (file) => {
    expect(isValid(parse(readFileSync(`resumes/${file}`, 'utf8'))), JSON.stringify(validate.errors)).toBe(
      true,
    );
  });

  // Each of these, as YAML, the reader takes; so must an editor that checks with the schema.
  it.each([
    ['numbers where text stands', { basics: { name: 2018, phone: 4415550100 }, work: [{ startDate: 2018 }] }],
    [
      'null for anything',
      { basics: { name: 'A', label: null, email: null }, work: null, skills: [{ keywords: null }] },
    ],
    ['null in a list', { basics: { name: 'A' }, work: [null, { highlights: [null, 'x'] }] }],
    ['an empty choice', { basics: { name: 'A' }, meta: { paper: '' } }],
    ['no choice', { basics: { name: 'A' }, meta: { paper: null } }],
    ['keys of the author', { 'x-a': 1, basics: { name: 'A', 'x-b': {} }, work: [{ 'x-c': [] }] }],
    [
      'nested highlights',
      { basics: { name: 'A' }, work: [{ highlights: [{ text: 't', highlights: ['u'] }] }] },
    ],
    ['labelled addresses', { basics: { name: 'A', email: ['a@b.c', { label: 'work', value: 'd@e.f' }] } }],
    [
      'custom sections',
      {
        basics: { name: 'A' },
        sections: [{ title: 'T', kind: 'pairs', pairs: [{ name: 'n', value: ['v'] }] }],
      },
    ],
  ])('accepts %s', (_, resume) => {
    expect(isValid(resume), JSON.stringify(validate.errors)).toBe(true);
    expect(readResume(JSON.stringify(resume), 'resume.yaml').diagnostics).toEqual([]);
  });

  it.each([
    ['no name', { basics: {} }],
    ['an unknown key', { basics: { name: 'A' }, wrok: ['x'] }],
    ['an unknown key inside', { basics: { name: 'A' }, work: [{ company: 'x' }] }],
    ['text for a list', { basics: { name: 'A' }, work: 'x' }],
    ['a list for text', { basics: { name: ['A'] } }],
    ['true for text', { basics: { name: true } }],
    ['an unknown choice', { basics: { name: 'A' }, meta: { paper: 'a5' } }],
    ['a number for a choice', { basics: { name: 'A' }, meta: { paper: 4 } }],
    ['an unknown kind', { basics: { name: 'A' }, sections: [{ title: 'T', kind: 'table', items: ['x'] }] }],
  ])('refuses %s, as the reader does', (_, resume) => {
    expect(isValid(resume)).toBe(false);
    expect(readResume(JSON.stringify(resume), 'resume.yaml').resume).toBeUndefined();
  });

  it('names its own version and title', () => {
    expect(jsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'Résumé',
    });
  });
});

describe('the JSON Schema and the reader', () => {
  const VALUES: [string, unknown][] = [
    ['a text', 'Quokka'],
    ['a number', 12],
    ['true', true],
    ['a list of texts', ['Quokka']],
    ['a map', { quokka: 'Quokka' }],
    ['a map of languages', { en: 'Quokka', de: 'Kurzschwanzkänguru' }],
    ['a list in a list', [['Quokka']]],
  ];
  // What has nothing behind it is absent before anything is judged, which no schema can say of what must be there.
  /** What a schema cannot say is for the rules; here it would only stand in the way. */
  const isAboutTheRest = (rule: string) =>
    ['end-before-start', 'duplicate-id', 'unknown-section'].includes(rule);
  const accepts = (resume: unknown) => {
    const { diagnostics } = readResume(JSON.stringify(resume), 'resume.yaml');
    return diagnostics.every(({ severity, rule }) => severity !== 'error' || isAboutTheRest(rule));
  };
  const fields = schemaFields().filter(({ path }) => !['', 'basics'].includes(path));
  const samples = fields.flatMap((field: Field) =>
    VALUES.map(([name, value]) => ({
      name: `${field.path} = ${name}`,
      resume: { basics: { name: 'Ada' }, ...field.inside(value) },
    })),
  );

  it('say the same of every field with every kind of value', () => {
    const verdicts = samples.map(({ name, resume }) => ({
      name,
      schema: isValid(resume),
      reader: accepts(resume),
    }));
    expect(verdicts.filter(({ schema, reader }) => schema !== reader)).toEqual([]);
    expect(verdicts.filter(({ reader }) => reader).length).toBeGreaterThan(100);
    expect(verdicts.filter(({ reader }) => !reader).length).toBeGreaterThan(100);
  });
});
