import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../src/browser/open.js';
import { fontFile } from '../../src/page/font-file.js';
import { fontShelf } from '../../src/page/font-subsets.js';
import { readPdf } from './reader.js';
import { scratch } from './scratch.js';

// One real browser for the file, with one page, so that every test prints on the page the last one used.

const temporaryRoot = scratch();
let browser: Browser;
const print = async (html: string) => readPdf(await browser.print(html));

beforeAll(async () => {
  browser = openBrowser({ env: process.env, temporaryRoot, pages: 1 });
  await browser.describe();
}, 120_000);
afterAll(() => browser[Symbol.asyncDispose]());

/** Faces of Caladea with its Latin letters. */
async function caladea() {
  const [latin] = (await fontShelf()('Caladea')) ?? [];
  if (!latin) throw new Error('Caladea is installed with the program');
  // By a name that no font of the machine has.
  return async (weight: number, style = 'normal') =>
    fontFile({ ...(await latin.load({ weight, style })), family: 'Lent' });
}

describe('print', { timeout: 60_000 }, () => {
  it('makes a tagged PDF with an outline, on the paper the page asks for', async () => {
    const reading = await print(
      `<!doctype html><html lang="de"><head><title>Ada</title><style>@page { size: 400px 600px }</style></head>
       <body><h1>Ada Lovelace</h1><p>Mathematician</p><h2>Work</h2><ul><li>Engine</li></ul></body></html>`,
    );
    expect(reading.tags).toEqual(expect.arrayContaining(['H1', 'P', 'H2', 'L', 'LI']));
    expect(reading.outline).toEqual(['Ada Lovelace']);
    expect(reading.lang).toBe('de');
    expect(reading.size).toEqual({ width: 300, height: 450 });
    expect(reading.text).toContain('Mathematician');
  });

  it('embeds fonts, whether they come in the style sheet or are handed over with it', async () => {
    const font = await caladea();
    const [first, ...others] = await Promise.all([font(400), font(700), font(400, 'italic')]);
    const text = '<style>body { font-family: Lent }</style><p>plain <b>bold</b> <i>italic</i>';
    const inside = await browser.print(
      `<style>${[first, ...others].map(({ css }) => css).join('')}</style>${text}`,
    );
    expect(fontsOf(inside)).toEqual(['Caladea-Bold', 'Caladea-Italic', 'Caladea-Regular']);
    expect(undated(await browser.print(text, { fonts: [first, ...others] }))).toBe(undated(inside));
    // A page keeps them, and takes of those it has only what it is given.
    expect(fontsOf(await browser.print(text, { fonts: others }))).toEqual(['Caladea-Bold', 'Caladea-Italic']);
    expect(undated(await browser.print(text, { fonts: [first, ...others] }))).toBe(undated(inside));
  });

  /** Never the same one, which the browser would have at hand. */
  let painted = 0;
  function picture(): string {
    painted += 1;
    const canvas = createCanvas(90, 90);
    const context = canvas.getContext('2d');
    context.fillStyle = `rgb(${painted}, 0, 0)`;
    context.fillRect(0, 0, 90, 45);
    return `data:image/png;base64,${canvas.toBuffer('image/png').toString('base64')}`;
  }
  const drawing = () =>
    `'data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><image width="90" height="90" href="${picture()}"/></svg>`)}'`;

  it.each<[string, () => string]>([
    ['beside text', () => `<img src="${picture()}">`],
    ['far below', () => `${'<p>x'.repeat(300)}<img loading="lazy" src="${picture()}">`],
    ['in a drawing', () => `<svg><image width="90" height="90" href="${picture()}"/></svg>`],
    ['behind text', () => `<style>p { background: url(${picture()}) }</style><p>x`],
    ['in a drawing behind text', () => `<style>p { background: url(${drawing()}) no-repeat }</style><p>x`],
    ['in a drawing before text', () => `<style>p::before { content: url(${drawing()}) }</style><p>x`],
    [
      'in a drawing for a bullet',
      () => `<style>li { list-style-image: url(${drawing()}) }</style><ul><li>x</ul>`,
    ],
    ['in a drawing, spelt otherwise', () => `<style>p::before { content: u\\72l(${drawing()}) }</style><p>x`],
  ])('waits for pictures: %s', async (_, page) => {
    for (let turn = 0; turn < 3; turn += 1)
      expect(pieces(await browser.print(page()), /\/Subtype \/Image/g).length).toBeGreaterThan(0);
  });

  it('runs no script', async () => {
    const { text } = await print(
      `<p id="p">innocent</p><script>document.body.append('ran-script')</script>
       <img src="x:" onerror="document.body.append('ran-handler')"><svg onload="document.body.append('ran-svg')"/>
       <iframe srcdoc="<script>document.write('ran-frame')</script>"></iframe>
       <iframe src="data:text/html,<script>document.write('ran-data')</script>"></iframe>`,
    );
    expect(text).toContain('innocent');
    expect(text).not.toContain('ran-');
  });

  const font = '@font-face { font-family: Lent; src: local("Nothing"); size-adjust: 300% }';
  const strangers: [string, string][] = [
    ['a policy', `<!doctype html><meta http-equiv="Content-Security-Policy" content="style-src 'none'"><p>x`],
    ['the ways of old browsers', '<p>x'],
    ['another doctype', '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><p>x'],
    ['a style sheet', `<!doctype html><style>${font} @page { size: 99mm } * { color: red }</style><p>x`],
    ['a language', '<!doctype html><html lang="de"><meta http-equiv="content-language" content="de"><p>x'],
    ['colours of links', '<!doctype html><body link="red" vlink="red" alink="red" text="red"><p>x'],
    ['a style sheet that is preferred', '<!doctype html><style title="Dark">p { color: red }</style><p>x'],
    ['a base', '<!doctype html><base href="http://example.com/"><p>x'],
    ['a scheme of colours', '<!doctype html><meta name="color-scheme" content="dark"><p>x'],
    ['a redirection', '<!doctype html><meta http-equiv="refresh" content="9;url=about:blank"><p>x'],
    [
      'names that hide those of the document',
      `<!doctype html><form name="adoptedStyleSheets"></form>${['documentElement', 'fonts', 'replaceChild']
        .map((name) => `<img name="${name}">`)
        .join('')}`,
    ],
  ];

  it.each(strangers)('leaves nothing behind for the next document: not %s', async (_, stranger) => {
    const css = 'body { font-size: 40px } table { color: blue; font-family: Lent } .gone { display: none }';
    const body = '<p class="gone">gone<p id="p"><q>It</q> <a href="#p">prints</a><table><td>x</table>';
    for (const style of ['<style>', '<style title="Light">']) {
      const page = `<!doctype html>${style}${css}</style>${body}`;
      const alone = await browser.print(page);
      await browser.print(stranger);
      const after = await browser.print(page);
      expect((await readPdf(after)).text).not.toContain('gone');
      expect(undated(after)).toBe(undated(alone));
    }
  });
});

