import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/package-root.js';
import { listThemes } from '../src/theme/read.js';
import { conform } from './conform.js';
import { testBrowser } from './test-browser.js';

// Every theme × every sample.

const folder = join(packageRoot(), 'resumes');
const samples = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
const themes = await listThemes();

conform(
  themes.flatMap((theme) => samples.map((sample) => ({ theme, file: join(folder, sample) }))),
  testBrowser(),
);

test('every shape of résumé the README promises is among the samples', () => {
  expect(samples.map((name) => basename(name, '.yaml')).sort()).toEqual([
    'academic',
    'arabic',
    'backend-engineer',
    'data-platform-lead',
    'engineering-manager',
    'japanese',
    'new-graduate',
    'storyteller',
    'systems-programmer',
    'translator',
  ]);
});
