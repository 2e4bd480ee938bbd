import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, openBrowser } from '../../src/browser/open.js';
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

  it('embeds fonts that come as data', async () => {
    const fonts = dirname(createRequire(import.meta.url).resolve('@fontsource/caladea/package.json'));
    const faces = await Promise.all(
      ['400-normal', '700-normal', '400-italic'].map(async (face) => {
        const data = await readFile(join(fonts, 'files', `caladea-latin-${face}.woff2`), 'base64');
        const [weight, style] = face.split('-');
        return `@font-face { font-family: C; font-weight: ${weight}; font-style: ${style};
                src: url(data:font/woff2;base64,${data}) }`;
      }),
    );
    const pdf = await browser.print(
      `<style>${faces.join('\n')} body { font-family: C }</style><p>plain <b>bold</b> <i>italic</i>`,
    );
    const names = Buffer.from(pdf)
      .toString('latin1')
      .match(/\/BaseFont \/[A-Z]+\+([\w-]+)/g);
    expect(new Set(names?.map((name) => name.split('+')[1]))).toEqual(
      new Set(['Caladea-Regular', 'Caladea-Bold', 'Caladea-Italic']),
    );
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

  it('leaves nothing behind for the next document', async () => {
    const styled = '<style>.hidden { display: none }</style><p>shown</p><p class="hidden">hidden</p>';
    const policy = `<meta http-equiv="Content-Security-Policy" content="style-src 'none'">`;
    expect((await print(`<head>${policy}</head>${styled}`)).text).toContain('hidden');
    expect((await print(styled)).text).not.toContain('hidden');
  });
});

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
