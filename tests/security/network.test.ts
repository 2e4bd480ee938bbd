import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { launchBrowser } from '../../src/browser/launch.js';
import { openBrowser } from '../../src/browser/open.js';
import { program, scratch } from '../browser/scratch.js';
import { foundBrowser } from '../found-browser.js';

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

    const found = await foundBrowser();
    const logged = (name: string) =>
      program(
        join(folder, name),
        `#!/bin/sh\nexec "${found.program}" "$@" --log-net-log="${folder}/${name}.json" --net-log-capture-mode=Everything\n`,
      );
    {
      await using browser = openBrowser({
        env: process.env,
        explicit: await logged('printed'),
        temporaryRoot: folder,
      });
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

    // Asked for a page, the same browser looks it up, and its log tells: what it is asked for then is no name at all.
    const launch = { pipe: true, patience: 30_000, startPatience: 30_000, temporaryRoot: folder };
    const signal = new AbortController().signal;
    const asking = await launchBrowser({ ...found, ...launch, signal, program: await logged('asked') });
    const page = await asking.chromium.newPage();
    await expect(page.goto(`http://${NAME}`)).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    await asking.close();
    const asked = namesIn(readLog('asked'));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((host) => !host.includes('~notfound'))).toEqual([]);

    const printed = readLog('printed');
    expect(namesIn(printed).filter((host) => !host.includes('~notfound'))).toEqual([]);
    expect(printed.constants.logEventTypes).toHaveProperty('UDP_BYTES_SENT');
    expect(
      eventsOf(printed, [
        'UDP_BYTES_SENT',
        'SOCKET_BYTES_SENT',
        'TCP_CONNECT',
        'DNS_TRANSACTION',
        'DNS_TRANSACTION_QUERY',
      ]),
    ).toEqual([]);
  },
);

const readLog = (name: string): NetLog => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));

const eventsOf = ({ constants, events }: NetLog, types: readonly string[]) =>
  events.filter(({ type }) => types.some((name) => constants.logEventTypes[name] === type));

const namesIn = (log: NetLog): string[] =>
  eventsOf(log, ['HOST_RESOLVER_MANAGER_REQUEST']).flatMap(({ params }) => params?.host ?? []);
