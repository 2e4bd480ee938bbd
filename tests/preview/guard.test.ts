import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../../src/browser/open.js';
import { enterFolder } from '../cli/command.js';
import { type Watching, watching } from '../cli/watching.js';

// Who may look at a preview, and what a résumé in it may do: nothing.

/** A résumé and a theme by somebody who wishes us ill. */
const FILES = {
  'cv.yaml': 'basics: { name: "<script>alert(1)</script> Ada" }\nmeta: { theme: ./mine }\n',
  'mine/theme.yaml': 'extends: classic\n',
  'mine/theme.css': 'h1::before { content: "\\3c script>" }\n',
};

let folder: Awaited<ReturnType<typeof enterFolder>>;
let program: Watching;
let port: number;
beforeAll(async () => {
  folder = await enterFolder(FILES);
  program = watching(folder.path, ['preview', 'cv.yaml'], process.env);
  port = Number(/:(\d+)\/\n$/.exec(await program.until(/http:\S+\n/))?.[1]);
});
afterAll(async () => {
  await program?.end('SIGTERM');
  await folder?.leave();
});

interface Answer {
  code: number;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

function ask(path: string, { method = 'GET', host = `127.0.0.1:${port}` } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('latin1').on('data', (part) => {
        body += part;
      });
      response.on('end', () => resolve({ code: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject).end();
  });
}

test.each(['/', '/preview.js', '/state', '/events', '/made/1/document.pdf'])(
  '%s is told to nobody who asks by another name',
  async (path) => {
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1.evil.example:${port}`,
    ]) {
      const { code, body } = await ask(path, { host });
      expect([code, body]).toEqual([403, 'The preview answers this machine only.\n']);
    }
  },
);

test('by either of its own names it answers', async () => {
  expect((await ask('/')).code).toBe(200);
  expect((await ask('/', { host: `localhost:${port}` })).code).toBe(200);
});

test.runIf(process.platform === 'linux')('it listens on the one address', async () => {
  // All of 127.0.0.0/8 is this machine; a server for every address would answer here.
  const refused = await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.2', () => resolve('connected'));
    socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
  });
  expect(refused).toBe('ECONNREFUSED');
});

test('it can be looked at, and nothing else', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    expect((await ask('/state', { method })).code).toBe(405);
  }
  const head = await ask('/', { method: 'HEAD' });
  expect([head.code, head.body]).toEqual([200, '']);
});

test.each([
  '/../package.json',
  '/%2e%2e/package.json',
  '/made/1/../../cv.yaml',
  '/cv.yaml',
  '/made/99/page.html',
  '//evil.example/',
])('there is nothing at %s', async (path) => {
  expect((await ask(path)).code).toBe(404);
});

test.each(['file=/etc/passwd', 'file=../cv.yaml', 'theme=../../mine', 'theme=./mine', 'paper=a3'])(
  'what is not offered cannot be had: %s',
  async (wish) => {
    const { code, body } = await ask(`/state?${wish}`);
    expect([code, JSON.parse(body)]).toEqual([400, { message: expect.stringContaining('to choose') }]);
  },
);

describe('the résumé', () => {
  test('is framed without script, network and forms, by its own headers too', async () => {
    const { made } = JSON.parse((await ask('/state')).body);
    const { headers, body } = await ask(`/made/${made.id}/page.html`);
    expect(body).toContain('&lt;script&gt;');
    expect(headers['content-security-policy']).toMatch(/default-src 'none';.* sandbox allow-same-origin;/);
    expect(headers['content-security-policy']).not.toContain('allow-scripts');
    expect((await ask('/preview.js')).body).toContain("setAttribute('sandbox', 'allow-same-origin')");
  });

  test('and everything else come with headers that keep other pages out', async () => {
    for (const path of ['/', '/state', '/preview.js']) {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
      expect(headers['access-control-allow-origin']).toBeUndefined();
      expect(headers['content-security-policy']).not.toContain('unsafe');
    }
  });
});

test('Ctrl-C ends it with 0, also while a page is open', async () => {
  await using browser = openBrowser({ env: process.env });
  await browser.locate();
  const other = watching(folder.path, ['preview', 'cv.yaml'], process.env);
  const [, address = ''] = /(http:\S+)\n/.exec(await other.until(/http:\S+\n/)) ?? [];
  const events = await fetch(`${address}events`);
  expect(events.headers.get('content-type')).toContain('text/event-stream');
  expect(await other.end('SIGINT')).toEqual({ code: 0, signal: null });
  await events.body?.cancel().catch(() => undefined);
});
