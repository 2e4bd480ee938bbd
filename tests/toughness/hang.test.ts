import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBrowser } from '../../src/browser/open.js';
import { PrintError } from '../../src/errors.js';
import { renderDocument } from '../../src/pipeline.js';
import { readResume } from '../../src/resume/read.js';
import { readTheme } from '../../src/theme/read.js';
import { readPdf } from '../browser/reader.js';
import { groupsUsing, livingIn, scratch } from '../browser/scratch.js';

// Pages that keep a real browser busy for minutes, and one that has printed enough. The limit is short here, and still far
// above what a plain page takes.

const folder = scratch();
const temporaryRoot = (name: string) => {
  const root = join(folder, name);
  mkdirSync(root);
  return root;
};
/** No script runs: it is the painting that does not end. */
const ENDLESS = '<p style="filter: blur(5000px); height: 200cm; background: red">x</p>'.repeat(20);
const PATIENCE = 4000;

describe('a page that hangs', () => {
  it('is given up after the limit, while the others are printed by the same browser', async () => {
    const root = temporaryRoot('hang');
    await using browser = openBrowser({
      env: process.env,
      temporaryRoot: root,
      pages: 2,
      patience: PATIENCE,
    });
    await browser.describe();
    const profiles = readdirSync(root);
    const hanging = browser.print(ENDLESS).catch((error: unknown) => error);
    const others = await Promise.all(
      ['one', 'two', 'three'].map(async (name) => (await readPdf(await browser.print(`<p>${name}`))).text),
    );
    expect(others.map((text) => text.trim())).toEqual(['one', 'two', 'three']);
    const error = await hanging;
    expect(error).toBeInstanceOf(PrintError);
    expect((error as Error).message).toBe('the page was given up: it took the browser more than 4 seconds');
    expect((await readPdf(await browser.print('<p>after'))).text).toContain('after');
    expect(readdirSync(root)).toEqual(profiles);
  });

  it('is named with its file, and the formats that need no browser are there', async () => {
    const { resume } = readResume('basics: {name: Ada Example}', 'slow.yaml');
    const theme = { ...(await readTheme('classic')), css: 'h1 { height: 1000000cm }' };
    await using browser = openBrowser({
      env: process.env,
      temporaryRoot: temporaryRoot('named'),
      patience: 2000,
    });
    await browser.describe();
    const options = { file: 'slow.yaml', date: new Date(0), browser: () => browser };
    const { files, failure } = await renderDocument(resume as NonNullable<typeof resume>, theme, {
      ...options,
      formats: ['pdf', 'html', 'docx'],
    });
    expect(files.map(({ format }) => format)).toEqual(['html', 'docx']);
    expect(failure?.message).toBe(
      'slow.yaml: the page was given up: it took the browser more than 2 seconds',
    );
    expect(failure?.hint).toBeTruthy();
  });
});

/** Processes end when the machine has time for it. */
const PATIENT = { timeout: 30_000 };

describe('a browser', () => {
  it.runIf(process.platform === 'linux')(
    'that answers nothing is ended and replaced, and no document is lost',
    async () => {
      const root = temporaryRoot('stopped');
      await using browser = openBrowser({ env: process.env, temporaryRoot: root, pages: 2, patience: 3000 });
      await browser.print('<p>before');
      const [stopped] = await groupsUsing(root);
      const profiles = readdirSync(root);
      process.kill(stopped as number, 'SIGSTOP');
      const names = ['one', 'two', 'three', 'four'];
      const texts = await Promise.all(
        names.map(async (name) => (await readPdf(await browser.print(`<p>${name}`))).text.trim()),
      );
      expect(texts).toEqual(names);
      await expect.poll(() => livingIn([stopped as number]), PATIENT).toEqual([]);
      await expect.poll(() => readdirSync(root).length, PATIENT).toBe(1);
      expect(readdirSync(root)).not.toEqual(profiles);
    },
  );

  it('that has printed enough is replaced by another, and gone', async () => {
    const root = temporaryRoot('spent');
    await using browser = openBrowser({ env: process.env, temporaryRoot: root, pages: 2, lifespan: 5 });
    await browser.print('<p>first');
    const before = await groupsUsing(root);
    const names = Array.from({ length: 12 }, (_, index) => `document ${index}`);
    const texts = await Promise.all(
      names.map(async (name) => (await readPdf(await browser.print(`<p>${name}`))).text.trim()),
    );
    expect(texts).toEqual(names);
    // The third has printed three of its five.
    await expect.poll(() => livingIn(before), PATIENT).toEqual([]);
    await expect.poll(() => readdirSync(root).length, PATIENT).toBe(1);
  });
});
