import { describe, expect, it } from 'vitest';
import { linearize } from '../../../src/page/linearize.js';
import { readTheme } from '../../../src/theme/read.js';
import { writeDocx } from '../../../src/writers/docx/write-docx.js';
import { pageOf, resumeOf } from '../../page/samples.js';
import {
  all,
  child,
  kids,
  openDocx,
  paragraphs,
  shownText,
  stylesOf,
  textOf,
  val,
  type Xml,
} from './word-file.js';

const LATIN = 'C++ and Go';

async function fileOf(locale: string, source: string) {
  const theme = await readTheme('classic');
  const page = pageOf(resumeOf(`${source}\nmeta: {locale: ${locale}}`), theme);
  return openDocx(await writeDocx(page, linearize(page.html, theme)));
}

/** The runs of the paragraph that shows a text, `←` before those from right to left. */
function runs(document: Xml[], part: string): string[] {
  const paragraph = document.find((one) => shownText(one).includes(part));
  return all(paragraph ?? { name: '', attrs: {}, children: [] }, 'w:r').map((run) => {
    const text = all(run, 'w:t').map(textOf).join('');
    return `${child(run, 'w:rPr', 'w:rtl') ? '←' : ''}${text}`;
  });
}

describe('a Word file in Arabic', async () => {
  const file = await fileOf(
    'ar',
    `basics: {name: ليلى, phone: "+971 4 555 0142", email: a@example.com}
work: [{name: مدار, position: مهندسة, startDate: 2020-03, highlights: [كتبتُ النواة بلغة C++ في Apache Kafka.]}]
skills: [{name: لغات, keywords: [C++, Go]}]`,
  );
  const normal = stylesOf(file).get('Normal');

  it('says its direction once, in the style that all others start from', () => {
    expect(child(normal, 'w:pPr', 'w:bidi')).toBeDefined();
    // In such a paragraph this is where lines begin: the right.
    expect(val(child(normal, 'w:pPr', 'w:jc'))).toBe('left');
    const turned = [...stylesOf(file)].filter(([, style]) => child(style, 'w:pPr', 'w:bidi'));
    expect(turned.map(([id]) => id)).toEqual(['Normal']);
    expect(paragraphs(file).filter((paragraph) => child(paragraph, 'w:pPr', 'w:bidi'))).toEqual([]);
  });

  it('turns its section too', () => {
    const section = all(file.part('word/document.xml'), 'w:sectPr')[0];
    expect(section && kids(section).map(({ name }) => name)).toEqual(expect.arrayContaining(['w:bidi']));
  });

  it('names fonts, sizes and the language of such letters', () => {
    const fonts = child(normal, 'w:rPr', 'w:rFonts')?.attrs;
    expect(fonts).toMatchObject({ 'w:ascii': 'Cambria', 'w:cs': 'Times New Roman' });
    expect(val(child(normal, 'w:rPr', 'w:szCs'))).toBe('21');
    expect(child(stylesOf(file).get('EntryTitle'), 'w:rPr', 'w:bCs')).toBeDefined();
    const [language] = all(file.part('word/styles.xml'), 'w:lang');
    expect(language?.attrs).toEqual({ 'w:val': 'ar-EG', 'w:bidi': 'ar-EG' });
  });

  it('marks the runs that go from right to left, and leaves the Latin ones inside', () => {
    expect(runs(paragraphs(file), 'النواة')).toEqual([
      '←كتبتُ النواة بلغة ',
      'C++\u200e',
      '← في ',
      'Apache Kafka',
      '←.\u200f',
    ]);
  });

  it('keeps a list of Latin words, and a telephone number, in order for programs that only know Unicode', () => {
    expect(runs(paragraphs(file), 'لغات')).toEqual(['←لغات: ', 'C++\u200e', '←، \u200f', 'Go']);
    expect(runs(paragraphs(file), '+971')).toEqual(['a@example.com', '← · \u200f', '\u200e+971 4 555 0142']);
  });
});

describe('a Word file in East Asia', () => {
  it.each([
    ['ja', 'Yu Mincho', { 'w:val': 'ja-JP', 'w:eastAsia': 'ja-JP' }],
    ['zh-Hans', 'SimSun', { 'w:val': 'zh-CN', 'w:eastAsia': 'zh-CN' }],
    ['ko-KR', 'Batang', { 'w:val': 'ko-KR', 'w:eastAsia': 'ko-KR' }],
  ])('in %s names %s for its letters, and its language', async (locale, font, language) => {
    const file = await fileOf(locale, 'basics: {name: Ada}');
    const defaults = child(file.part('word/styles.xml'), 'w:docDefaults');
    expect(child(defaults, 'w:rPrDefault', 'w:rPr', 'w:rFonts')?.attrs).toMatchObject({
      'w:ascii': 'Cambria',
      'w:eastAsia': font,
    });
    expect(child(defaults, 'w:rPrDefault', 'w:rPr', 'w:lang')?.attrs).toEqual(language);
    expect(all(file.part('word/document.xml'), 'w:rtl')).toEqual([]);
  });

  it('sets nothing apart that the PDF does not', async () => {
    const file = await fileOf('ja', 'basics: {name: Ada}');
    const defaults = child(file.part('word/styles.xml'), 'w:docDefaults', 'w:pPrDefault', 'w:pPr');
    expect(
      kids(defaults ?? { name: '', attrs: {}, children: [] }).map((one) => `${one.name} ${val(one)}`),
    ).toEqual(['w:autoSpaceDE 0', 'w:autoSpaceDN 0']);
  });
});

it('a Word file in English marks words of the other direction, and nothing else', async () => {
  const file = await fileOf('en', `basics: {name: Ada, label: "${LATIN}"}\nlanguages: [{language: עברית}]`);
  expect(all(file.part('word/styles.xml'), 'w:bidi')).toEqual([]);
  expect(runs(paragraphs(file), LATIN)).toEqual([LATIN]);
  expect(runs(paragraphs(file), 'עברית')).toEqual(['←עברית']);
});
