import { beforeAll, describe, expect, it } from 'vitest';
import { linearize } from '../../../src/page/linearize.js';
import { readTheme } from '../../../src/theme/read.js';
import type { Theme } from '../../../src/theme/theme.js';
import { writeDocx } from '../../../src/writers/docx/write-docx.js';
import { BREAK, block, link, row, run } from '../../page/block-samples.js';
import { PLAIN } from '../../page/plain-theme.js';
import { pageOf, readSample, SAMPLES } from '../../page/samples.js';
import {
  all,
  child,
  kids,
  openDocx,
  paragraphs,
  shownText,
  stylesOf,
  val,
  type WordFile,
  wordOf,
} from './word-file.js';

let theme: Theme;
beforeAll(async () => {
  theme = await readTheme('classic');
});

const A = 'https://a.example/';
const B = 'https://b.example/';

/** Each hyperlink as Word resolves it: what it shows and where it leads. */
function linksOf(file: WordFile): [string, string][] {
  const targets = new Map(
    all(file.part('word/_rels/document.xml.rels'), 'Relationship').map(({ attrs }) => [attrs.Id, attrs]),
  );
  return all(file.part('word/document.xml'), 'w:hyperlink').map((hyperlink) => {
    const relation = targets.get(hyperlink.attrs['r:id'] ?? '');
    expect(relation?.TargetMode).toBe('External');
    expect(relation?.Type).toMatch(/\/hyperlink$/);
    const anchor = hyperlink.attrs['w:anchor'];
    return [shownText(hyperlink), `${relation?.Target}${anchor === undefined ? '' : `#${anchor}`}`];
  });
}

describe('a link', () => {
  it.each([
    ['https://a.example/?x=1&y=2'],
    ['mailto:a@b.example?subject=Hi%20you&body=%22x%22'],
    ['tel:+15550100'],
    ['https://a.example/#part'],
    ["https://a.example/it's(1)"],
  ])('leads to %s', async (href) => {
    const file = await wordOf(PLAIN, [block('Normal', 'a ', link(href, 'b', 'Hyperlink'), ' c')]);
    expect(linksOf(file)).toEqual([['b', href]]);
    expect(shownText(paragraphs(file)[0] ?? never())).toBe('a b c');
  });

  it('of several runs is one hyperlink', async () => {
    const file = await wordOf(PLAIN, [
      block(
        'Normal',
        link(A, 'a ', 'Hyperlink'),
        link(A, 'b', 'Hyperlink', 'Strong'),
        link(A, ' c', 'Hyperlink'),
      ),
    ]);
    expect(linksOf(file)).toEqual([['a b c', A]]);
  });

  it('over a break is one hyperlink', async () => {
    const file = await wordOf(PLAIN, [
      block(
        'Normal',
        link(A, 'a', 'Hyperlink'),
        BREAK,
        BREAK,
        link(A, 'b', 'Hyperlink'),
        BREAK,
        link(B, 'c', 'Hyperlink'),
      ),
    ]);
    expect(linksOf(file)).toEqual([
      ['a⏎⏎b', A],
      ['c', B],
    ]);
    expect(shownText(paragraphs(file)[0] ?? never())).toBe('a⏎⏎b⏎c');
  });

  it('next to another is another', async () => {
    const file = await wordOf(PLAIN, [block('Normal', link(A, 'a', 'Hyperlink'), link(B, 'b', 'Hyperlink'))]);
    expect(linksOf(file)).toEqual([
      ['a', A],
      ['b', B],
    ]);
  });

  it('ends where plain text begins, and with its cell', async () => {
    const file = await wordOf(PLAIN, [
      row('Part', [link(A, 'a', 'Hyperlink'), ' x ', link(A, 'b', 'Hyperlink')], [link(A, 'c', 'Hyperlink')]),
      block('Normal', link(A, 'd', 'Hyperlink')),
    ]);
    expect(linksOf(file)).toEqual([
      ['a', A],
      ['b', A],
      ['c', A],
      ['d', A],
    ]);
    expect(shownText(paragraphs(file)[0] ?? never())).toBe('a x b⇥c');
  });

  it('in bold text keeps both looks, in one style made of the two', async () => {
    const file = await wordOf(PLAIN, [
      block('Normal', run('a ', 'Entry Title'), link(A, 'b', 'Entry Title', 'Hyperlink')),
    ]);
    const [hyperlink = never()] = all(file.part('word/document.xml'), 'w:hyperlink');
    const id = val(child(kids(hyperlink)[0], 'w:rPr', 'w:rStyle')) ?? '';
    const style = stylesOf(file).get(id);
    expect(val(child(style, 'w:name'))).toBe('Entry Title Hyperlink');
    expect(
      kids(child(style, 'w:rPr') ?? never()).map(({ name, attrs }) =>
        [name, ...Object.values(attrs)].join(' '),
      ),
    ).toEqual(['w:b', 'w:bCs', 'w:color 1F3A5F']);
  });

  it('carries no random number', async () => {
    const file = await wordOf(PLAIN, [
      block('Normal', link(A, 'a', 'Hyperlink'), ' ', link(B, 'b', 'Hyperlink')),
    ]);
    const ids = all(file.part('word/_rels/document.xml.rels'), 'Relationship').map(({ attrs }) => attrs.Id);
    expect(ids.filter((id) => !/^rId\d+$/.test(id ?? ''))).toEqual([]);
    expect(ids).toEqual([...ids].sort((a, b) => Number(a?.slice(3)) - Number(b?.slice(3))));
  });
});

describe.each(SAMPLES)('%s', (name) => {
  it('has the links of its page, in their order', async () => {
    const page = pageOf(readSample(name), theme);
    const blocks = linearize(page.html, theme);
    const file = openDocx(await writeDocx(page, blocks));
    const inPage = [...page.html.matchAll(/<a href="([^"]*)">(.*?)<\/a>/g)].map(
      ([, href = '', inner = '']) => [plain(inner), plain(href)],
    );
    expect(inPage.length).toBeGreaterThan(0);
    expect(linksOf(file)).toEqual(inPage);
  });
});

const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function never(): never {
  throw new Error('missing');
}
