import { readdirSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { embeddedBrowser } from '../../src/browser/embedded.js';
import { type OpenOptions, openBrowser } from '../../src/browser/open.js';
import { MachineError } from '../../src/errors.js';
import { readPdf } from './reader.js';
import { groupsUsing, livingIn, program, scratch } from './scratch.js';

const folder = scratch();
const linux = process.platform === 'linux';
const page = (text: string, lines = 1) => `<!doctype html>${`<p>${text}</p>`.repeat(lines)}`;
const textOf = async (pdf: Uint8Array) => (await readPdf(pdf)).text;

/** The browser this machine has; found (and unpacked) once. */
let real: string;
beforeAll(async () => {
  await using browser = openBrowser({ env: process.env });
  real = (await browser.describe()).path;
}, 120_000);

/** A folder for temporary files of its own for each test, to see what is left in it. */
async function options(name: string, more: Partial<OpenOptions> = {}) {
  const temporaryRoot = join(folder, name);
  await mkdir(temporaryRoot);
  return { env: process.env, temporaryRoot, ...more };
}

/** `groups`: the process groups that were seen while the browser ran. */
async function expectNoTrace(temporaryRoot: string, groups: readonly number[] = []): Promise<void> {
  if (linux) {
    expect(await groupsUsing(temporaryRoot)).toEqual([]);
    // Polled, since a child of the browser may take a moment to die of the signal it was sent.
    await expect.poll(() => livingIn(groups)).toEqual([]);
  }
  expect(readdirSync(temporaryRoot)).toEqual([]);
}

/**
 * A program that stands between us and the real browser, notes what is asked and does something of its own.
 */
function relay(name: string, onMessage = ''): Promise<string> {
  return program(
    join(folder, name),
    `#!${process.execPath}
    const fs = require('node:fs');
    const log = ${JSON.stringify(join(folder, `${name}.log`))};
    fs.appendFileSync(log, '[start]');
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'];
    const child = require('node:child_process').spawn(${JSON.stringify(real)}, process.argv.slice(2), { stdio });
    child.on('exit', () => process.exit(1));
    child.stdio[4].pipe(fs.createWriteStream('', { fd: 4 }));
    const onMessage = (text, before) => { ${onMessage} };
    fs.createReadStream('', { fd: 3 }).on('data', (data) => {
      const text = data.toString();
      const before = fs.readFileSync(log, 'utf8');
      fs.appendFileSync(log, text);
      onMessage(text, before);
      child.stdio[3].write(data);
    });`,
  );
}

/** How often something was asked of the browser behind a relay. */
const count = (name: string, what: string) =>
  readFileSync(join(folder, `${name}.log`), 'utf8').split(what).length - 1;

describe('openBrowser', { timeout: 60_000 }, () => {
  it('starts nothing until it is asked to', async () => {
    const o = await options('lazy', { explicit: join(folder, 'absent') });
    await using _ = openBrowser(o);
    expect(readdirSync(o.temporaryRoot)).toEqual([]);
  });

  it('prints many documents at once with one browser', async () => {
    const o = await options('many', { pages: 3, ...(linux ? { explicit: await relay('witness') } : {}) });
    await using browser = openBrowser(o);
    const names = Array.from({ length: 12 }, (_, i) => `document-${i}`);
    const texts = await Promise.all(names.map(async (name) => textOf(await browser.print(page(name, 50)))));
    names.forEach((name, i) => {
      expect(new Set(texts[i]?.match(/document-\d+/g))).toEqual(new Set([name]));
    });
    expect(readdirSync(o.temporaryRoot)).toHaveLength(1);
    // The first of the three pages is there from the start.
    if (linux) expect(count('witness', 'Target.createTarget')).toBe(2);
  });

  it.runIf(linux)('gives a page up before it has grown large, and its process with it', async () => {
    const o = await options('worn', { pages: 1, explicit: await relay('worn-relay') });
    await using browser = openBrowser(o);
    await browser.print(page('first'));
    const groups = await groupsUsing(o.temporaryRoot);
    const processes = (await livingIn(groups)).length;
    for (let i = 0; i < 60; i += 1) await browser.print(page('next'));
    expect(count('worn-relay', 'Target.createTarget')).toBe(1);
    await expect.poll(async () => (await livingIn(groups)).length, { timeout: 5000 }).toBe(processes);
  });

  it('describes what runs, and tells once, when it has printed, that the sandbox is off', async () => {
    const told: string[] = [];
    const surroundings = { root: true, container: false, wsl: false };
    const o = await options('describe', { tell: (message) => told.push(message), surroundings });
    await using browser = openBrowser(o);
    await browser.warm();
    await browser.describe();
    // Whoever prints nothing has no use for it.
    expect(told).toEqual([]);
    await Promise.all([browser.print(page('a')), browser.print(page('b'))]);
    expect(await browser.describe()).toMatchObject({
      path: real,
      source: expect.stringMatching(/\w/),
      version: expect.stringMatching(/\d+\./),
      sandbox: false,
    });
    expect(told).toEqual(['The browser runs without its sandbox: running as root.']);
  });

  it('closes without a trace', async () => {
    const o = await options('close');
    const browser = openBrowser(o);
    await browser.print(page('x'));
    const groups = linux ? await groupsUsing(o.temporaryRoot) : [];
    if (linux) expect((await livingIn(groups)).length).toBeGreaterThan(1);
    await browser[Symbol.asyncDispose]();
    await expectNoTrace(o.temporaryRoot, groups);
    await browser[Symbol.asyncDispose]();
    await expect(browser.print(page('x'))).rejects.toThrow('was closed');
    browser.warm();
    await expectNoTrace(o.temporaryRoot);
  });

  it('closes while it starts, and while it prints', async () => {
    const o = await options('hurry');
    // Before anything runs, and at several points on the way there.
    for (const wait of [0, 5, 10, 20, 30, 40, 60, 80]) {
      const starting = openBrowser(o);
      starting.warm();
      await new Promise((resolve) => setTimeout(resolve, wait));
      await starting[Symbol.asyncDispose]();
      await expectNoTrace(o.temporaryRoot);
    }

    const printing = openBrowser(o);
    await printing.describe();
    const result = printing.print(page('x', 5000)).catch((error: unknown) => error);
    await printing[Symbol.asyncDispose]();
    expect(await result).toBeInstanceOf(MachineError);
    await expectNoTrace(o.temporaryRoot);
  });
});

// Puppeteer waits for half a minute and more where it is not told of a death.
describe.runIf(linux)('a browser that dies', { timeout: 25_000 }, () => {
  it('is replaced for the next document', async () => {
    const told: string[] = [];
    const surroundings = { root: true, container: false, wsl: false };
    const o = await options('killed', { tell: (message) => told.push(message), surroundings });
    {
      await using browser = openBrowser(o);
      await browser.print(page('before'));
      const [group] = await groupsUsing(o.temporaryRoot);
      process.kill(-(group as number), 'SIGKILL');
      expect(await textOf(await browser.print(page('after')))).toContain('after');
    }
    expect(told).toHaveLength(1);
    await expectNoTrace(o.temporaryRoot);
  });

  /** Takes the browser, or its pages only, down when it hears the trigger, as many times as it has to. */
  const mortal = (
    name: string,
    deaths: number,
    what: 'browser' | 'pages' = 'browser',
    trigger = 'Page.printToPDF',
  ) =>
    relay(
      name,
      `const trigger = ${JSON.stringify(trigger)};
       if (!text.includes(trigger) || before.split(trigger).length > ${deaths}) return;
       if (${what === 'browser'}) process.kill(-process.pid, 'SIGKILL');
       for (const pid of fs.readdirSync('/proc')) {
         try {
           const read = (file) => fs.readFileSync('/proc/' + pid + '/' + file, 'latin1');
           const [, , group] = read('stat').split(') ')[1].split(' ');
           const ours = Number(group) === process.pid && read('cmdline').includes('--type=renderer');
           if (ours) process.kill(Number(pid), 'SIGKILL');
         } catch {}
       }`,
    );

  it('is replaced for the documents it was printing', async () => {
    const o = await options('dies-once', { explicit: await mortal('mortal-1', 1), pages: 4 });
    {
      await using browser = openBrowser(o);
      const names = ['doc-a', 'doc-b', 'doc-c', 'doc-d'];
      const texts = await Promise.all(names.map(async (name) => textOf(await browser.print(page(name)))));
      texts.forEach((text, i) => {
        expect(text).toContain(names[i]);
      });
      expect(count('mortal-1', '[start]')).toBe(2);
    }
    await expectNoTrace(o.temporaryRoot);
  });

  it('is given up, for that document, after the third time', async () => {
    const o = await options('dies-always', { explicit: await mortal('mortal-3', 3) });
    {
      await using browser = openBrowser(o);
      await expect(browser.print(page('x'))).rejects.toThrow(MachineError);
      expect(count('mortal-3', '[start]')).toBe(3);
      expect(await textOf(await browser.print(page('next')))).toContain('next');
    }
    await expectNoTrace(o.temporaryRoot);
  });

  it('is not waited for while it opens a page', async () => {
    const explicit = await relay(
      'dies-opening',
      `const opening = before.includes('Target.createTarget') && text.includes('runIfWaitingForDebugger');
       if (!opening || before.includes('[died]')) return;
       fs.appendFileSync(log, '[died]');
       process.kill(-process.pid, 'SIGKILL');`,
    );
    const o = await options('tmp-dies-opening', { explicit, pages: 2 });
    {
      await using browser = openBrowser(o);
      const texts = await Promise.all(
        ['a', 'b'].map(async (name) => textOf(await browser.print(page(name)))),
      );
      expect(texts).toEqual([expect.stringContaining('a'), expect.stringContaining('b')]);
      expect(count('dies-opening', '[died]')).toBe(1);
    }
    await expectNoTrace(o.temporaryRoot);
  });

  it.each([
    ['prints', 'Page.printToPDF'],
    ['loads', 'poison'],
  ])('may also lose only a page, which %s', async (name, trigger) => {
    const o = await options(`page-${name}`, {
      explicit: await mortal(`mortal-${name}`, 1, 'pages', trigger),
    });
    {
      await using browser = openBrowser(o);
      expect(await textOf(await browser.print(page('poison')))).toContain('poison');
      expect(count(`mortal-${name}`, trigger)).toBeGreaterThan(1);
    }
    await expectNoTrace(o.temporaryRoot);
  });
});

describe.runIf(linux)('a browser that does not start', { timeout: 60_000 }, () => {
  it.each([
    [
      'a library',
      'x: error while loading shared libraries: libnss3.so: cannot open',
      /libnss3\.so is missing/,
    ],
    ['its sandbox', 'FATAL: No usable sandbox!', /its sandbox/],
    ['something else', 'out of luck', /out of luck/],
  ])('says in one sentence that it lacks %s', async (what, said, expected) => {
    const name = what.replaceAll(' ', '-');
    const explicit = await program(
      join(folder, `broken-${name}`),
      `#!/bin/sh\necho '${said}' >&2\nexit 127\n`,
    );
    const o = await options(`start-${name}`, { explicit });
    {
      await using browser = openBrowser(o);
      browser.warm();
      const error = await browser.print(page('x')).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(MachineError);
      expect((error as MachineError).message).toMatch(expected);
      expect((error as MachineError).message).not.toContain('\n');
      expect((error as MachineError).hint).toBeTruthy();
    }
    await expectNoTrace(o.temporaryRoot);
  });

  it('is no reason for warm() to throw, nor for the process to end', async () => {
    const o = await options('warm', { explicit: join(folder, 'absent') });
    await using browser = openBrowser(o);
    browser.warm();
    await expect(browser.describe()).rejects.toThrow('does not exist');
    await expect(browser.print(page('x'))).rejects.toThrow(MachineError);
  });

  it('and does not answer either is given up after the limit, and not tried another way', async () => {
    const log = join(folder, 'silent.log');
    const explicit = await program(
      join(folder, 'silent'),
      `#!/bin/sh\necho start >>'${log}'\nexec sleep 1000\n`,
    );
    const o = await options('tmp-silent', { explicit, startPatience: 1000 });
    {
      await using browser = openBrowser(o);
      const error = await browser.print(page('x')).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(MachineError);
      expect((error as MachineError).message).toBe(
        `${explicit} did not start: it gave no answer within 1 second.`,
      );
      expect((error as MachineError).hint).toContain('--browser');
      expect(readFileSync(log, 'utf8')).toBe('start\n');
    }
    await expectNoTrace(o.temporaryRoot);
  });

  it('is not waited for at the end', { timeout: 15_000 }, async () => {
    const explicit = await program(join(folder, 'mute'), '#!/bin/sh\nsleep 60\n');
    const o = await options('tmp-mute', { explicit });
    const browser = openBrowser(o);
    browser.warm();
    await expect.poll(() => groupsUsing(o.temporaryRoot)).not.toEqual([]);
    const groups = await groupsUsing(o.temporaryRoot);
    await browser[Symbol.asyncDispose]();
    await expectNoTrace(o.temporaryRoot, groups);
  });

  it('over a pipe is tried over a port', async () => {
    const explicit = await program(
      join(folder, 'no-pipe'),
      `#!/bin/sh\ncase "$*" in *remote-debugging-pipe*) exit 1;; esac\nexec "${real}" "$@"\n`,
    );
    const o = await options('port', { explicit });
    {
      await using browser = openBrowser(o);
      expect(await textOf(await browser.print(page('by port')))).toContain('by port');
    }
    await expectNoTrace(o.temporaryRoot);
  });
});

describe.runIf(linux && process.arch === 'x64')('the embedded browser', { timeout: 120_000 }, () => {
  it.each([
    ['the libraries of the system, or its own', undefined],
    ['its own libraries', async () => ['libnss3.so']],
  ])('prints with %s', async (name, lacks) => {
    const env = { PATH: process.env.PATH, HOME: homedir(), XDG_CACHE_HOME: process.env.XDG_CACHE_HOME };
    const home = homedir();
    const o = await options(name, { env, system: [] });
    const embedded = () =>
      embeddedBrowser({ env, home, temporaryRoot: o.temporaryRoot, ...(lacks ? { lacks } : {}) });
    await using browser = openBrowser({ ...o, home: join(folder, 'no-home'), embedded });
    expect((await browser.describe()).source).toBe('embedded');
    expect(await textOf(await browser.print(page('embedded')))).toContain('embedded');
  });
});
