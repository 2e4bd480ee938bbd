import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { readBlocks } from '../../src/check/extract/pdf-blocks.js';
import { readLines } from '../../src/check/extract/pdf-lines.js';
import { pdfjs } from '../../src/check/pdfjs.js';
import { type Block, blockText } from '../../src/page/blocks.js';
import { composePage, dressPage } from '../../src/page/compose-page.js';
import { embedFonts } from '../../src/page/embed-fonts.js';
import { themeWishes } from '../../src/page/font-wishes.js';
import { linearize } from '../../src/page/linearize.js';
import { readTheme } from '../../src/theme/read.js';
import { testBrowser } from '../test-browser.js';
import { viewOf } from '../view/view-of.js';

// Where pages end. One entry grows line by line through a whole page height, so that everything below it meets the foot of
// the page once, and again at the next page.

const LINES = 48;

const SENTENCE =
  'Every reading is kept and read again, by hand where it must be, before anybody acts on it. ';

/** A résumé with something of every kind below an entry with so many one-line bullets. */
const resumeWith = (lines: number): string => `
basics: { name: Ada Example, label: Engineer, email: ada@example.com }
work:
  - name: Northwind Grid
    position: Staff Engineer
    highlights: [${Array.from({ length: lines }, (_, index) => `Line ${index}`).join(', ') || 'None'}]
  - name: Brightwater Dams
    position: Engineer of bridges and dams, of locks and weirs, and of everything that stands in moving water up to the sea
    location: Carrow Bay
    startDate: 2015
    endDate: 2018
    description: An operator of dams.
    summary: ${SENTENCE.repeat(3)}
    highlights:
      - ${SENTENCE.repeat(3)}
      - Shorter.
      - text: With points below it.
        highlights: [${SENTENCE.repeat(2)}, Second point.]
    keywords: [Go, Rust]
  - name: Harbour Works
    description: Docks and piers.
    roles:
      - { position: Lead, startDate: 2012, highlights: [${SENTENCE.repeat(2)}, Hired four.] }
      - { position: Engineer, startDate: 2010, endDate: 2012 }
      - { position: Trainee, startDate: 2009, endDate: 2010, summary: "${SENTENCE.repeat(2)}" }
    projects:
      - { name: Pier One, description: Drawn anew., highlights: [On time.] }
  - { name: Bare Name, position: Clerk, startDate: 2007 }
  - { name: Second Bare Name, position: Porter, startDate: 2006, location: Faro }
projects:
  - { name: Gauge, description: Reads rivers., url: "https://gauge.example", highlights: [${SENTENCE.repeat(2)}] }
education:
  - { institution: University of Carrow Bay, studyType: MSc, area: Hydrology, startDate: 2003, courses: [Rivers, Seas] }
  - { institution: School of Faro, studyType: BSc, area: Geography, startDate: 2000 }
skills:
  - { name: Languages of programs, keywords: [Go, Rust, Python] }
  - { name: Walking, keywords: [${Array.from({ length: 40 }, (_, index) => `way ${index}`).join(', ')}] }
certificates:
  - { name: Incident Commander, issuer: Resilience Board, date: 2020 }
  - { name: First Aid, date: 2019, expires: 2030, credentialId: X-0555 }
publications:
  - { name: Peat is not a sponge, authors: [A. Example, B. Sample], venue: Water Letters, releaseDate: 2019-01 }
  - { name: Locks, publisher: Podium, releaseDate: 2018, summary: "${SENTENCE.repeat(2)}" }
awards:
  - { title: Golden Weir, awarder: Society of Weirs, date: 2017, summary: "${SENTENCE}" }
references:
  - { name: Jo Sample, role: Head, organization: Northwind Grid, email: jo@example.com, reference: "${SENTENCE.repeat(2)}" }
sections:
  - { title: How I work, kind: list, items: [I read twice before I answer., "${SENTENCE.repeat(3)}"] }
  - { title: My story, kind: text, text: "${SENTENCE.repeat(5)}" }
  - { title: Particulars, kind: pairs, pairs: [{ name: Notice, value: Three months }] }
`;

/** A block, and how many of its lines stand on each page. */
interface Broken {
  block: Block;
  pages: Map<number, number>;
}

const browser = testBrowser();

async function layOut(lines: number): Promise<Broken[]> {
  const view = viewOf(resumeWith(lines));
  const theme = await readTheme('classic');
  const page = composePage(view, theme, {
    paper: 'a4',
    meta: { title: '', author: 'Ada', lang: 'en', keywords: [], date: new Date(0) },
    person: {},
    handlebars: Handlebars,
  });
  const { html } = dressPage(page, await embedFonts(themeWishes(theme, view), view.lang));
  return match(linearize(html, theme), await readPages(await browser.print(html)));
}

async function readPages(pdf: Uint8Array): Promise<string[][]> {
  const task = pdfjs.getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const document = await task.promise;
  const pages: string[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const found = readLines(items, readBlocks(await page.getStructTree()));
    pages.push(found.filter(({ furniture }) => !furniture).map(({ text }) => squeeze(text)));
  }
  await task.destroy();
  return pages;
}

const squeeze = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The lines of the pages, in their order, are the text of the blocks, in theirs. */
function match(blocks: readonly Block[], pages: readonly string[][]): Broken[] {
  const lines = pages.flatMap((page, number) => page.map((text) => ({ text, number })));
  let next = 0;
  const found = blocks.map((block): Broken => {
    const whole = squeeze(blockText(block));
    const counts = new Map<number, number>();
    for (let at = 0; at < whole.length; next += 1) {
      const line = lines[next];
      if (!line || !whole.startsWith(line.text, at)) throw new Error(`${whole} is not ${line?.text}`);
      counts.set(line.number, (counts.get(line.number) ?? 0) + 1);
      at += line.text.length;
    }
    return { block, pages: counts };
  });
  return found;
}

const TITLES = /^(Title|Headline|Heading \d|Part|Record Title)$/;

test('at no length of an entry does a heading or title line end a page, nor stand a line alone', async () => {
  const lengths = Array.from({ length: LINES + 1 }, (_, lines) => lines);
  const faults = await Promise.all(
    lengths.map(async (lines) => {
      const laid = await layOut(lines);
      expect(Math.max(...laid.flatMap(({ pages }) => [...pages.keys()]))).toBeGreaterThan(0);
      return laid.flatMap((broken, index) =>
        faultsOf(broken, laid[index + 1]).map((at) => `${lines}: ${at}`),
      );
    }),
  );
  expect(faults.flat()).toEqual([]);
}, 180_000);

function faultsOf({ block, pages }: Broken, after: Broken | undefined): string[] {
  const parts = [...pages.values()];
  const last = Math.max(...pages.keys());
  const parted = after !== undefined && !after.pages.has(last);
  return [
    ...(parted && TITLES.test(block.style) ? [`“${blockText(block)}” ends a page`] : []),
    ...(parts.length > 1 && Math.min(...parts) < 2 ? [`a line of “${blockText(block)}” stands alone`] : []),
  ];
}
