import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderResume } from '../../src/index.js';
import { packageRoot } from '../../src/package-root.js';
import { writePng } from '../../src/writers/write-png.js';
import { pdfByHand } from '../check/pdf-by-hand.js';
import { enterFolder, render } from '../cli/command.js';

interface Picture {
  width: number;
  height: number;
  /** Grey, 0 to 255, by rows. */
  pixels: number[][];
}

/** PNG of 8 bits a channel with alpha (https://www.w3.org/TR/png-3/), read by hand. */
function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  expect([...file.subarray(24, 29)]).toEqual([8, 6, 0, 0, 0]);
  const packed: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    const end = at + 8 + file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(file.subarray(at + 8, end));
  }
  const data = inflateSync(Buffer.concat(packed));
  let above = new Uint8Array(width * 4);
  const pixels = Array.from({ length: height }, (_, y) => {
    const start = y * (width * 4 + 1);
    const row = new Uint8Array(data.subarray(start + 1, start + 1 + width * 4));
    unfilter(row, above, data[start] ?? 0);
    above = row;
    return Array.from({ length: width }, (_, x) => row[x * 4 + 1] ?? 0);
  });
  return { width, height, pixels };
}

function unfilter(row: Uint8Array, above: Uint8Array, filter: number): void {
  for (let i = 0; i < row.length; i += 1) {
    const [left = 0, up = 0, corner = 0] = [row[i - 4], above[i], above[i - 4]];
    const near = left + up - corner;
    const [a, b, c] = [Math.abs(near - left), Math.abs(near - up), Math.abs(near - corner)];
    const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
    const guess = [0, left, up, Math.floor((left + up) / 2), paeth][filter] ?? 0;
    row[i] = ((row[i] ?? 0) + guess) & 255;
  }
}

/** The darkest pixel of a region, in points from the upper left corner. */
function darkest({ pixels }: Picture, left: number, top: number, right: number, bottom: number): number {
  const px = (points: number) => Math.round((points * 150) / 72);
  return Math.min(
    ...pixels.slice(px(top), px(bottom)).map((row) => Math.min(...row.slice(px(left), px(right)))),
  );
}

const LONG = `basics: {name: Ada Example}
work: [${Array.from({ length: 30 }, (_, i) => `{name: Employer ${i}, position: Engineer, summary: Words.}`).join(', ')}]
meta: {paper: letter}`;

describe('pictures of a PDF', () => {
  const bar = (y: number) => `0 0 0 rg 100 ${y} 50 20 re f`;

  it('are its pages at 150 dpi, on white, each with what stands on it', async () => {
    const pages = await writePng(
      pdfByHand({ pages: [bar(400), bar(300)], tree: { role: 'Document', kids: [] } }),
    );
    const [first, second, ...more] = pages.map(readPng);
    if (!first || !second) throw new Error('two pages are two pictures');
    expect(more).toEqual([]);
    const [height] = [(first.height * 72) / 150];
    expect(darkest(first, 101, height - 419, 149, height - 401)).toBe(0);
    expect(darkest(second, 101, height - 319, 149, height - 301)).toBe(0);
    expect(darkest(second, 101, height - 419, 149, height - 401)).toBe(255);
    expect(darkest(first, 0, 0, 400, height - 421)).toBe(255);
  });

  it('have the paper’s size and are the same each time', async () => {
    const options = { formats: ['pdf', 'png'] as const };
    const { files } = await renderResume(LONG, options);
    const pictures = files.png ?? [];
    expect(pictures.length).toBeGreaterThan(1);
    for (const picture of pictures) {
      const { width, height } = readPng(picture);
      expect([width, height]).toEqual([1275, 1650]);
    }
    expect(await writePng(files.pdf ?? new Uint8Array())).toEqual(pictures.map((one) => Buffer.from(one)));
    expect((await renderResume(LONG, { formats: ['png'] })).files).toEqual({ png: pictures });
  });
});

describe('on the command line', () => {
  let leave: () => Promise<void>;
  beforeAll(async () => {
    ({ leave } = await enterFolder({ 'cv.yaml': LONG, 'short.yaml': 'basics: {name: Ada}\n' }));
  });
  afterAll(() => leave());

  it('each page is a numbered file, the only one too', async () => {
    const { code, out } = await render('cv.yaml', 'short.yaml', '-f', 'png,txt');
    expect(code).toBe(0);
    const written = out.split('\n').map((path) => path.replaceAll('\\', '/'));
    expect(written).toEqual(
      expect.arrayContaining(['out/cv-1.png', 'out/cv-2.png', 'out/cv.txt', 'out/short-1.png']),
    );
    expect((await readdir('out')).map((name) => `out/${name}`).sort()).toEqual([...written].sort());
    expect(readPng(await readFile('out/short-1.png'))).toMatchObject({ width: 1240, height: 1754 });
  });

  it('without a canvas the rest is written, and it says what is missing', async () => {
    await writeFile(
      'block.cjs',
      `const Module = require('node:module');
      const resolve = Module._resolveFilename;
      Module._resolveFilename = function (name, ...rest) {
        if (name.startsWith('@napi-rs/')) throw Object.assign(new Error('no ' + name), { code: 'MODULE_NOT_FOUND' });
        return resolve.call(this, name, ...rest);
      };`,
    );
    const cli = join(packageRoot(), 'dist', 'cli.js');
    const run = promisify(execFile)(process.execPath, [
      '-r',
      './block.cjs',
      cli,
      'short.yaml',
      '-f',
      'txt,png',
      '-o',
      'bare',
    ]);
    const { code, stdout, stderr } = await run.catch((error) => error);
    expect(code).toBe(3);
    expect(stdout.trim().replaceAll('\\', '/')).toBe('bare/short.txt');
    expect(stderr).toContain('@napi-rs/canvas is missing');
    expect(await readdir('bare')).toEqual(['short.txt']);
  });
});
