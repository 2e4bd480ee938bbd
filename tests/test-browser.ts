import { afterAll } from 'vitest';
import { type Browser, openBrowser } from '../src/browser/open.js';
import { openRenderer, type Renderer } from '../src/index.js';

/** The browser of all tests of a file, started by the first that prints and closed after the last. */
export function testBrowser(): Browser {
  const browser = openBrowser({ env: process.env });
  afterAll(() => browser[Symbol.asyncDispose]());
  return browser;
}

/** The same for what renders whole documents. */
export function testRenderer(): Renderer {
  const renderer = openRenderer({ env: process.env });
  afterAll(() => renderer[Symbol.asyncDispose]());
  return renderer;
}
