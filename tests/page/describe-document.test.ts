import { afterEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.js';
import { describeDocument, documentDate } from '../../src/page/describe-document.js';
import { buildView } from '../../src/view/build-view.js';
import { DATE, resumeOf } from './samples.js';

const documentOf = (yaml: string) => {
  const resume = resumeOf(yaml);
  return describeDocument(resume, buildView(resume), DATE);
};

describe('a document’s properties', () => {
  it('are those of the page', () => {
    expect(
      documentOf(`
basics: {name: Ada Example, label: "Engineer & *poet*"}
skills: [{name: "**Rust**"}, {name: Scripts, keywords: [Perl, {name: Awk}, Perl]}, {keywords: [Go]}]
meta: {locale: de-AT}
`),
    ).toEqual({
      title: 'Ada Example – Lebenslauf',
      author: 'Ada Example',
      lang: 'de-AT',
      description: 'Ada Example, Engineer & poet',
      keywords: ['Rust', 'Perl', 'Awk', 'Go'],
      date: DATE,
    });
  });

  it('have no description without a label and no keywords without skills', () => {
    expect(documentOf('basics: {name: Ada}')).toEqual({
      title: 'Ada – Résumé',
      author: 'Ada',
      lang: 'en',
      keywords: [],
      date: DATE,
    });
  });

  it('do not name skills that the page does not show', () => {
    const skills = 'basics: {name: Ada}\nskills: [{name: Rust}, {name: Go, private: true}]\n';
    expect(documentOf(skills).keywords).toEqual(['Rust']);
    expect(documentOf(`${skills}meta: {hidden: [skills]}`).keywords).toEqual([]);
    const members =
      'basics: {name: Ada}\nskills: [{name: Scripts, keywords: [Perl, {name: Awk, private: true}]}]\n';
    expect(documentOf(members).keywords).toEqual(['Perl']);
  });

  it('name no more skills than Word shows', () => {
    const many = Array.from({ length: 60 }, (_, index) => `Skill ${index}`).join(', ');
    const { keywords } = documentOf(`basics: {name: Ada}\nskills: [{keywords: [${many}]}]\n`);
    expect(keywords.length).toBeGreaterThan(20);
    expect(keywords.join(', ').length).toBeLessThanOrEqual(255);
  });
});

describe('a document’s date', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  const MODIFIED = new Date('2023-03-04T05:06:07.891Z');
  const dateOf = (lastModified?: string, epoch?: string) =>
    documentDate(
      resumeOf(`basics: {name: Ada}\nmeta: {lastModified: ${JSON.stringify(lastModified ?? '')}}`),
      epoch,
      MODIFIED,
    ).toISOString();

  it('is SOURCE_DATE_EPOCH before all', () => {
    expect(dateOf('2020-01-02', '1700000000')).toBe('2023-11-14T22:13:20.000Z');
    expect(dateOf('2020-01-02', '0')).toBe('1970-01-01T00:00:00.000Z');
  });

  it('is not an empty SOURCE_DATE_EPOCH', () => {
    expect(dateOf('2020-01-02', '')).toBe('2020-01-02T00:00:00.000Z');
    expect(dateOf(undefined, '')).toBe('2023-03-04T05:06:07.000Z');
  });

  it.each(['yesterday', '1.5', '-1', ' 1', '253402300800'])('cannot be one of %j', (epoch) => {
    expect(() => dateOf('2020-01-02', epoch)).toThrow(UsageError);
    expect(dateOf(undefined, '253402300799')).toBe('9999-12-31T23:59:59.000Z');
  });

  it('is the day the file was last changed, to the second, when nothing else is said', () => {
    expect(dateOf()).toBe('2023-03-04T05:06:07.000Z');
    expect(documentDate(resumeOf('basics: {name: Ada}'), undefined, MODIFIED).toISOString()).toBe(
      '2023-03-04T05:06:07.000Z',
    );
  });

  it.each(['v1.0', 'soon', '2020-13-45', 'May 2020'])('is not a lastModified of %j', (written) => {
    expect(dateOf(written)).toBe('2023-03-04T05:06:07.000Z');
  });

  it.each([
    ['2020', '2020-01-01T00:00:00.000Z'],
    ['2020-05', '2020-05-01T00:00:00.000Z'],
    ['2020-05-06', '2020-05-06T00:00:00.000Z'],
    ['2020-05-06T07:08', '2020-05-06T07:08:00.000Z'],
    ['2017-12-24T15:53:00', '2017-12-24T15:53:00.000Z'],
    ['2017-12-24 15:53:00', '2017-12-24T15:53:00.000Z'],
    ['2017-12-24T15:53:00.123Z', '2017-12-24T15:53:00.000Z'],
    ['2017-12-24T15:53:00+02:00', '2017-12-24T13:53:00.000Z'],
  ])('is meta.lastModified, %j, in every time zone', (written, iso) => {
    for (const here of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env.TZ = here;
      expect(dateOf(written), here).toBe(iso);
    }
  });

  it('is asked for in time zones that differ', () => {
    process.env.TZ = 'America/Los_Angeles';
    const west = new Date('2020-05-06T07:08').getTime();
    process.env.TZ = 'Pacific/Kiritimati';
    expect(new Date('2020-05-06T07:08').getTime()).not.toBe(west);
  });
});
