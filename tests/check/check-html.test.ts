import { expect, test } from 'vitest';
import { checkFile } from '../../src/check/check-file.js';

const page = (body: string, head = '<title>Ada Example – Résumé</title>') =>
  Buffer.from(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`);
const rulesOf = async (html: Uint8Array) => (await checkFile(html, 'html')).findings.map(({ rule }) => rule);

const SOUND = `<h1>Ada Example</h1><p>ada@example.com · +1 555 010 0199</p><h2>Experience</h2>
<h3>Engineer, Mar 2021 – Present</h3><p>Northwind Grid, Lisbon</p><ul><li>Built a bridge.</li></ul>`;

test('a sound page has no finding', async () => {
  const { findings, recovered } = await checkFile(page(SOUND), 'html');
  expect(findings).toEqual([]);
  expect(recovered?.jobs).toEqual([
    { title: 'Engineer', employer: 'Northwind Grid', place: 'Lisbon', start: '2021-03', end: 'present' },
  ]);
});

test('tables, hidden words, pictures without words and unsafe links are named', async () => {
  const bad = `${SOUND}<table><tr><td>Skills</td></tr></table><p style="display: none">kubernetes</p>
<img src="data:,"><a href="javascript:void 0">more</a>`;
  expect(await rulesOf(page(bad))).toEqual(
    expect.arrayContaining(['table', 'hidden-text', 'image-alt', 'link-scheme']),
  );
});

test('a page without title and language', async () => {
  const rules = await rulesOf(Buffer.from(SOUND));
  expect(rules).toEqual(expect.arrayContaining(['no-title', 'no-language']));
});
