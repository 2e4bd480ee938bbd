import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { packageRoot } from '../../src/package-root.js';
import { listThemes } from '../../src/theme/read.js';
import { themeSchema } from '../../src/theme/schema.js';
import { readThemeFile } from '../../src/theme/theme-files.js';

// The build hands the program what `yaml` and the schema make of the themes that ship with it.

it.each(await listThemes())('%s says the same to the build as to the program', async (name) => {
  const folder = join(packageRoot(), 'themes', name);
  const text = await readFile(join(folder, 'theme.yaml'), 'utf8');
  // In the same order, too: that of the style sheet depends on it.
  expect(JSON.stringify(themeSchema.parse(parse(text)))).toBe(JSON.stringify(readThemeFile(folder).file));
});
