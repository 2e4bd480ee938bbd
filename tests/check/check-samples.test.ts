import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../src/check/check-file.js';
import { CHECK_FORMATS, type CheckFormat } from '../../src/check/extract/extraction.js';
import { ownTheme } from '../../src/own-theme.js';
import { packageRoot } from '../../src/package-root.js';
import { renderDocument } from '../../src/pipeline.js';
import { LANGUAGES } from '../../src/resume/locales.js';
import { readResume } from '../../src/resume/read.js';
import type { Resume } from '../../src/resume/schema.js';
import { listThemes, readTheme } from '../../src/theme/read.js';
import type { Theme } from '../../src/theme/theme.js';
import { testBrowser } from '../test-browser.js';
import { compareFields, type Field } from './expected-fields.js';

// What applicant systems find in our own files: everything that is in the YAML, and no fault.

const folder = join(packageRoot(), 'resumes');
const samples = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
const themes = await listThemes();

const browser = testBrowser();

async function readSample(name: string): Promise<{ resume: Resume; theme: Theme }> {
  const { resume, tree } = readResume(await readFile(join(folder, name), 'utf8'), name);
  if (!resume || !tree) throw new Error(`${name} is no résumé`);
  const { themes: own } = await ownTheme(resume, tree);
  return { resume, theme: own[0] ?? (await readTheme('classic')) };
}

async function checkSample(resume: Resume, theme: Theme, formats: readonly CheckFormat[]) {
  const { files } = await renderDocument(resume, theme, {
    formats,
    file: 'sample.yaml',
    date: new Date(Date.UTC(2026, 0, 2)),
    verify: false,
    browser: () => browser,
  });
  expect(files.map(({ format }) => format)).toEqual(formats);
  return Promise.all(files.map(({ format, bytes }) => checkFile(bytes, format as CheckFormat)));
}

const lost = (fields: readonly Field[]) => fields.filter(({ found }) => !found);

test('98 % of the fields of the samples come back from PDF, from Word and from HTML, alike', async () => {
  const counts = new Map<string, { all: number; lost: Field[] }>();
  for (const sample of samples) {
    const { resume, theme } = await readSample(sample);
    const checks = await checkSample(resume, theme, CHECK_FORMATS);
    for (const { format, recovered } of checks) {
      if (!recovered) throw new Error(`nothing is recovered from ${sample} as ${format}`);
      const fields = compareFields(resume, recovered);
      const count = counts.get(format) ?? { all: 0, lost: [] };
      counts.set(format, { all: count.all + fields.length, lost: [...count.lost, ...lost(fields)] });
    }
    const [pdf, docx] = checks.map(({ recovered }) => recovered);
    expect(pdf).toEqual(docx);
  }
  for (const [format, { all, lost }] of counts) {
    expect(all).toBeGreaterThan(300);
    expect({ format, kept: 1 - lost.length / all, lost }).toSatisfy(({ kept }) => kept >= 0.98);
  }
});

describe('no finding is an error', () => {
  const errors = async (resume: Resume, theme: Theme) =>
    (await checkSample(resume, theme, CHECK_FORMATS)).flatMap(({ format, findings }) =>
      findings.filter(({ severity }) => severity === 'error').map((finding) => ({ format, ...finding })),
    );

  test.each(samples)('%s', async (sample) => {
    const { resume, theme } = await readSample(sample);
    expect(await errors(resume, theme)).toEqual([]);
  });

  test.each(themes)('theme %s', async (name) => {
    const { resume } = await readSample('engineering-manager.yaml');
    expect(await errors(resume, await readTheme(name))).toEqual([]);
  });
});

test.each(LANGUAGES)(
  'in %s, with its headings and dates, everything comes back from Word',
  async (locale) => {
    const theme = await readTheme('classic');
    for (const sample of ['systems-programmer.yaml', 'engineering-manager.yaml']) {
      const { resume } = await readSample(sample);
      const { titles: _, ...meta } = resume.meta ?? {};
      const [check] = await checkSample({ ...resume, meta: { ...meta, locale } }, theme, ['docx']);
      expect(check?.recovered && lost(compareFields(resume, check.recovered))).toEqual([]);
    }
  },
);
