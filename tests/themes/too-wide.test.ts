import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listThemes } from '../../src/theme/read.js';
import { scratch } from '../browser/scratch.js';
import { testRenderer } from '../test-browser.js';

// What is wider than the page makes Chromium print all of it smaller. Nothing that an author writes is to lead there, and a
// theme that does is found out.

const renderer = testRenderer();
const folder = scratch();

const LONG: [what: string, source: string][] = [
  ['address on the web', `basics: { name: Ada, url: "https://example.com/${'a'.repeat(200)}" }`],
  [
    'address with signs in it',
    `basics: { name: Ada, url: "https://example.com/${'portfolio-of/'.repeat(20)}" }`,
  ],
  ['e-mail address', `basics: { name: Ada, email: "${'ada.'.repeat(40)}ada@example.com" }`],
  ['place', `basics: { name: Ada, location: { address: ${'Northwind Lane '.repeat(14)} } }`],
  ['name', `basics: { name: ${'Wolfeschlegelsteinhausenbergerdorff'.repeat(4)} }`],
  [
    'date',
    `basics: { name: Ada }\nwork: [{ name: Northwind, position: Engineer, startDate: ${'long ago '.repeat(20)} }]`,
  ],
  [
    'date of one word',
    `basics: { name: Ada }\nwork: [{ name: Northwind, position: Engineer, startDate: ${'longago'.repeat(20)} }]`,
  ],
];

describe.each(await listThemes())('%s', (theme) => {
  it.each(LONG)('has room for a long %s', async (_, source) => {
    const { diagnostics } = await renderer.render(source, { theme, formats: ['pdf'] });
    expect(diagnostics.filter(({ rule }) => rule !== 'odd-date')).toEqual([]);
  });
});

it('a theme that is wider than its page is told how much smaller all of it is printed', async () => {
  const theme = join(folder, 'wide');
  mkdirSync(theme);
  writeFileSync(join(theme, 'theme.yaml'), 'extends: classic\n');
  writeFileSync(join(theme, 'theme.css'), 'main { width: 700px; }\n');
  const render = (source: string) => renderer.render(source, { theme, formats: ['pdf'] });
  const { diagnostics } = await render('basics: { name: Ada, summary: Engineer }');
  expect(diagnostics).toMatchObject([{ rule: 'too-wide', severity: 'warning', file: 'theme wide' }]);
  expect(diagnostics[0]?.message).toMatch(/^something is wider .* printed all of it \d+ % smaller$/);
});
