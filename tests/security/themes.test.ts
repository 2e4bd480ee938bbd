import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { enterFolder, render, type Said } from '../cli/command.js';

// Themes that try to run, fetch, wander off or never end. Each is refused with a diagnostic that names it, nothing is
// written, and a server that really listens is never asked.

const contacts: string[] = [];
let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    contacts.push(request.url ?? '');
    response.end();
  });
  server.on('connection', () => contacts.push('connected'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

let folder: Awaited<ReturnType<typeof enterFolder>>;
beforeEach(async () => {
  folder = await enterFolder({ 'cv.yaml': 'basics:\n  name: Ada Example\n  summary: Builds bridges.\n' });
});
afterEach(() => folder.leave());

function theme(files: Record<string, string>): void {
  for (const [name, text] of Object.entries({ 'theme.yaml': 'extends: classic\n', ...files })) {
    mkdirSync(join('mine', dirname(name)), { recursive: true });
    writeFileSync(join('mine', name), text);
  }
}

function expectRefused({ code, out, err }: Said, message: string | RegExp): void {
  expect(err).toMatch(message);
  expect(err).toContain('error: ');
  expect(err).not.toMatch(/^ {4}at |This is a bug/m);
  expect(out).toBe('');
  expect(code).toBe(1);
  expect(readdirSync('out')).toEqual([]);
  expect(contacts).toEqual([]);
}

/** No browser is needed to see that there is no page to print. */
const run = () => render('cv.yaml', '-t', './mine', '-f', 'html,docx,md,txt', '--no-verify');
const withHeader = (html: string) =>
  theme({ 'partials/header.hbs': `<header><h1>{{name}}</h1>${html}</header>` });

describe('a template that would run, fetch or lead astray is refused', () => {
  it.each([
    ['a script', '<script>alert(1)</script>', '`script` may not stand'],
    [
      'a script that claims to be data',
      '<script type="application/ld+json " src="URL/x">1</script>',
      '`script',
    ],
    ['a module', '<script type="module" src="URL/x"></script>', '`script`'],
    ['a handler', '<p onclick="x()">p</p>', '`p onclick`'],
    ['a handler of a drawing', '<svg onload="x()"></svg>', '`svg onload`'],
    ['a script in a drawing', '<svg><script href="URL/x"/></svg>', '`script`'],
    ['HTML in a drawing', '<svg><foreignObject><p>x</p></foreignObject></svg>', '`foreignObject`'],
    [
      'a link that changes',
      '<svg><a><animate attributeName="href" to="javascript:x()"/></a></svg>',
      '`animate`',
    ],
    ['a drawing from elsewhere', '<svg><use href="URL/x#a"/></svg>', '`use href`'],
    ['a picture in a drawing', '<svg><image href="URL/x"/></svg>', '`image`'],
    ['a filter that fetches', '<svg><filter><feImage href="URL/x"/></filter></svg>', '`filter`'],
    ['a colour that fetches', '<svg><path fill="url(URL/x)"/></svg>', '`path fill`'],
    ['a formula that leads somewhere', '<math href="javascript:x()">x</math>', '`math`'],
    ['a frame', '<iframe srcdoc="<p>x"></iframe>', '`iframe`'],
    ['an object', '<object data="URL/x"></object>', '`object`'],
    ['an embedded file', '<embed src="URL/x">', '`embed`'],
    ['a form', '<form action="URL/x"></form>', '`form`'],
    ['a base', '<base href="URL">', '`base`'],
    ['a style sheet elsewhere', '<link rel="stylesheet" href="URL/x">', '`link`'],
    ['a name to look up', '<link rel="dns-prefetch" href="URL/x">', '`link`'],
    ['a connection to open', '<link rel="preconnect" href="URL/x">', '`link`'],
    ['a redirection', '<meta http-equiv="Refresh" content="0;url=URL/x">', 'http-equiv="refresh"'],
    ['another encoding', '<meta charset="iso-2022-jp">', 'UTF-8'],
    [
      'a redirection where no script runs',
      '<noscript><meta http-equiv="refresh" content="0"></noscript>',
      '`noscript`',
    ],
    ['a template with a shadow', '<template shadowrootmode="open"><p>x</p></template>', '`template`'],
    ['a picture elsewhere', '<p><img src="URL/x" alt="x"></p>', '`img src`'],
    ['a picture in several sizes', '<p><img srcset="URL/x 2x" alt="x"></p>', '`img srcset`'],
    ['a picture on the disk', '<p><img src="file:///etc/hostname" alt="x"></p>', '`img src`'],
    ['a text for a picture', '<p><img src="data:text/html,x" alt="x"></p>', '`img src`'],
    ['a film', '<video poster="URL/x"></video>', '`video`'],
    ['a background', '<table background="URL/x"><tr><td>x</td></tr></table>', '`table background`'],
    ['a watcher', '<a href="https://example.org/" ping="URL/x">x</a>', '`a ping`'],
    ['a style that fetches', '<p style="background: url(URL/x)">p</p>', '`p style`'],
    ['a style sheet that fetches', '<style>p { background: url(URL/x) }</style>', 'fetches something'],
    ['a program to follow', '<a href="javascript:alert(1)">x</a>', '`a href`'],
    ['the same in disguise', '<a href=" java&#10;script&colon;alert(1)">x</a>', '`a href`'],
    ['the same in capitals', '<a href="JaVaScRiPt:alert(1)">x</a>', '`a href`'],
    ['Visual Basic', '<a href="vbscript:x">x</a>', '`a href`'],
    ['a page of data', '<a href="data:text/html,x">x</a>', '`a href`'],
    ['a file of yours', '<a href="file:///etc/passwd">x</a>', '`a href`'],
    ['a made-up address', '<a href="blob:x">x</a>', '`a href`'],
    [
      'what hides from us and shows elsewhere',
      '<p title="<style>"><a href="javascript:x">x</a><i title="</style>">',
      '`a href`',
    ],
    ['what hides in a title', '<p title="<style>">x</p><p title="</style>">y</p>', '`style` is opened'],
    ['the style sheet in another place', '<p title="{{css}}">x</p>', '`{{css}}` may only stand in `style`'],
    ['raw data of the résumé', '{{{lookup this "constructor"}}}<p onclick=x>', '`p onclick`'],
  ])('%s', async (_, html, message) => {
    withHeader(html.replaceAll('URL', url));
    expectRefused(await run(), message);
  });

  it.each([
    ['an import', '@import "URL/x";', '`@import`'],
    ['an import in disguise', '@\\69mport "URL/x";', '`@import`'],
    ['an address', 'h1 { background: url(URL/x) }', '`url()`'],
    ['an address in disguise', 'h1 { background: u\\72 l("URL/x") }', '`url()`'],
    [
      'an address behind a string that looks like a comment',
      'p { content: "/*"; background: url(URL/x); x: "*/" }',
      '`url()`',
    ],
    ['an address behind data', 'p { background: url(data:image/png,/*), url(URL/x) }', '`url()`'],
    ['an address without a scheme', 'h1 { background: url(//127.0.0.1/x) }', '`url()`'],
    ['a file', 'h1 { background: url(file:///etc/hostname) }', '`url()`'],
    ['a font', '@font-face { font-family: F; src: url(URL/f) } h1 { font-family: F }', '`url()`'],
    ['a set of pictures', 'h1 { background: image-set("URL/x" 1x) }', 'may fetch'],
    ['a set by another name', 'h1 { background: -webkit-image-set("URL/x" 1x) }', 'may fetch'],
    ['a cursor', 'h1 { cursor: url(URL/x), auto }', '`url()`'],
    ['an end of the style sheet', '</style><script>alert(1)</script>', 'ends before its end'],
  ])('%s in theme.css', async (_, css, message) => {
    theme({ 'theme.css': css.replaceAll('URL', url) });
    expectRefused(await run(), message);
  });

  it('a style sheet in the name of a style', async () => {
    theme({ 'theme.yaml': `extends: classic\nstyles:\n  "x {} @import '${url}'; a": {bold: true}\n` });
    expectRefused(await run(), '`@import`');
  });

  it('a script in the name of a style', async () => {
    theme({ 'theme.yaml': `extends: classic\nstyles:\n  "</style><img src=x onerror=x>": {bold: true}\n` });
    expectRefused(await run(), 'ends before its end');
  });

  it('is not the fate of one that draws, links and brings its own pictures', async () => {
    theme({
      'partials/header.hbs': `<header><h1>{{name}}</h1><svg aria-hidden="true" viewBox="0 0 9 9"><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><path fill="url(#g)" d="M0 0h9v9z"/></svg>
        <p><a href="https://example.org/">x</a> <a href="#top">top</a></p></header>`,
      'theme.css':
        'h1 { background: url("data:image/png;base64,iVBORw0KGgo=") } @media (width < 600px) { h1 { color: red } }',
    });
    const { code } = await render('cv.yaml', '-t', './mine', '-f', 'html,docx');
    expect(code).toBe(0);
  });
});

describe('a template gets hold of nothing but the view', () => {
  it.each([
    ['a constructor of a constructor', '{{#with name}}{{constructor.constructor}}{{/with}}'],
    [
      'a prototype by way of lookup',
      '{{lookup (lookup this "__proto__") "constructor"}}!{{lookup name "nothing"}}{{nothing}}',
    ],
    ['a helper that defines helpers', '{{helperMissing}}'],
    ['a getter', '{{__defineGetter__ "x" "y"}}'],
    ['the log of the program', '{{log "spoken"}}'],
    ['a partial of the language', '{{> constructor}}'],
    ['a partial of the language by a name that is computed', '{{> (lookup this "__proto__")}}'],
    ['a partial elsewhere on the disk', '{{> ../../../etc/passwd}}'],
    ['a template without an end', '{{#if name}}'],
    ['a decorator nobody knows', '{{* activate}}'],
  ])('not of %s', async (_, source) => {
    withHeader(source);
    const said = await run();
    expectRefused(said, /\[template\]/);
    expect(said.out).not.toContain('spoken');
  });

  it.each(['{{constructor}}', '{{__proto__}}', '{{lookup this "constructor"}}'])(
    '%s prints nothing',
    async (source) => {
      withHeader(`<p>[${source}]</p>`);
      await render('cv.yaml', '-t', './mine', '-f', 'txt', '--no-verify');
      expect(readFileSync('out/cv.txt', 'utf8')).toContain('[]');
    },
  );

  it('and what the résumé says stays text between three braces, too', async () => {
    writeFileSync('cv.yaml', 'basics:\n  name: "<script>alert(1)</script>"\n');
    withHeader('<p>{{{author}}}</p><p>{{&author}}</p><p>{{{name}}}</p>');
    const { code } = await render('cv.yaml', '-t', './mine', '-f', 'html', '--no-verify');
    expect(code).toBe(0);
  });
});

describe('templates that do not end are stopped', () => {
  const twice = (name: string) => `{{> ${name}}}{{> ${name}}}`;
  const doubling = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `partials/p${index}.hbs`,
      index < 39 ? twice(`p${index + 1}`) : 'x',
    ]),
  );
  const loops = (depth: number): string =>
    depth > 12 ? 'x' : `{{#each ${'../'.repeat(depth)}marks}}${loops(depth + 1)}{{/each}}`;
  it.each([
    ['a partial that prints itself', { 'partials/header.hbs': '{{> header}}' }],
    ['two that print each other', { 'partials/header.hbs': '{{> body}}' }],
    [
      'an inline partial that prints itself',
      { 'partials/header.hbs': '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}' },
    ],
    ['partials that double forty times', { ...doubling, 'partials/header.hbs': '{{> p0}}' }],
    [
      'inline partials that double forty times',
      {
        'partials/header.hbs': `${Array.from({ length: 40 }, (_, index) => `{{#*inline "i${index}"}}${index < 39 ? twice(`i${index + 1}`) : 'x'}{{/inline}}`).join('')}{{> i0}}`,
      },
    ],
    ['loops in loops', { 'partials/header.hbs': loops(0) }],
    [
      'a megabyte printed a thousand times',
      {
        'partials/big.hbs': 'x'.repeat(900_000),
        'partials/many.hbs': '{{> big}}'.repeat(40),
        'partials/header.hbs': '{{> many}}'.repeat(40),
      },
    ],
    [
      'blocks 50,000 deep',
      { 'partials/header.hbs': '{{#if name}}'.repeat(50_000) + '{{/if}}'.repeat(50_000) },
    ],
  ])('%s', async (_, files) => {
    theme(files);
    expectRefused(await run(), /\[template\]/);
  });
});

it('a server listens indeed, so that its silence means something', async () => {
  await fetch(`${url}/probe`);
  expect(contacts.splice(0)).toEqual(['connected', '/probe']);
});

it('the package’s own templates need none of what is refused', async () => {
  const names = readdirSync(join(packageRoot(), 'themes'));
  const { err, code } = await render('cv.yaml', '-t', names.join(','), '-f', 'html');
  expect(err).not.toContain('error');
  expect(code).toBe(0);
});
