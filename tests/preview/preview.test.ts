import { mkdir, rm, writeFile } from 'node:fs/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { axeFaults } from '../axe-faults.js';
import { enterFolder, render } from '../cli/command.js';
import { type Watching, watching } from '../cli/watching.js';
import { foundBrowser } from '../found-browser.js';

// `render preview` in a real browser, with its script running, as a person with an editor beside it has it.

const list = (count: number) => Array.from({ length: count }, (_, at) => `      - Line ${at}.`).join('\n');
const resume = (position: string) => `basics: { name: Ada Example, email: ada@example.com }
work:
  - name: Northwind Grid
    position: ${position}
    startDate: 2021-03
    highlights:
${list(70)}
`;

let chromium: Browser;
let folder: Awaited<ReturnType<typeof enterFolder>>;
let program: Watching;
let page: Page;
let url: string;

beforeAll(async () => {
  folder = await enterFolder({
    'resumes/ada.yaml': resume('Engineer'),
    'resumes/bob.yaml': 'basics: { name: Bob Example }\n',
    'mine/theme.yaml': 'extends: classic\n',
    'mine/theme.css': 'h1 { color: rgb(1, 2, 3) }\n',
  });
  // A browser with none of our walls around it, as a reader has it: ours reaches no server.
  const { program: executablePath, env, sandbox } = await foundBrowser();
  const args = ['--disable-gpu', ...(sandbox ? [] : ['--no-sandbox'])];
  chromium = await puppeteer.launch({ executablePath, headless: 'shell', pipe: true, args, env });
  program = watching(folder.path, ['preview', '--theme', './mine'], process.env);
  const said = await program.until(/http:\S+\n/);
  url = said.trim().split('\n').at(-1) ?? '';
}, 120_000);
afterAll(async () => {
  await chromium?.close();
  await program?.end('SIGTERM');
  await folder?.leave();
});

beforeEach(async () => {
  await writeFile('resumes/ada.yaml', resume('Engineer'));
  page = await chromium.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(url);
  await says('Up to date');
  await reads('Engineer');
});
afterEach(() => page.close());

const textOf = (selector: string) => page.$eval(selector, (part) => part.textContent ?? '');
const until = (condition: string) => page.waitForFunction(condition, { timeout: 50_000 });
const says = (status: string) => until(`document.getElementById('status').textContent === '${status}'`);
/** The three views show a résumé with this word. */
const reads = (word: string) =>
  until(`document.querySelector('iframe:not(.coming)')?.contentDocument.body.textContent.includes('${word}')
    && document.getElementById('text').textContent.includes('${word}')
    && document.querySelector('#paper img')?.naturalWidth > 0`);
const inPage = (script: string) =>
  page.evaluate(`((frame) => ${script})(document.querySelector('iframe:not(.coming)').contentWindow)`);

test('the page, the PDF and what a machine reads stand side by side', async () => {
  expect(await inPage('frame.document.querySelector("h1").textContent')).toBe('Ada Example');
  expect(await textOf('#recovered')).toContain('Engineer · Northwind Grid · 2021-03 to present');
  expect(await page.$$eval('#paper img', (images) => images.map(({ alt }) => alt))).toEqual([
    'Page 1 of 2',
    'Page 2 of 2',
  ]);
  const left = await page.$$eval('main > section', (parts) =>
    parts.map((part) => part.getBoundingClientRect().left),
  );
  expect(left).toEqual([...left].sort((a, b) => a - b));
  expect(new Set(left).size).toBe(3);
});

test('an edit is shown, and the reader stays where they are', async () => {
  await inPage('frame.scrollTo(0, 300)');
  for (const panel of ['#paper', '#machine']) {
    await page.$eval(`${panel} .body`, (body) => body.scrollTo(0, 200));
  }
  await writeFile('resumes/ada.yaml', resume('Architect'));
  await reads('Architect');
  await says('Up to date');
  expect(await inPage('frame.scrollY')).toBe(300);
  expect(await page.$eval('#paper .body', ({ scrollTop }) => scrollTop)).toBe(200);
  expect(await page.$eval('#machine .body', ({ scrollTop }) => scrollTop)).toBe(200);
  expect(await page.$$('iframe')).toHaveLength(1);
});

test('a mistake is shown with its place while the last good version stays, and goes when it is mended', async () => {
  await writeFile('resumes/ada.yaml', resume('Architect').replace('position', 'positon'));
  await until(`document.getElementById('status').textContent.includes('the last good version is shown')`);
  const findings = await textOf('#findings');
  expect(findings).toContain('unknown key `positon` in work[0]');
  expect(findings).toContain('resumes/ada.yaml:4:5');
  expect(findings).toContain('did you mean `position`?');
  await reads('Engineer');
  await writeFile('resumes/ada.yaml', resume('Architect'));
  await reads('Architect');
  await says('Up to date');
  expect(await page.$eval('#findings', (part) => part.checkVisibility())).toBe(false);
});

