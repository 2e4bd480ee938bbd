import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/package-root.js';
import { listThemes } from '../../src/theme/read.js';
import { readThemeFile } from '../../src/theme/theme-files.js';

// The build hands the program what `yaml` makes of the themes that ship with it, unjudged.

it.each(await listThemes())('%s says the same to the build as to the program', async (name) => {
  const folder = join(packageRoot(), 'themes', name);
  const text = await readFile(join(folder, 'theme.yaml'), 'utf8');
  expect(parse(text)).toEqual(readThemeFile(folder).file);
});
