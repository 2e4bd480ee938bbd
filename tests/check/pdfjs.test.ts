import { execFile } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { scratch } from '../browser/scratch.js';
import { pdfByHand } from './pdf-by-hand.js';

/** What npm leaves behind with --omit=optional. */
const WITHOUT_CANVAS = `
const Module = require('node:module');
const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...rest) {
  if (name.startsWith('@napi-rs/')) throw Object.assign(new Error('Cannot find module ' + name), { code: 'MODULE_NOT_FOUND' });
  return resolve.call(this, name, ...rest);
};`;

const SCRIPT = `
import { readFile } from 'node:fs/promises';
import { readPdf } from './read-pdf.js';
const bytes = await readFile('a.pdf');
const warn = console.warn;
const loads = () => process.report.getReport().sharedObjects.filter((name) => /canvas|skia/.test(name)).length;
const natives = () => [
  [Array.prototype, 'push'], [JSON, 'parse'], [JSON, 'stringify'], [process, 'getBuiltinModule'], [globalThis, 'Response'],
].map(([home, name]) => { const own = Object.getOwnPropertyDescriptor(home, name); return own.value ?? own.get; });
const before = natives();
const left = () => ({
  globals: [typeof DOMMatrix, typeof Path2D],
  replaced: natives().filter((one, index) => one !== before[index]).length,
  libraries: loads(),
});
const readings = await Promise.all([readPdf(bytes), readPdf(bytes)]);
const damaged = await readPdf(bytes.subarray(0, 200)).then(() => 'read', () => 'refused');
console.log(JSON.stringify([readings.map((one) => one.words.map((word) => word.text)), damaged, console.warn === warn, left()]));`;

const folder = scratch();
beforeAll(async () => {
  await symlink(join(packageRoot(), 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    entryPoints: [join(packageRoot(), 'src/check/read-pdf.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  const tree = { role: 'P', kids: [{ page: 0, content: 0 }] };
  const pages = ['/P <</MCID 0>> BDC BT /F 10 Tf 10 400 Td (Ada Example) Tj ET EMC'];
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder, 'a.pdf'), pdfByHand({ pages, tree }));
  await writeFile(join(folder, 'run.js'), SCRIPT);
  await writeFile(join(folder, 'block.cjs'), WITHOUT_CANVAS);
});

describe('pdf.js in a process of its own', { timeout: 30_000 }, () => {
  it.each([
    ['with', []],
    ['without', ['--require', './block.cjs']],
  ])(
    'reads, refuses, says nothing and leaves nothing behind, %s a canvas to paint on',
    async (_, options) => {
      const run = promisify(execFile)(process.execPath, [...options, 'run.js'], { cwd: folder });
      const { stdout, stderr } = await run;
      const words = ['Ada', 'Example'];
      // Nor is the canvas loaded, which is for painting.
      const left = { globals: ['undefined', 'undefined'], replaced: 0, libraries: 0 };
      expect(JSON.parse(stdout)).toEqual([[words, words], 'refused', true, left]);
      expect(stderr).toBe('');
    },
  );
});
