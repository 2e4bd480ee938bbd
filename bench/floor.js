import { readFile, writeFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';

// The floor: what printing costs when nothing else is done. One bare page prints finished HTML files to PDF, one after the
// other. Arguments: a browser, then pairs of an HTML file and a PDF file.

const [executablePath, ...files] = process.argv.slice(2);
const browser = await puppeteer.launch({
  executablePath,
  headless: 'shell',
  pipe: true,
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (let at = 0; at < files.length; at += 2) {
  await page.setContent(await readFile(files[at], 'utf8'));
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
  await writeFile(files[at + 1], pdf);
}
await browser.close();