test('a résumé of which there never was a good version shows nothing of the one before', async () => {
  await writeFile('resumes/eve.yaml', 'basics: {}\n');
  await until(
    `[...document.querySelector('[name=file]').options].some(({ value }) => value === 'resumes/eve.yaml')`,
  );
  await page.select('[name=file]', 'resumes/eve.yaml');
  await says('1 error');
  expect(await textOf('#findings')).toContain('resumes/eve.yaml:1:');
  expect(await textOf('#machine')).not.toContain('Ada');
  expect([await page.$$('iframe'), await page.$$('#paper img'), await page.$$('#files a')]).toEqual([
    [],
    [],
    [],
  ]);
  await rm('resumes/eve.yaml');
  await reads('Ada Example');
});

test('what is merely odd is shown beside the new version', async () => {
  await writeFile('resumes/ada.yaml', resume('Architect').replace('2021-03', 'long ago'));
  await says('1 warning');
  await reads('Architect');
  expect(await textOf('#findings')).toContain('`long ago` is not a date we know');
});

test('another theme, another paper, another résumé: chosen from lists, and kept over a reload', async () => {
  const colour = () => inPage('frame.getComputedStyle(frame.document.querySelector("h1")).color');
  expect(await colour()).toBe('rgb(1, 2, 3)');
  await page.select('[name=theme]', 'classic');
  await until(
    `document.querySelector('iframe:not(.coming)').contentDocument.head.textContent.includes('rgb(1, 2, 3)') === false`,
  );
  await says('Up to date');
  expect(await colour()).not.toBe('rgb(1, 2, 3)');

  await page.select('[name=paper]', 'letter');
  // 8.5 × 11 inches at 150 dpi.
  await until(`document.querySelector('#paper img').naturalWidth === 1275`);
  await page.select('[name=file]', 'resumes/bob.yaml');
  await reads('Bob Example');
  await page.reload();
  await says('Up to date');
  await reads('Bob Example');
  expect(await page.$eval('[name=theme]', (select) => (select as unknown as { value: string }).value)).toBe(
    'classic',
  );
});

test('a theme that is edited is shown anew', async () => {
  await writeFile('mine/theme.css', 'h1 { color: rgb(4, 5, 6) }\n');
  await until(
    `document.querySelector('iframe:not(.coming)').contentDocument.head.textContent.includes('rgb(4, 5, 6)')`,
  );
  await writeFile('mine/theme.css', 'h1 { color: rgb(1, 2, 3) }\n');
});

test('a new résumé can be chosen, and one that is gone leads back', async () => {
  await writeFile('resumes/cyd.yaml', 'basics: { name: Cyd Example }\n');
  await until(
    `[...document.querySelector('[name=file]').options].some(({ value }) => value === 'resumes/cyd.yaml')`,
  );
  await page.select('[name=file]', 'resumes/cyd.yaml');
  await reads('Cyd Example');
  await rm('resumes/cyd.yaml');
  await reads('Ada Example');
});

describe('for everyone', () => {
  /** The frame's page is the résumé's own. */
  const faults = () => axeFaults(page, { iframes: false });

  test.each([
    ['wide, light', 1280, 'light'],
    ['wide, dark', 1280, 'dark'],
    ['narrow, light', 400, 'light'],
    ['narrow, dark', 400, 'dark'],
  ])('%s: axe finds nothing, with and without findings', async (_, width, scheme) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport({ width, height: 800 });
    expect(await faults()).toEqual([]);
    await writeFile('resumes/ada.yaml', resume('Architect').replace('position', 'positon'));
    await until(`document.getElementById('status').textContent.includes('the last good version is shown')`);
    expect(await faults()).toEqual([]);
  });

  test('where there is room for one view, tabs lead to the others, by keyboard too', async () => {
    await page.setViewport({ width: 400, height: 800 });
    const visible = () =>
      page.$$eval('[role=tabpanel]', (parts) =>
        parts.filter((part) => part.checkVisibility()).map(({ id }) => id),
      );
    await until(`document.querySelectorAll('[role=tabpanel]').length === 3`);
    expect(await visible()).toEqual(['page']);
    await page.focus('#page-tab');
    await page.keyboard.press('ArrowRight');
    expect(await visible()).toEqual(['paper']);
    expect(await page.$eval('#paper-tab', (tab) => tab.getAttribute('aria-selected'))).toBe('true');
    await page.keyboard.press('End');
    expect(await visible()).toEqual(['machine']);
    await page.keyboard.press('ArrowRight');
    expect(await visible()).toEqual(['page']);
  });

  test('every part that scrolls, and every choice, is reached with the tab key', async () => {
    await page.focus('[name=file]');
    const reached = new Set<unknown>();
    const here = `document.activeElement.closest('nav, main > section')?.id ?? document.activeElement.name`;
    for (let step = 0; step < 12; step += 1) {
      reached.add(await page.evaluate(here));
      await page.keyboard.press('Tab');
    }
    for (const part of ['file', 'theme', 'paper', 'files', 'page', 'machine'])
      expect(reached).toContain(part);
  });
});

test('what cannot be is refused before anything is served', async () => {
  await mkdir('empty', { recursive: true });
  expect((await render('preview', 'resumes/ada.yaml', '--theme', 'clasic')).code).toBe(2);
  expect((await render('preview', '--port', '80')).err).toContain('a whole number from 1024 to 65535');
  const { port } = new URL(url);
  const taken = await render('preview', 'resumes/ada.yaml', '--port', port);
  expect(taken).toMatchObject({
    code: 3,
    err: expect.stringContaining(`port ${port} cannot be used: it is taken`),
  });
});
