import Handlebars from 'handlebars';
import { beforeAll, describe, expect, it } from 'vitest';
import { pdfjs } from '../../src/check/pdfjs.js';
import { readHtml } from '../../src/check/read-html.js';
import { readPdf } from '../../src/check/read-pdf.js';
import { blockText } from '../../src/page/blocks.js';
import { composePage, dressPage } from '../../src/page/compose-page.js';
import { embedFonts } from '../../src/page/embed-fonts.js';
import { themeWishes } from '../../src/page/font-wishes.js';
import { linearize } from '../../src/page/linearize.js';
import type { Page } from '../../src/page/page.js';
import { readTheme } from '../../src/theme/read.js';
import { testBrowser } from '../test-browser.js';
import { viewOf } from '../view/view-of.js';

// Two columns on paper, one thing after the other for everybody who reads: contacts, story, and last what stands beside it.

const resume = (locale: string) => `
basics:
  name: Ada Example
  email: ada.example@larkhaven.example.org
  phone: "+44 20 5550 0100"
  url: https://example.com/ada
skills: [{ name: Programming, keywords: [Go] }]
languages: [{ language: English, fluency: Native }]
work:
  - { name: Northwind Grid, position: Engineer, startDate: 2021, highlights: [${Array.from({ length: 60 }, (_, at) => `Step ${at}`).join(', ')}] }
meta: { locale: ${locale} }
`;

const browser = testBrowser();

/** With its fonts, for what is as wide as it is depends on them. */
async function pageIn(locale: string): Promise<Page> {
  const theme = await readTheme('sidebar');
  const view = viewOf(resume(locale), theme);
  const page = composePage(view, theme, {
    paper: 'a4',
    meta: { title: '', author: 'Ada', lang: locale, keywords: [], date: new Date(0) },
    person: {},
    handlebars: Handlebars,
  });
  return dressPage(page, await embedFonts(themeWishes(theme, view), view.lang));
}

/** What pdf.js finds on the first page: texts and how far from the left edge they begin, in points. */
async function placesOn(page: Page): Promise<Map<string, number>> {
  const task = pdfjs.getDocument({ data: Uint8Array.from(await browser.print(page.html)), verbosity: 0 });
  const { items } = await (await (await task.promise).getPage(1)).getTextContent();
  const found = items.flatMap((item): [string, number][] =>
    'str' in item && item.str.trim() !== '' ? [[item.str, item.transform[4]]] : [],
  );
  await task.destroy();
  return new Map(found);
}

describe('the theme sidebar', () => {
  let page: Page;
  beforeAll(async () => {
    page = await pageIn('en');
  });

  it('has in Word each contact on its line, then the story, then what stood beside it', () => {
    const texts = linearize(page.html, page.theme).map((block) => `${block.style}: ${blockText(block)}`);
    expect(texts.slice(0, 5)).toEqual([
      'Title: Ada Example',
      'Contact: ada.example@larkhaven.example.org',
      'Contact: +44 20 5550 0100',
      'Contact: example.com/ada',
      'Heading 1: Experience',
    ]);
    expect(texts.slice(-4)).toEqual([
      'Heading 1: Skills',
      'Pair: Programming: Go',
      'Heading 1: Languages',
      'Pair: English (Native)',
    ]);
  });

  it('is read in that order from the PDF too, although it goes on over the page', async () => {
    const words = ({ words }: { words: { text: string }[] }) => words.map(({ text }) => text);
    const pdf = await readPdf(await browser.print(page.html));
    expect(pdf.words.some(({ endsPage }) => endsPage)).toBe(true);
    expect(words(pdf)).toEqual(words(readHtml(page.html)));
  });

  it('has the column at the right, with no address broken, and the story at the left', async () => {
    const places = await placesOn(page);
    const [name = 0, email = 0, skills = 0] = [
      'Ada Example',
      'ada.example@larkhaven.example.org',
      'Skills',
    ].map((text) => places.get(text) ?? Number.NaN);
    expect(email).toBeGreaterThan(name + 200);
    expect(skills).toBeCloseTo(email, 0);
    expect(places.get('Experience')).toBeCloseTo(name, 0);
  });

  it('has them the other way round where lines run from right to left', async () => {
    const places = await placesOn(await pageIn('ar'));
    expect(places.get('example.com/ada')).toBeLessThan(250);
    expect(places.get('Ada Example')).toBeGreaterThan(300);
  });
});
