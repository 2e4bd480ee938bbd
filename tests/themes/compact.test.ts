import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readOverflow } from '../../src/fit/read-overflow.js';
import { packageRoot } from '../../src/package-root.js';
import { renderDocument } from '../../src/pipeline.js';
import { readResume } from '../../src/resume/read.js';
import { PAPERS } from '../../src/theme/paper.js';
import { readTheme } from '../../src/theme/read.js';
import { testBrowser } from '../test-browser.js';

// What the theme is for: the same résumé on less paper.

const browser = testBrowser();

/** In pages, the last one as far as it is filled. */
async function paperOf(sample: string, name: string): Promise<number> {
  const file = join(packageRoot(), 'resumes', sample);
  const { resume } = readResume(await readFile(file, 'utf8'), sample);
  const theme = await readTheme(name);
  if (!resume) throw new Error(`${sample} is no résumé`);
  const { files } = await renderDocument(resume, theme, {
    formats: ['pdf'],
    file: sample,
    date: new Date(0),
    browser: () => browser,
  });
  const { top, bottom } = theme.page.margin;
  const { points } = await readOverflow(files[0]?.bytes ?? new Uint8Array(), 0, top);
  return points / (PAPERS[theme.page.paper].height - top - bottom);
}

it.each(['backend-engineer.yaml', 'data-platform-lead.yaml', 'engineering-manager.yaml', 'translator.yaml'])(
  'compact holds a fifth more on a page than classic: %s',
  async (sample) => {
    const [classic, compact] = [await paperOf(sample, 'classic'), await paperOf(sample, 'compact')];
    expect(classic / compact).toBeGreaterThan(1.2);
  },
);
