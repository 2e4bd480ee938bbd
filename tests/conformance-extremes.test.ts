import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { TORTURE } from '../src/commands/themes/test-theme.js';
import { packageRoot } from '../src/package-root.js';
import { listThemes } from '../src/theme/read.js';
import { conform } from './conform.js';
import { testBrowser } from './test-browser.js';

// Every theme × what is not among the samples: everything at once, nothing but a name, and the scripts of which there is no
// sample. (Arabic and Japanese ones there are.) A file of its own, so that both halves of the matrix run at once.

const folder = join(packageRoot(), 'tests', 'fixtures', 'extremes');
const extremes = [
  join(packageRoot(), TORTURE),
  ...(await readdir(folder)).sort().map((name) => join(folder, name)),
];
const themes = await listThemes();

conform(
  themes.flatMap((theme) => extremes.map((file) => ({ theme, file }))),
  testBrowser(),
);

test('the extremes are these', () => {
  expect(extremes.map((path) => path.split(/[\\/]/).slice(-2).join('/'))).toEqual([
    'torture/resume.yaml',
    'extremes/chinese.yaml',
    'extremes/hebrew.yaml',
    'extremes/korean.yaml',
    'extremes/minimal.yaml',
  ]);
});
