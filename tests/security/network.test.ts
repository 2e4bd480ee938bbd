import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBrowser } from '../../src/browser/open.js';
import { program, scratch } from '../browser/scratch.js';

// What the browser does with a page that got past every other guard, seen in the log of its own network stack.

const folder = scratch();
const NAME = 'name-to-look-up.example';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { host?: string } }[];
}

it.skipIf(process.platform === 'win32')(
  'no name is looked up and nothing is sent, whatever a page hints at',
  async () => {
    const contacts: string[] = [];
    const server = createServer(() => contacts.push('asked')).on('connection', () =>
      contacts.push('connected'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = (server.address() as AddressInfo).port;

    let real: string;
    {
      await using browser = openBrowser({ env: process.env });
      real = (await browser.describe()).path;
    }
    const log = join(folder, 'net.json');
    const explicit = await program(
      join(folder, 'logged'),
      `#!/bin/sh\nexec "${real}" "$@" --log-net-log="${log}" --net-log-capture-mode=Everything\n`,
    );
    {
      await using browser = openBrowser({ env: process.env, explicit, temporaryRoot: folder });
      for (const url of [`http://${NAME}`, `http://127.0.0.1:${port}`]) {
        await browser.print(
          `<head><link rel="dns-prefetch" href="${url}"><link rel="preconnect" href="${url}">
         <link rel="prefetch" href="${url}/a"><link rel="preload" as="font" href="${url}/b"><link rel="icon" href="${url}/c">
         <style>@import "${url}/d"; @font-face { font-family: F; src: url(${url}/e) } p { font-family: F; background: url(${url}/f) }</style>
         <meta http-equiv="refresh" content="0;url=${url}/g"></head><p>x <img src="${url}/h"> <a href="${url}/i">i</a>
         <svg><image href="${url}/j"/></svg><iframe src="${url}/k"></iframe>`,
        );
      }
    }
    await new Promise((resolve) => server.close(resolve));
    expect(contacts).toEqual([]);

    const { constants, events } = JSON.parse(readFileSync(log, 'utf8')) as NetLog;
    const of = (...types: string[]) =>
      events.filter(({ type }) => types.some((name) => constants.logEventTypes[name] === type));
    // The resolver was asked, so the log would tell; what it was asked for is no name at all.
    const asked = of('HOST_RESOLVER_MANAGER_REQUEST').flatMap(({ params }) => params?.host ?? []);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((host) => !host.includes('~notfound'))).toEqual([]);
    expect(constants.logEventTypes).toHaveProperty('UDP_BYTES_SENT');
    expect(
      of('UDP_BYTES_SENT', 'SOCKET_BYTES_SENT', 'TCP_CONNECT', 'DNS_TRANSACTION', 'DNS_TRANSACTION_QUERY'),
    ).toEqual([]);
  },
);
