import { afterEach, beforeEach, expect, test } from 'vitest';
import { enterFolder, render } from './command.js';

// `--pages` as it is seen from outside.

const highlights = (count: number) => Array.from({ length: count }, (_, at) => `Line ${at}`).join(', ');

/** Much more than a page, and a page budget of its own. */
const LONG = `basics:
  name: Ada Example
work:
  - name: Northwind Grid
    position: Staff Engineer
    highlights: [${highlights(70)}]
  - name: Harbour Works
    position: Engineer
    highlights: [One, Two]
meta:
  pages: 1
`;

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({ 'long.yaml': LONG, 'short.yaml': 'basics: { name: Ada Example }\n' });
});
afterEach(() => folder.leave());

const TOLD = `error: does not fit 1 page: pressed as far as its theme allows, it is 20 lines (256 pt) too long; last stand “Staff Engineer” (work[0]) and “Engineer” (work[1]) [does-not-fit]
  --> long.yaml:11:10
10 | meta:
11 |   pages: 1
   |          ^ shorten or leave out what matters least, or allow 2 pages

2 résumés, 2 files written, 1 error`;

/** Without the line that says why the sandbox is off, which depends on the machine. */
const findings = (err: string) => err.replace(/^The browser runs without its sandbox: .*\n/, '');

test('what does not fit is told with its place, and not written', async () => {
  const { code, out, err } = await render('long.yaml', 'short.yaml', '-f', 'docx,txt');
  expect(findings(err)).toBe(TOLD);
  expect(out).toBe('out/short.docx\nout/short.txt');
  expect(code).toBe(1);
});

test('asked for on the command line, it is about the file', async () => {
  const { code, out, err } = await render('long.yaml', '--pages', '1', '-f', 'pdf', '--report', 'json');
  const { diagnostics } = JSON.parse(out);
  expect(diagnostics).toMatchObject([{ rule: 'does-not-fit', path: '' }]);
  expect('place' in diagnostics[0]).toBe(false);
  expect([code, err]).toEqual([1, '']);
});

test('the command line may allow more than the résumé does', async () => {
  const { code, out } = await render('long.yaml', '--pages', '2', '-f', 'pdf');
  expect([code, out]).toEqual([0, 'out/long.pdf']);
});