/** The hash of a PDF without the time of its print, and without the numbers that Chromium gives to elements. */
function undated(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  return createHash('sha256')
    .update(text.replaceAll(/\(D:[^)]*\)|\(node\d+\)/g, ''))
    .digest('hex');
}

const pieces = (pdf: Uint8Array, sign: RegExp): string[] =>
  Buffer.from(pdf).toString('latin1').match(sign) ?? [];

const fontsOf = (pdf: Uint8Array): string[] =>
  [...new Set(pieces(pdf, /(?<=\/BaseFont \/[A-Z]+\+)[\w-]+/g))].sort();

describe('the network', { timeout: 60_000 }, () => {
  const contacts: string[] = [];
  let server: Server;
  let host: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      contacts.push(request.url ?? '');
      response.end('<p>fetched');
    });
    server.on('connection', () => contacts.push('connected'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const requests: [string, (url: string) => string][] = [
    ['an image', (url) => `<img src="${url}/img"><picture><source srcset="${url}/set"></picture>`],
    [
      'a style sheet',
      (url) => `<link rel="stylesheet" href="${url}/css"><style>@import "${url}/import";</style>`,
    ],
    ['a frame', (url) => `<iframe src="${url}/frame"></iframe><object data="${url}/object"></object>`],
    ['a frame in a frame', (url) => `<iframe srcdoc="<img src='${url}/inner'>"></iframe>`],
    ['a background', (url) => `<style>body { background: url(${url}/background) }</style>`],
    [
      'a font',
      (url) => `<style>@font-face { font-family: F; src: url(${url}/font) } p { font: 9px F }</style>`,
    ],
    ['a drawing', (url) => `<svg><image href="${url}/image"/><use href="${url}/use#x"/></svg>`],
    ['a film', (url) => `<video src="${url}/video" poster="${url}/poster"></video>`],
    ['a hint', (url) => `<link rel="preconnect" href="${url}"><link rel="prefetch" href="${url}/hint">`],
    ['a redirection', (url) => `<meta http-equiv="refresh" content="0;url=${url}/refresh">`],
  ];

  it.each(requests)('is not there for %s', async (_, make) => {
    for (const url of [`http://${host}`, `http://localhost:${host.split(':')[1]}`]) {
      const { text } = await print(`<!doctype html><head>${make(url)}</head><p>printed`);
      expect(text).toContain('printed');
      expect(text).not.toContain('fetched');
    }
    expect(contacts).toEqual([]);
  });

  it('does not replace a document that redirects itself, however long it takes', async () => {
    const { text } = await print(
      `<meta http-equiv="refresh" content="0;url=http://${host}/">${'<p>printed'.repeat(1000)}`,
    );
    expect(text).toContain('printed');
    expect(contacts).toEqual([]);
  });

  it('is there for the test itself, so that silence means something', async () => {
    await fetch(`http://${host}/probe`);
    expect(contacts.splice(0)).toEqual(['connected', '/probe']);
  });

  it('does not read files either', async () => {
    const secret = join(temporaryRoot, 'secret.txt');
    await writeFile(secret, 'secret-text');
    const { text } = await print(
      `<p>printed</p><iframe src="file://${secret}"></iframe><object data="file://${secret}"></object>
       <embed src="file://${secret}">`,
    );
    expect(text).toContain('printed');
    expect(text).not.toContain('secret-text');
  });
});
