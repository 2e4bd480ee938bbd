import { describe, expect, it } from 'vitest';
import { readResume } from '../../src/resume/read.js';

const read = (text: string, locale?: string) =>
  readResume(
    `basics: {name: Ada}\n${text}${locale === undefined ? '' : `\nmeta: {locale: ${locale}}`}`,
    'resume.yaml',
  );
const told = ({ diagnostics }: ReturnType<typeof read>) =>
  diagnostics.map(
    ({ severity, rule, place, path, message, suggestion }) =>
      `${place?.line}:${place?.column} ${severity} ${rule} <${path}> ${message} → ${suggestion}`,
  );

describe('a text in several languages', () => {
  const text = 'work: [{position: {en: Engineer, de: Ingenieurin, pt-BR: Engenheira, zh-Hans: 工程师}}]';

  it.each([
    [undefined, 'Engineer'],
    ['en-GB', 'Engineer'],
    ['de', 'Ingenieurin'],
    ['de-AT', 'Ingenieurin'],
    ['pt-BR', 'Engenheira'],
    ['pt-PT', 'Engenheira'],
    ['zh-Hans-SG', '工程师'],
  ])('is printed in the language of the résumé: %s', (locale, position) => {
    const { resume, diagnostics } = read(text, locale);
    expect(resume?.work?.[0]?.position).toBe(position);
    expect(diagnostics.filter(({ rule }) => rule !== 'no-language-pack')).toEqual([]);
  });

  it('is printed in the first there is, with a warning, where that one is missing', () => {
    const result = read(text, 'fr');
    expect(result.resume?.work?.[0]?.position).toBe('Engineer');
    expect(told(result)).toEqual([
      '2:9 warning untranslated <work[0].position> there is no text in `fr` here, so the one in `en` is printed → add `fr: …`',
    ]);
  });

  it('may stand wherever readers see text', () => {
    const { resume, diagnostics } = readResume(
      `basics:
  name: { en: Ada Example, de: Ada Beispiel }
  url: { en: "https://a.example/en", de: "https://a.example/de" }
  email: [{ label: { en: Office, de: Büro }, value: ada@a.example }]
  summary: { en: "I build.", de: "Ich baue." }
work:
  - highlights:
      - { en: Cut it., de: Halbiert. }
      - { text: { en: Rebuilt, de: Neu gebaut }, highlights: [{ en: it, de: es }] }
    keywords: [{ en: Cutting, de: Schneiden }, { name: { en: Go, de: Los } }]
education: [{ courses: [{ en: Algebra, de: Rechnen }], honors: { en: Prize, de: Preis } }]
sections:
  - { title: { en: Facts, de: Angaben }, kind: pairs, pairs: [{ name: { en: Car, de: Auto }, value: { en: yes, de: ja } }] }
meta: { locale: de, titles: { work: { en: Jobs, de: Arbeit } } }`,
      'resume.yaml',
    );
    expect(diagnostics).toEqual([]);
    expect(resume).toEqual({
      basics: {
        name: 'Ada Beispiel',
        url: 'https://a.example/de',
        email: [{ label: 'Büro', value: 'ada@a.example' }],
        summary: 'Ich baue.',
      },
      work: [
        {
          highlights: ['Halbiert.', { text: 'Neu gebaut', highlights: ['es'] }],
          keywords: ['Schneiden', { name: 'Los' }],
        },
      ],
      education: [{ courses: ['Rechnen'], honors: 'Preis' }],
      sections: [{ title: 'Angaben', kind: 'pairs', pairs: [{ name: 'Auto', value: 'ja' }] }],
      meta: { locale: 'de', titles: { work: 'Arbeit' } },
    });
  });

  it('is judged by the rules in the language that is printed, at the place of the map', () => {
    const result = read('work: [{url: {en: "https://a.example", de: nirgends}}]', 'de');
    expect(told(result)).toEqual([
      expect.stringMatching(/^2:14 warning odd-url <work\[0\]\.url> `nirgends` is no web address/),
    ]);
  });
});

describe('a map that is none of languages', () => {
  it('is told, where only one of its keys is not a language', () => {
    const result = read('work: [{summary: {en: A, deutsch: B}}]');
    expect(result.resume).toBeUndefined();
    expect(told(result)).toEqual([
      '2:26 error unknown-language <work[0].summary.deutsch> `deutsch` beside `en` is not the code of a language → did you mean `de`?',
    ]);
  });

  it.each([
    ['german', 'did you mean `de`?'],
    ['de_AT', 'did you mean `de-AT`?'],
    ['klingonish', 'codes are en, de, pt-BR …'],
  ])('is told the code of %s', (name, suggestion) => {
    expect(told(read(`work: [{summary: {en: A, ${name}: B}}]`)).map((one) => one.split(' → ')[1])).toEqual([
      suggestion,
    ]);
  });

  it('is told, where what stands behind a language is no text', () => {
    expect(told(read('work: [{summary: {en: A, de: [B]}}]'))).toEqual([
      '2:26 error wrong-type <work[0].summary.de> `de` should be text → write one text for each language',
    ]);
  });

  it.each([
    ['dates are the same everywhere', 'work: [{startDate: {en: 2018, de: 2018}}]', 'wrong-type'],
    ['ids are not read by people', 'work: [{id: {en: a, de: b}}]', 'wrong-type'],
    ['a sentence with a colon is no Norwegian', 'work: [{highlights: [{No: we did not}]}]', 'unknown-key'],
    ['an unknown word is no language', 'work: [{name: {company: A}}]', 'wrong-type'],
  ])('is an error: %s', (_, text, rule) => {
    expect(read(text).diagnostics.map((diagnostic) => diagnostic.rule)).toEqual([rule]);
  });

  it('is an entry with an id, not Indonesian', () => {
    const { resume, diagnostics } = read(
      'work: [{highlights: [{id: a, text: A}]}]\nprojects: [{id: p, url: "https://p.example"}]',
    );
    expect(diagnostics).toEqual([]);
    expect(resume?.work?.[0]?.highlights).toEqual([{ id: 'a', text: 'A' }]);
  });
});
