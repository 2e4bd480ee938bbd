import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { openRenderer } from '../dist/index.js';
import { table } from './samples.js';

// What does finishing a PDF cost beside printing it? Every sample is composed once, then printed by a bare page of Puppeteer's,
// printed as a render prints it, and finished, in turns. The fastest of each counts: whatever else the machine does only ever
// adds. Argument: how many turns.

const [turns = '15'] = process.argv.slice(2);
const META = { title: 'A title', author: 'An author', lang: 'en', keywords: [], date: new Date(0) };
const finishPdf = await loadStep();

const renderer = openRenderer({ env: process.env });
const { path } = await renderer.browser.locate();
const chromium = await puppeteer.launch({
  executablePath: path,
  headless: 'shell',
  pipe: true,
  args: ['--no-sandbox'],
});
const sheet = await chromium.newPage();
const rows = [];
for (const file of readdirSync('resumes').filter((name) => name.endsWith('.yaml'))) {
  const source = readFileSync(join('resumes', file), 'utf8');
  const { files } = await renderer.render(source, { formats: ['html'], verify: false });
  const html = Buffer.from(files.html).toString('utf8');
  const page = apart(html);
  const times = { bare: [], print: [], finish: [] };
  for (let turn = -1; turn < Number(turns); turn += 1) {
    const clock = [performance.now()];
    const tick = () => clock.push(performance.now());
    await sheet.setContent(html);
    await sheet.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    tick();
    const printed = await renderer.browser.print(page.bare, page);
    tick();
    await finishPdf(printed, META);
    tick();
    // The first turn loads code on all sides.
    if (turn < 0) continue;
    for (const [index, name] of ['bare', 'print', 'finish'].entries())
      times[name].push(clock[index + 1] - clock[index]);
  }
  const [bare, print, finish] = Object.values(times).map((list) => Math.min(...list));
  rows.push([file, finish / bare, finish / print, print / bare]);
}
await Promise.all([chromium.close(), renderer[Symbol.asyncDispose]()]);

const middle = [1, 2, 3].map((column) => median(rows.map((row) => row[column])));
const shown = [...rows, ['in the middle', ...middle]].map(([name, ...ratios]) => [
  name,
  ...ratios.map((ratio) => ratio.toFixed(2)),
]);
console.log(`The fastest of ${turns} turns:\n`);
console.log(table([['', 'finish / bare print', 'finish / our print', 'our print / bare print'], ...shown]));

/** The step by itself is no part of the library's public face, so it is bundled here, as dist/ has it. */
async function loadStep() {
  const folder = mkdtempSync(join(tmpdir(), 'resumewright-bench-'));
  const outfile = join(folder, 'finish-pdf.mjs');
  await build({
    entryPoints: ['src/writers/pdf/finish-pdf.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const step = await import(pathToFileURL(outfile).href);
  rmSync(folder, { recursive: true });
  return step.finishPdf;
}

/** A page and its fonts, as a render hands them to the browser. */
function apart(html) {
  const rule =
    /@font-face \{ font-family: "(?<family>[^"]*)"; font-weight: (?<weight>\d+); font-style: (?<style>\w+); src: (?<source>[^;]*;[^;]*); unicode-range: (?<range>[^;]*); \}\n/g;
  return {
    bare: html.replaceAll(rule, ''),
    fonts: [...html.matchAll(rule)].map(({ groups }) => ({ ...groups })),
  };
}

function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
