import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FindOptions, findBrowser } from '../../src/browser/find.js';
import { MachineError } from '../../src/errors.js';
import { program, scratch } from './scratch.js';

const folder = scratch();
const at = (...parts: string[]) => join(folder, ...parts);

/** A Linux machine with nothing on it, unless the test puts something there. */
function bare(options: Partial<FindOptions> = {}): FindOptions {
  const base = { platform: 'linux', arch: 'x64', home: at('home'), system: [] } as const;
  return { ...base, env: {}, embedded: async () => undefined, ...options };
}

async function failure(options: FindOptions): Promise<MachineError> {
  const error = await findBrowser(options).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MachineError);
  return error as MachineError;
}

describe('findBrowser', () => {
  it('goes from what is named to what is near', async () => {
    const option = await program(at('order/option'));
    const environment = await program(at('order/environment'));
    const chromePath = await program(at('order/chrome-path'));
    const cache = at('order/cache');
    const cached = await program(
      join(cache, 'chrome-headless-shell/linux-131.0.1/chrome-headless-shell-linux64/chrome-headless-shell'),
    );
    const system = await program(at('order/system'));
    const embedded = async () => ({ path: at('order/embedded'), env: { A: 'b' } });

    let options = bare({ explicit: option, system: [system], embedded });
    options.env = {
      PUPPETEER_EXECUTABLE_PATH: environment,
      CHROME_PATH: chromePath,
      PUPPETEER_CACHE_DIR: cache,
    };
    expect(await findBrowser(options)).toEqual({ path: option, source: 'option', env: {} });
    options = { ...options, explicit: undefined };
    expect(await findBrowser(options)).toEqual({ path: environment, source: 'environment', env: {} });
    options = { ...options, env: { CHROME_PATH: chromePath, PUPPETEER_CACHE_DIR: cache } };
    expect(await findBrowser(options)).toEqual({ path: chromePath, source: 'environment', env: {} });
    options = { ...options, env: { PUPPETEER_CACHE_DIR: cache } };
    expect(await findBrowser(options)).toEqual({ path: cached, source: 'puppeteer cache', env: {} });
    options = { ...options, env: {} };
    expect(await findBrowser(options)).toEqual({ path: system, source: 'system', env: {} });
    options = { ...options, system: [] };
    expect(await findBrowser(options)).toEqual({
      path: at('order/embedded'),
      source: 'embedded',
      env: { A: 'b' },
    });
  });

  it('prefers the headless shell and the newest version in the cache of the home folder', async () => {
    const root = at('home2/.cache/puppeteer');
    await program(join(root, 'chrome/linux-150.0.0/chrome-linux64/chrome'));
    const shell = (build: string) =>
      join(root, `chrome-headless-shell/${build}/chrome-headless-shell-linux64/chrome-headless-shell`);
    await program(shell('linux-101.0.0'));
    await program(shell('linux-99.0.1'));
    const newest = await program(shell('linux-131.0.10'));
    await program(shell('linux-131.0.9'));
    await program(shell('mac_arm-140.0.0'));
    await mkdir(join(root, 'chrome-headless-shell/linux-999.0.0'), { recursive: true });
    expect((await findBrowser(bare({ home: at('home2') }))).path).toBe(newest);
  });

  it('takes the first system browser that can be run', async () => {
    const plain = await program(at('system/not-executable'), 'x', 0o644);
    const foreign = await program(at('system/no-loader'), '#!/no/such/shell\n');
    const good = await program(at('system/good'));
    const system = [at('system/absent'), at('system'), plain, foreign, good];
    expect((await findBrowser(bare({ system }))).path).toBe(good);
  });

  it('looks for a system browser on PATH by itself', async () => {
    const shell = await program(at('bin/chrome-headless-shell'));
    await program(at('bin/google-chrome'));
    const found = await findBrowser({
      env: { PATH: `${at('nowhere')}:${at('bin')}` },
      platform: 'linux',
      home: at('home'),
      embedded: async () => undefined,
    });
    expect(found).toEqual({ path: shell, source: 'system', env: {} });
  });

  it('refuses an option that names no browser, though there are others', async () => {
    const system = [await program(at('refuse/system'))];
    const absent = await failure(bare({ explicit: at('refuse/absent'), system }));
    expect(absent.message).toContain('--browser');
    expect(absent.message).toContain(`${at('refuse/absent')} does not exist`);
    expect(absent.hint).toContain('--browser');
    const plain = await program(at('refuse/plain'), 'x', 0o644);
    expect((await failure(bare({ explicit: plain, system }))).message).toContain('is not executable');
    expect((await failure(bare({ explicit: at('refuse'), system }))).message).toContain('is not a file');
    const foreign = await program(at('refuse/foreign'), '#!/no/such/shell\n');
    expect((await failure(bare({ explicit: foreign, system }))).message).toContain('needs /no/such/shell');
  });

  it.each(['PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'])(
    'refuses a %s that names no browser',
    async (name) => {
      const system = [await program(at('refuse/system'))];
      const error = await failure(bare({ env: { [name]: at('absent') }, system }));
      expect(error.message).toContain(`${name} names a browser that cannot be used`);
      expect(error.exitCode).toBe(3);
    },
  );

  it('says how to install one where there is none, to where it will be looked for', async () => {
    const error = await failure(bare({ env: { PUPPETEER_CACHE_DIR: at('their cache') } }));
    expect(error.exitCode).toBe(3);
    expect(error.hint).toContain(
      `npx @puppeteer/browsers install chrome-headless-shell@stable --path "${at('their cache')}"`,
    );
    const arm = await failure(bare({ arch: 'arm64' }));
    expect(arm.hint).toContain('apt-get install chromium');
  });
});
