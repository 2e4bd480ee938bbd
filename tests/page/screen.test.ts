import { describe, expect, it } from 'vitest';
import { listThemes, readTheme } from '../../src/theme/read.js';
import { axeFaults } from '../axe-faults.js';
import { scriptedBrowser } from '../scripted-browser.js';
import { pageOf, readSample, SAMPLES } from './samples.js';

// Every theme's page as people open it: on a phone, on a desktop, enlarged, and with the help of machines.

const browser = scriptedBrowser();
const WCAG = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };

/** CSS pixels; the last is what a window of 1280 has left at 200 %, where the page stands as it does on a phone. */
const SCREENS = [
  { screen: 'a phone', width: 360, judged: true },
  { screen: 'a desktop', width: 1280, judged: true },
  { screen: 'a desktop at 200 %', width: 640, judged: false },
];

/** The elements whose text reaches beyond the window, or beyond the element's own edge. */
const OVERFLOWS = `[...document.body.querySelectorAll('*')]
  .filter((element) => element.scrollWidth > Math.max(element.clientWidth, 1) + 1 && element.clientWidth > 0
    || element.getBoundingClientRect().right > innerWidth + 1 || element.getBoundingClientRect().left < -1)
  .map(({ outerHTML }) => outerHTML.slice(0, 120))`;

describe.each(await listThemes())('a page of the theme %s', (name) => {
  it.each(SAMPLES)('can be read on every screen: %s', async (sample) => {
    const { html } = pageOf(readSample(sample), await readTheme(name));
    const page = await (await browser()).newPage();
    await page.setContent(html);
    for (const { screen, width, judged } of SCREENS) {
      await page.setViewport({ width, height: 800 });
      expect(await page.evaluate(OVERFLOWS), `beyond the edge of ${screen}`).toEqual([]);
      if (judged) expect(await axeFaults(page, WCAG), `WCAG 2.2 AA on ${screen}`).toEqual([]);
    }
    await page.close();
  });
});

it('what cannot be read is found', async () => {
  const { html } = pageOf(readSample(SAMPLES[0] ?? ''), await readTheme('classic'));
  const page = await (await browser()).newPage();
  await page.setViewport({ width: 360, height: 800 });
  await page.setContent(html.replace('</style>', 'h1 { color: #bbb; width: 900px; }</style>'));
  expect(await page.evaluate(OVERFLOWS)).not.toEqual([]);
  expect((await axeFaults(page, WCAG)).join()).toMatch(/^color-contrast: <h1>/);
  await page.close();
});
