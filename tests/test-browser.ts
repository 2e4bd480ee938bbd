import { afterAll } from 'vitest';
import { type Browser, openBrowser } from '../src/browser/open.js';

/** The browser of all tests of a file, started by the first that prints and closed after the last. */
export function testBrowser(): Browser {
  const browser = openBrowser({ env: process.env });
  afterAll(() => browser[Symbol.asyncDispose]());
  return browser;
}
