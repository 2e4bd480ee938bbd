import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdfjs } from '../../src/check/pdfjs.js';
import { readHtml } from '../../src/check/read-html.js';
import { SHAPE_NAMES } from '../../src/commands/shapes.js';
import { packageRoot } from '../../src/package-root.js';
import { enterFolder, render, type Said } from './command.js';

// The starters are the first files a newcomer sees: sound, rendered without a finding, one page each, and true in their
// comments too.

let folder: Awaited<ReturnType<typeof enterFolder>>;
let rendered: Said;
beforeAll(async () => {
  folder = await enterFolder({});
  for (const shape of SHAPE_NAMES) await render('init', `${shape}.yaml`, '--shape', shape);
  const files = SHAPE_NAMES.map((shape) => `${shape}.yaml`);
  rendered = await render(...files, '-f', 'pdf,html,docx,txt', '--strict', '--report', 'json');
});
afterAll(() => folder.leave());

test('all render in every format without a finding', () => {
  const { diagnostics, failures, written } = JSON.parse(rendered.out);
  expect({ diagnostics, failures }).toEqual({ diagnostics: [], failures: [] });
  expect(written).toHaveLength(SHAPE_NAMES.length * 4);
  expect(rendered.code).toBe(0);
});

describe.each(SHAPE_NAMES)('the starter for %s', (shape) => {
  const source = () => readFile(`${shape}.yaml`, 'utf8');

  test('is valid, strictly', async () => {
    const said = await render('validate', `${shape}.yaml`, '--strict');
    expect(said).toEqual({ code: 0, out: '', err: '1 résumé checked: all is well' });
  });

  test('is valid with any of its examples switched on, and with all of them', async () => {
    const lines = (await source()).split('\n');
    const isExample = (line: string | undefined) => /^ *# (?!yaml-language-server)/.test(line ?? '');
    const switchedOn = (wanted: (index: number) => boolean) =>
      lines
        .map((line, index) => (isExample(line) && wanted(index) ? line.replace('# ', '') : line))
        .join('\n');
    // An example begins with a key or an entry right behind the `# `; what belongs to it stands further in.
    const starts = lines.flatMap((line, index) => (isExample(line) && /^ *# \S/.test(line) ? [index] : []));
    expect(starts.length).toBeGreaterThan(3);
    const examples = starts.map((start, nth) => {
      const next = starts[nth + 1] ?? lines.length;
      return (index: number) => index >= start && index < next;
    });
    await writeFile(
      'all.yaml',
      switchedOn(() => true),
    );
    expect(await render('validate', 'all.yaml', '--strict')).toMatchObject({ code: 0 });
    for (const [nth, wanted] of examples.entries()) {
      const text = switchedOn(wanted);
      expect(text).not.toBe(lines.join('\n'));
      await writeFile(`one-${nth}.yaml`, text);
      const said = await render('validate', `one-${nth}.yaml`, '--strict');
      expect(said, text).toMatchObject({ code: 0 });
    }
  });

  test('fills one page', async () => {
    const task = pdfjs.getDocument({
      data: Uint8Array.from(await readFile(`out/${shape}.pdf`)),
      verbosity: 0,
    });
    const document = await task.promise;
    expect(document.numPages).toBe(1);
    const page = await document.getPage(1);
    const { items } = await page.getTextContent();
    const heights = items.flatMap((item) => ('str' in item && item.str.trim() ? [item.transform[5]] : []));
    // In points from the bottom of the page.
    expect(Math.min(...heights)).toBeLessThan(120);
    await task.destroy();
  });

  test('begins with the line that makes editors complete and check, and keeps to a screen’s width', async () => {
    const lines = (await source()).split('\n');
    expect(lines[0]).toBe(
      '# yaml-language-server: $schema=https://unpkg.com/resumewright/resume.schema.json',
    );
    expect(lines.filter((line) => line.length > 120)).toEqual([]);
  });
});

test.each([
  ['engineer', ['Summary', 'Experience', 'Projects', 'Skills']],
  ['graduate', ['Summary', 'Education', 'Projects', 'Experience']],
  ['academic', ['Summary', 'Experience', 'Education', 'Publications', 'Talks', 'Grants', 'Teaching']],
  ['career-changer', ['Summary', 'What I bring', 'Projects', 'Skills']],
])('the starter for %s leads with what counts there', async (shape, sections) => {
  const { headings } = readHtml(await readFile(`out/${shape}.html`, 'utf8'));
  const titles = headings.filter(({ level }) => level === 2).map(({ text }) => text);
  expect(titles.slice(0, sections.length)).toEqual(sections);
});

test('the headings and “Present” are in the language that was asked for, the comments stay', async () => {
  await render('init', 'de.yaml', '--shape', 'graduate', '--locale', 'de-CH');
  expect(await render('de.yaml', '-f', 'html', '--strict')).toMatchObject({ code: 0 });
  const page = await readFile('out/de.html', 'utf8');
  expect(readHtml(page).headings.map(({ text }) => text)).toContain('Ausbildung');
  expect(page).toContain('heute');
  const comments = (text: string) => text.split('\n').filter((line) => line.includes('#'));
  const template = await readFile(join(packageRoot(), 'templates', 'starters', 'graduate.yaml'), 'utf8');
  expect(comments(await readFile('de.yaml', 'utf8'))).toEqual(comments(template));
});
