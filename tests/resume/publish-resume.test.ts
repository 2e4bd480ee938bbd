import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContentError } from '../../src/errors.js';
import { publishResume } from '../../src/resume/publish-resume.js';
import { readResume } from '../../src/resume/read.js';
import type { Resume } from '../../src/resume/schema.js';
import { buildView } from '../../src/view/build-view.js';
import { anyResume } from '../any-resume.js';
import { readSample, resumeOf, SAMPLES } from '../page/samples.js';

const MODELINE = '# yaml-language-server: $schema=https://unpkg.com/resumewright/resume.schema.json\n';

const publish = (resume: Resume): string =>
  publishResume(
    resume,
    buildView(resume).sections.map(({ id }) => id),
  );

/** What a reader sees, wherever in the file it stood. */
const seen = (resume: Resume): string =>
  JSON.stringify(buildView(resume), (key, value) => (key === 'path' ? undefined : value));

/** The published text is read without any error and shows the same. */
function expectSame(resume: Resume): void {
  const published = publish(resume);
  const again = readResume(published, 'published.yaml');
  expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(again.resume && seen(again.resume)).toBe(seen(resume));
  expect(published).not.toMatch(/<|(?![\t\n])\p{Cc}/u);
}

describe('what is published', () => {
  it('is the résumé in our own words, without what is private or the author’s own', () => {
    const resume = resumeOf(`
# a note to self
x-salary: &pay { amount: 1 }
$schema: ./schemas/mine.json
meta: { theme: ../secret/theme, canonical: https://hidden.example, version: v9, locale: de, lastModified: 2026-03-01,
  paper: a4, pages: 2, hidden: [interests], order: [skills, interests, plans], titles: { work: Laufbahn, interests: Geheim } }
basics:
  name: { en: Ada Example, de: Ada Beispiel }
  image: /home/ada/secret.png
  email: [{ value: a@example.com, label: Büro }, { value: b@example.com, private: true }]
work:
  - { id: acme, tags: [lead], name: Acme, position: P, x-pay: *pay, private: false,
      highlights: [Seen., { text: Unseen., private: true }, { text: Outer., id: o, highlights: [{ text: Inner., private: true }] }] }
  - { name: Unseen, private: true }
skills: [{ name: Go, keywords: [{ name: Unseen, private: true }] }]
interests: [{ name: Unseen }]
sections:
  - { title: Unseen, kind: text, text: Unseen, private: true }
  - { id: plans, title: Pläne, kind: pairs, pairs: [{ name: Unseen, value: [{ name: Unseen, private: true }] }, { name: Start, value: sofort }] }
  - { title: Unseen list, kind: list, items: [{ text: Unseen, private: true }] }
`);
    expect(publish(resume)).toBe(`${MODELINE}basics:
  name: Ada Beispiel
  email:
    - label: Büro
      value: a@example.com
work:
  - position: P
    name: Acme
    highlights:
      - Seen.
      - text: Outer.
skills:
  - name: Go
sections:
  - id: plans
    title: Pläne
    kind: pairs
    pairs:
      - name: Start
        value: sofort
meta:
  lastModified: 2026-03-01
  locale: de
  paper: a4
  pages: 2
  order:
    - skills
    - plans
  titles:
    work: Laufbahn
`);
    expectSame(resume);
  });

  it('keeps the name of a theme that ships with the program', () => {
    expect(publish(resumeOf('basics: {name: A}\nmeta: {theme: classic}'))).toContain('theme: classic');
  });

  it('keeps a section’s id that its place gave it', () => {
    const resume = resumeOf(`
basics: {name: A}
meta: {titles: {section-2: Zwei}}
sections: [{title: "?", kind: text, text: a, private: true}, {title: "!", kind: text, text: b}]`);
    expect(publish(resume)).toContain('id: section-2');
    expectSame(resume);
  });

  it('holds no letter that HTML or a terminal would take for a command', () => {
    const resume = resumeOf('basics: {name: "</script> <!-- \\u009b31m & \\u2028 a\\rb"}');
    expect(publish(resume)).toContain('name: "\\u003c/script> \\u003c!-- \\u009b31m & \\u2028 a\\rb"');
    expectSame(resume);
  });

  it.each(SAMPLES)('shows the same as %s', (name) => {
    expectSame(readSample(name));
  });

  it('shows the same as any résumé', () => {
    fc.assert(
      fc.property(anyResume(), ({ source }) => expectSame(resumeOf(source))),
      { seed: 20_261_120, numRuns: 60, endOnFailure: true },
    );
  });

  it('is as forgiving as JSON Resume where the résumé needs it, and only there', () => {
    const slip = '{"basics": {"name": "A"}, "work": [{"name": "N", "startDate": "2020", "endDate": "2018"}]}';
    const { resume } = readResume(slip, 'resume.json');
    if (!resume) throw new Error('not read');
    expect(publish(resume)).toMatch(/^\$schema: .*jsonresume/m);
    expectSame(resume);
  });

  it('is refused when it would be too large to be read again', () => {
    const long = 'word '.repeat(20_000);
    const resume = resumeOf(
      `basics: {name: A}\nx-a: &a ${long}\nwork: [${Array.from({ length: 12 }, () => '{summary: *a}').join(', ')}]`,
    );
    expect(() => publish(resume)).toThrow(ContentError);
  });
});
