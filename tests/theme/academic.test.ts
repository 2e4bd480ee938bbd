import { beforeAll, describe, expect, it } from 'vitest';
import { pdfjs } from '../../src/check/pdfjs.js';
import { linearize } from '../../src/page/linearize.js';
import type { Page } from '../../src/page/page.js';
import { readTheme } from '../../src/theme/read.js';
import { writeDocx } from '../../src/writers/docx/write-docx.js';
import { pageOf, resumeOf } from '../page/samples.js';
import { testBrowser } from '../test-browser.js';
import {
  all,
  child,
  listsOf,
  openDocx,
  paragraphs,
  shownText,
  val,
  type WordFile,
} from '../writers/docx/word-file.js';

// What a committee counts on: every publication has its number, and the person's own name stands out among the authors.

const RESUME = `
basics: { name: Ada Example, label: Reader in Hydrology }
publications:
  - { name: Peat is not a sponge, authors: [{ name: A. Example, me: true }, B. Sample], venue: Water Letters, releaseDate: 2019-01 }
  - { name: How many wells?, authors: [B. Sample, { name: A. Example, me: true }], doi: 10.5555/x, summary: "First.\\n\\n- Point\\n\\nLast." }
  - { name: A book without authors, publisher: Podium, releaseDate: 2015 }
  - { name: A title alone }
talks:
  - { name: Small models, event: Hydrology Days, location: Utrecht, date: 2023-11-21 }
`;

const CITED = [
  'A. Example, B. Sample (Jan 2019): Peat is not a sponge · Water Letters',
  'B. Sample, A. Example: How many wells? · doi:10.5555/x',
  'A book without authors (2015) · Podium',
  'A title alone',
];

const browser = testBrowser();

describe('the theme academic', () => {
  let page: Page;
  let file: WordFile;
  beforeAll(async () => {
    page = pageOf(resumeOf(RESUME), await readTheme('academic'));
    file = openDocx(await writeDocx(page, linearize(page.html, page.theme)));
  });

  it('numbers and cites the publications in Word', () => {
    const lists = listsOf(file);
    const items = paragraphs(file).filter((one) => {
      const id = val(child(one, 'w:pPr', 'w:numPr', 'w:numId')) ?? '';
      return lists.get(id)?.levels[0]?.format === 'decimal';
    });
    expect(items.map((one) => shownText(one).split('\n')[0])).toEqual([
      CITED[0],
      expect.stringContaining(CITED[1] ?? ''),
      ...CITED.slice(2),
    ]);
  });

  it('numbers and cites them in the PDF', async () => {
    const task = pdfjs.getDocument({ data: Uint8Array.from(await browser.print(page.html)), verbosity: 0 });
    const { items } = await (await (await task.promise).getPage(1)).getTextContent();
    await task.destroy();
    const whole = items
      .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : ''))
      .join('')
      .replaceAll(/\s+/g, ' ');
    for (const [index, cited] of CITED.entries()) expect(whole).toContain(`${index + 1}. ${cited}`);
    expect(whole).toMatch(/doi:10.5555\/x First\. – ?Point Last\. 3\. A book/);
  });

  it('has them in one list of the page', () => {
    const [list = ''] = /<section class="section-publications">.*?<\/section>/s.exec(page.html) ?? [];
    expect(list.match(/<ol>/g)).toHaveLength(1);
    expect(list.match(/<li><?/g)?.length).toBe(CITED.length + 1);
    expect(list.match(/<strong>A\. Example<\/strong>/g)).toHaveLength(2);
  });

  it('emphasises the person’s own name in Word', () => {
    const strong = all(file.part('word/document.xml'), 'w:r').filter(
      (run) => val(child(run, 'w:rPr', 'w:rStyle')) === 'Strong',
    );
    expect(strong.map(shownText)).toEqual(['A. Example', 'A. Example']);
  });

  it('puts the place of a talk below its title, so that the date keeps the line', () => {
    const lines = linearize(page.html, page.theme).filter(({ style }) => /^(Record|Detail)/.test(style));
    expect(lines.map(({ style, cells }) => [style, cells.length])).toEqual([
      ['Record Title', 2],
      ['Detail', 1],
    ]);
  });
});
