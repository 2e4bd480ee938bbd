import { tmpdir } from 'node:os';
import type { Browser as Chromium } from 'puppeteer-core';
import { afterAll } from 'vitest';
import { findBrowser } from '../src/browser/find.js';
import { launchBrowser, type Running } from '../src/browser/launch.js';
import { needsNoSandbox } from '../src/browser/sandbox.js';
import { readSurroundings } from '../src/browser/surroundings.js';

/** The browser the program prints with, as a reader has it: with script. Closed after the last test of the file. */
export function scriptedBrowser(): () => Promise<Chromium> {
  let running: Promise<Running> | undefined;
  const launch = async () => {
    const { env } = process;
    const { path, env: own } = await findBrowser({ env });
    return launchBrowser({
      program: path,
      env: { ...env, ...own },
      sandbox: needsNoSandbox(env, readSurroundings({ env })) === undefined,
      pipe: true,
      temporaryRoot: tmpdir(),
      signal: new AbortController().signal,
    });
  };
  afterAll(async () => (await running)?.close());
  return async () => {
    running ??= launch();
    return (await running).chromium;
  };
}
