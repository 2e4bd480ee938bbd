import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkFile } from '../src/check/check-file.js';
import { packageRoot } from '../src/package-root.js';
import { renderDocument } from '../src/pipeline.js';
import { listThemes, readTheme } from '../src/theme/read.js';
import { resumeOf } from './page/samples.js';
import { testBrowser } from './test-browser.js';

// A résumé in Devanagari, for whose language there is no pack: every theme prints it, no word is lost in any format, and
// two independent programs read the same in the PDF.

const browser = testBrowser();
const yaml = await readFile(join(packageRoot(), 'tests', 'fixtures', 'hindi.yaml'), 'utf8');

it.each(await listThemes())('prints in %s as it was written', async (theme) => {
  const { files, diagnostics } = await renderDocument(resumeOf(yaml), await readTheme(theme), {
    formats: ['pdf', 'html', 'docx'],
    file: 'hindi.yaml',
    date: new Date(0),
    verify: true,
    browser: () => browser,
  });
  expect(diagnostics).toEqual([]);
  expect(files).toHaveLength(3);
  const pdf = files[0]?.bytes ?? new Uint8Array();
  const rules = (await checkFile(pdf, 'pdf')).findings.map(({ rule }) => rule);
  expect(rules.filter((rule) => /^ua-|disagree|invisible|no-text/.test(rule))).toEqual([]);
});
