import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { openRenderer } from '../dist/index.js';
import { inTurns, ratio } from './measure.js';

// A save beside a warm browser: the résumé read, three formats written and read back, against one print of the page.

/** Rows of `[what, against what, ratio, goal]`. */
export async function measureWarm({ browser: { path }, turns }) {
  const source = await readFile(join('resumes', 'backend-engineer.yaml'), 'utf8');
  const renderer = openRenderer({ env: process.env });
  const { files } = await renderer.render(source, { formats: ['html'] });
  const html = Buffer.from(files.html).toString('utf8');
  const bare = await puppeteer.launch({
    executablePath: path,
    headless: 'shell',
    pipe: true,
    args: ['--no-sandbox'],
  });
  try {
    const page = await bare.newPage();
    const times = await inTurns(turns, {
      // Every save says something else.
      save: (turn) => renderer.render(`${source}\n# ${turn}\n`.replace('Maja', `Maja ${turn}`)),
      print: async () => {
        await page.setContent(html);
        await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
      },
    });
    return [['three formats after a save, warm', 'bare print, warm', ratio(times.save, times.print), '≤ 2']];
  } finally {
    await Promise.all([bare.close(), renderer[Symbol.asyncDispose]()]);
  }
}
