import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { openRenderer } from '../dist/index.js';

// What does finishing a PDF cost beside printing it? Every sample is composed once, then printed by Chromium and finished, in
// turns. The fastest of each counts: whatever else the machine does only ever adds. Argument: how many turns.

const [turns = '15'] = process.argv.slice(2);
const META = { title: 'A title', author: 'An author', lang: 'en', keywords: [], date: new Date(0) };
const finishPdf = await loadStep();

const renderer = openRenderer({ env: process.env });
const rows = [];
for (const file of readdirSync('resumes').filter((name) => name.endsWith('.yaml'))) {
  const source = readFileSync(join('resumes', file), 'utf8');
  const { files } = await renderer.render(source, { formats: ['html'], verify: false });
  const html = Buffer.from(files.html).toString('utf8');
  const [print, finish] = [[], []];
  for (let turn = -1; turn < Number(turns); turn += 1) {
    const began = performance.now();
    const printed = await renderer.browser.print(html);
    const between = performance.now();
    await finishPdf(printed, META);
    // The first turn loads code on both sides.
    if (turn < 0) continue;
    print.push(between - began);
    finish.push(performance.now() - between);
  }
  rows.push({ file, print: Math.min(...print), finish: Math.min(...finish) });
}
await renderer[Symbol.asyncDispose]();

console.log(`Finishing in parts of Chromium's printing, the fastest of ${turns} turns:`);
for (const { file, print, finish } of rows) {
  console.log(
    `  ${file.padEnd(26)} ${(finish / print).toFixed(2)}   ${finish.toFixed(0)} of ${print.toFixed(0)} ms`,
  );
}
console.log(
  `\nIn the middle, finishing costs ${median(rows.map((row) => row.finish / row.print)).toFixed(2)} of printing.`,
);

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

function median(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
