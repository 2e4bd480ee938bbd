import { describe, expect, it } from 'vitest';
import type { Theme } from '../../../src/theme/theme.js';
import { block } from '../../page/block-samples.js';
import { PLAIN } from '../../page/plain-theme.js';
import { all, child, kids, styleOf, val, type WordFile, wordOf, type Xml } from './word-file.js';

const section = (file: WordFile): Xml => {
  const [found] = all(file.part('word/document.xml'), 'w:sectPr');
  if (!found) throw new Error('no section');
  return found;
};

/** Without a footer of its own a first page that differs has none (ISO/IEC 29500-1, 17.10.6). */
const differsOnPageOne = (file: WordFile): boolean => {
  const flag = child(section(file), 'w:titlePg');
  return flag !== undefined && val(flag) !== 'false';
};

const withPage = (page: Partial<Theme['page']>): Theme => ({ ...PLAIN, page: { ...PLAIN.page, ...page } });

/** A footer as its pieces, `{PAGE}` for a field. */
function footerOf(file: WordFile): string[] {
  const [paragraph] = all(file.part('word/footer1.xml'), 'w:p');
  return all(paragraph ?? section(file), 'w:r').flatMap((run) =>
    kids(run).flatMap((node) => {
      if (node.name === 'w:t') return node.children.join('');
      if (node.name === 'w:instrText') return `{${node.children.join('').trim()}}`;
      return [];
    }),
  );
}

describe('paper', () => {
  it.each([
    // The sizes Word itself writes, in twentieths of a point.
    ['a4', '11906', '16838'],
    ['letter', '12240', '15840'],
  ] as const)('%s is %s × %s', async (paper, width, height) => {
    const { attrs } =
      child(section(await wordOf(PLAIN, [], { paper })), 'w:pgSz') ?? section(await wordOf(PLAIN, []));
    expect([attrs['w:w'], attrs['w:h'], attrs['w:orient']]).toEqual([width, height, 'portrait']);
  });

  it('has the theme’s margins', async () => {
    const own = withPage({ margin: { top: 50, right: 45.5, bottom: 60, left: 40 } });
    expect(child(section(await wordOf(own, [])), 'w:pgMar')?.attrs).toMatchObject({
      'w:top': '1000',
      'w:right': '910',
      'w:bottom': '1200',
      'w:left': '800',
      'w:gutter': '0',
    });
  });

  it('has one column and no grid that would shift lines', async () => {
    const found = section(await wordOf(PLAIN, []));
    expect(all(found, 'w:cols')).toEqual([]);
    expect(child(found, 'w:docGrid')?.attrs['w:type']).toBeUndefined();
  });
});

describe('the footer', () => {
  it('has the name and real fields, from page two on', async () => {
    const file = await wordOf(PLAIN, [block('Normal', 'a')], {
      meta: { title: '', author: 'Ada & <Co>', lang: 'en', keywords: [], date: new Date(0) },
    });
    expect(footerOf(file)).toEqual(['Ada & <Co>', ' · ', '{PAGE}', ' / ', '{NUMPAGES}']);
    expect(differsOnPageOne(file)).toBe(true);
    const references = all(section(file), 'w:footerReference');
    expect(references.map(({ attrs }) => attrs['w:type'])).toEqual(['default']);
    expect(file.names.filter((name) => /\/(header|footer)\d*\.xml$/.test(name))).toEqual([
      'word/footer1.xml',
    ]);
  });

  it('stands in the style Footer, with fields that are complete', async () => {
    const file = await wordOf(PLAIN, []);
    const [paragraph] = all(file.part('word/footer1.xml'), 'w:p');
    expect(styleOf(paragraph ?? section(file))).toBe('Footer');
    expect(
      all(file.part('word/footer1.xml'), 'w:fldChar').map(({ attrs }) => attrs['w:fldCharType']),
    ).toEqual([...['begin', 'separate', 'end'], ...['begin', 'separate', 'end']]);
    expect(all(file.part('word/footer1.xml'), 'w:rPr')).toEqual([]);
  });

  it('is as the theme has it', async () => {
    expect(footerOf(await wordOf(withPage({ footer: 'Page {page} of {pages} {title}' }), []))).toEqual([
      'Page ',
      '{PAGE}',
      ' of ',
      '{NUMPAGES}',
      ' ',
      '{title}',
    ]);
  });

  it('stands in the middle of its margin, as in the PDF', async () => {
    // Half of what the line of 12 pt leaves of 48 pt.
    expect(child(section(await wordOf(PLAIN, [])), 'w:pgMar')?.attrs['w:footer']).toBe('360');
  });

  it('never hangs over the edge of the paper', async () => {
    const narrow = withPage({ margin: { ...PLAIN.page.margin, bottom: 6 } });
    expect(child(section(await wordOf(narrow, [])), 'w:pgMar')?.attrs['w:footer']).toBe('0');
  });

  it('is absent without page.footer', async () => {
    const { footer: _, ...page } = PLAIN.page;
    const file = await wordOf({ ...PLAIN, page }, []);
    expect(file.names.filter((name) => /header|footer/.test(name))).toEqual([]);
    expect(all(section(file), 'w:footerReference')).toEqual([]);
    expect(differsOnPageOne(file)).toBe(false);
  });
});

describe('settings', () => {
  it('are those of today’s Word, without hyphenation', async () => {
    const settings = (await wordOf(PLAIN, [])).part('word/settings.xml');
    const mode = all(settings, 'w:compatSetting').find(
      ({ attrs }) => attrs['w:name'] === 'compatibilityMode',
    );
    expect(val(mode)).toBe('15');
    expect(val(child(settings, 'w:autoHyphenation'))).toBe('false');
    expect(child(settings, 'w:updateFields')).toBeUndefined();
  });

  it('say the language once, in the defaults', async () => {
    const file = await wordOf(PLAIN, [block('Normal', 'a')], {
      meta: { title: '', author: '', lang: 'pt-BR', keywords: [], date: new Date(0) },
    });
    expect(all(file.part('word/styles.xml'), 'w:lang').map(val)).toEqual(['pt-BR']);
    expect(all(file.part('word/document.xml'), 'w:lang')).toEqual([]);
  });
});
