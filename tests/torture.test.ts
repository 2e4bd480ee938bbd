import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { traceLeaves } from '../src/check/fields/cover-fields.js';
import { resumeLeaves } from '../src/check/fields/resume-leaves.js';
import { TORTURE } from '../src/commands/themes/test-theme.js';
import { packageRoot } from '../src/package-root.js';
import { readResume } from '../src/resume/read.js';
import { buildView } from '../src/view/build-view.js';
import { textsOf } from '../src/view/texts-of.js';
import { schemaFields } from './schema-fields.js';

// The résumé that themes are tested with has every field that a reader can see: a new one in the schema is missing here
// until it is written into templates/torture/resume.yaml.

const source = await readFile(join(packageRoot(), TORTURE), 'utf8');
const { resume, diagnostics } = readResume(source, TORTURE);
if (!resume) throw new Error('no résumé');
const leaves = resumeLeaves(resume);
const texts = textsOf(buildView(resume));

const generic = (path: string) =>
  path.replaceAll(/\[\d+\]/g, '[]').replace(/^meta\.titles\..*/, 'meta.titles.*');
const written = new Set(leaves.map(({ path }) => generic(path)));

const SEEN = ['text', 'line', 'prose', 'url', 'date'];
const fields = [
  ...new Set(
    schemaFields()
      .filter(({ kind }) => SEEN.includes(kind))
      .map(({ path }) => path),
  ),
];

describe('the torture résumé', () => {
  it('is a résumé without a fault', () => {
    expect(diagnostics).toEqual([]);
    expect(fields.length).toBeGreaterThan(200);
  });

  // Some take one value or a list of them, and a list is enough.
  it.each(fields)('has %s', (path) => {
    expect([...written].some((one) => one === path || one.startsWith(`${path}[]`))).toBe(true);
  });

  it('has every section, and every kind of section of one’s own', () => {
    const sections = new Set(schemaFields().map(({ path }) => path.split(/[.[]/, 1)[0] ?? ''));
    for (const section of sections)
      expect(Object.keys({ ...resume, $schema: '' }), section).toContain(section);
    expect(new Set(resume.sections?.map(({ kind }) => kind))).toEqual(
      new Set(['entries', 'list', 'text', 'pairs']),
    );
  });

  it('has forty bullets in a row, words longer than a line, and parts that nobody is to see', () => {
    expect(Math.max(...(resume.work ?? []).map(({ highlights = [] }) => highlights.length))).toBeGreaterThan(
      40,
    );
    expect(source).toMatch(/\p{L}{80,}/u);
    expect(leaves.map(({ value }) => value).join()).not.toMatch(/for nobody|nobody sees/);
    expect(source).toMatch(/for nobody.*nobody sees/s);
  });

  it.each(['Greek', 'Cyrillic', 'Hebrew', 'Arabic', 'Han', 'Hiragana', 'Katakana', 'Hangul'])(
    'has %s letters',
    (script) => {
      expect(source).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
    },
  );

  it('shows every value that it has', () => {
    const unsaid = traceLeaves(leaves, texts).filter(
      ({ texts, link, isPicture }) => texts.length === 0 && link === undefined && !isPicture,
    );
    expect(unsaid).toEqual([]);
  });
});
