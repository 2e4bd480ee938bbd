import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { enterFolder, render, renderWith } from './command.js';

// `render themes test`: what it says of a theme that keeps everything, and of themes that do not.

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({});
});
afterEach(() => folder.leave());

async function theme(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries({ 'theme.yaml': 'extends: classic', ...files })) {
    await mkdir(dirname(`mine/${name}`), { recursive: true });
    await writeFile(`mine/${name}`, text);
  }
}

const lost = (out: string) => out.match(/^lost .*$/gm) ?? [];

test('a theme that keeps everything passes, on 80 columns', async () => {
  const { code, out } = await render('themes', 'test', 'classic');
  expect(lost(out)).toEqual([]);
  expect(out).toMatch(
    /^fields +every one is in every format\ncontract +kept\nletters +none is missing\ncontrast /m,
  );
  expect(out).toMatch(/^all +(\d{3}) +\1 +\1 +\1/m);
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  expect(code).toBe(0);
});

test('a field that no template prints is lost in every format', async () => {
  await theme({ 'partials/notes.hbs': '' });
  const { code, out } = await render('themes', 'test', './mine');
  expect(code).toBe(1);
  expect(lost(out)).toContain('lost      skills[].level (every format)');
  expect(out).toContain('the theme does not print “senior”');
  expect(out).toMatch(/^skills +8 +4 +4 +4 +4 +4 +4 not whole$/m);
  expect(out).toMatch(/^publications +17 +17 +17 +17 +17 +17$/m);
});

test('what theme.css hides is lost on paper only', async () => {
  await theme({ 'theme.css': '.headline { display: none; }' });
  const { code, out } = await render('themes', 'test', './mine');
  expect(code).toBe(1);
  expect(lost(out)).toEqual(['lost      basics.label (pdf)']);
});

test('a link that a template drops is a lost field, and so is the picture', async () => {
  await theme({
    'partials/header.hbs':
      '<header><h1>{{name}}</h1>{{#if label}}<p class="headline">{{label}}</p>{{/if}}{{#each contacts}}<p class="contact">{{#each this}} <span>{{> contact}}</span>{{/each}}</p>{{/each}}</header>',
  });
  const { out } = await render('themes', 'test', './mine');
  expect(lost(out)).toEqual(['lost      basics.image (html, pdf, docx)']);
});

test('breaches of the contract fail, once each; pale colours are told', async () => {
  await theme({
    'theme.yaml': 'extends: classic\ncolors: { quiet: "#9aa0a6" }\n',
    'theme.css': '.headline::after { content: "!"; }',
    'partials/bullets.hbs':
      '{{#if ordered}}<ol start="{{start}}">{{else}}<ul>{{/if}}{{#each items}}<li class="motto">{{text}}{{#each lists}}{{> bullets}}{{/each}}</li>{{/each}}{{#if ordered}}</ol>{{else}}</ul>{{/if}}',
  });
  const { code, out } = await render('themes', 'test', './mine');
  expect(code).toBe(1);
  expect(out).toMatch(
    /^contract +class `motto` on `li` names no paragraph style of the theme \[contract-4\], \d+ times$/m,
  );
  expect(out).toMatch(/^contract +theme\.css puts text into `content`.* \[contract-8\]$/m);
  expect(out).toMatch(/^contrast +quiet #9aa0a6, 2\.6:1 is less than 4\.5:1 \(Headline, Where/m);
});

test('--verbose lists every field, and --report json is one object', async () => {
  const { out } = await render('themes', 'test', 'classic', '--verbose');
  expect(out).toMatch(/^work\[\]\.roles\[\]\.projects\[\]\.position +yes +yes +yes +yes +yes$/m);
  expect(out).toMatch(/^basics\.image +yes +yes +yes +- +-$/m);
  const json = await render('themes', 'test', 'classic', '--report', 'json');
  expect(json.err).toBe('');
  const told = JSON.parse(json.out);
  expect(told).toMatchObject({ ok: true, theme: 'classic', leftOut: [], diagnostics: [], failures: [] });
  expect(told.formats).toEqual(['html', 'pdf', 'docx', 'txt', 'md']);
  expect(told.fields).toContainEqual({
    section: 'talks',
    field: 'talks[].slides',
    fates: { html: 'kept', pdf: 'kept', docx: 'kept', txt: 'kept', md: 'kept' },
    faults: [],
  });
  expect(told.contrast[0].ratio).toBeGreaterThan(4.5);
});

test('a template that cannot be read is shown with its place', async () => {
  await theme({ 'partials/header.hbs': '<header><h1>{{nmae}}</h1></header>' });
  const { code, err } = await render('themes', 'test', './mine');
  expect(code).toBe(1);
  expect(err).toContain('there is no `nmae` here');
  expect(err).toContain('mine: header.hbs:1');
});

test('without a browser the other formats are tested, and the exit code says so', async () => {
  const { code, out, err } = await renderWith(
    { ...process.env, CHROME_PATH: '/nowhere/chrome', PUPPETEER_EXECUTABLE_PATH: '' },
    'themes',
    'test',
    'classic',
  );
  expect(code).toBe(3);
  expect(out).toMatch(/^section +fields +html +docx +txt +md$/m);
  expect(err).toContain('/nowhere/chrome');
});
