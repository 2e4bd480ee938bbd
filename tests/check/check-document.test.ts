import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '../../src/check/rules/rules.js';
import { packageRoot } from '../../src/package-root.js';

const FORMATS = { pdf: 'PDF', docx: 'Word', html: 'HTML' };

test('docs/check.md lists every rule, with its severity and formats, and no other', async () => {
  const document = await readFile(join(packageRoot(), 'docs/check.md'), 'utf8');
  const listed = [...document.matchAll(/^\| `([a-z-]+)` \| (error|warning|note) \| ([^|]+) \|/gm)];
  const rules = RULES.map(({ id, severity, formats }) => [
    id,
    severity === 'info' ? 'note' : severity,
    formats.length === 3 ? 'all' : formats.map((format) => FORMATS[format]).join(', '),
  ]);
  expect(listed.map(([, ...cells]) => cells.map((cell) => cell.trim())).sort()).toEqual(rules.sort());
});
