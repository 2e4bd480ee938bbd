import { tmpdir } from 'node:os';
import type { Browser as Chromium } from 'puppeteer-core';
import { afterAll } from 'vitest';
import { launchBrowser, type Running } from '../src/browser/launch.js';
import { foundBrowser } from './found-browser.js';

/** The browser the program prints with, as a reader has it: with script. Closed after the last test of the file. */
export function scriptedBrowser(): () => Promise<Chromium> {
  let running: Promise<Running> | undefined;
  const launch = async () =>
    launchBrowser({
      ...(await foundBrowser()),
      pipe: true,
      patience: 30_000,
      startPatience: 30_000,
      temporaryRoot: tmpdir(),
      signal: new AbortController().signal,
    });
  afterAll(async () => (await running)?.close());
  return async () => {
    running ??= launch();
    return (await running).chromium;
  };
}
