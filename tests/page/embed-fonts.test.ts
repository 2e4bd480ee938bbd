import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import type { Block, Run } from '../../src/page/blocks.js';
import { type EmbeddedFonts, embedFonts } from '../../src/page/embed-fonts.js';
import { type FontShelf, findPackage, fontShelf } from '../../src/page/font-subsets.js';
import { blockWishes, pageWishes, themeWishes } from '../../src/page/font-wishes.js';
import { linearize } from '../../src/page/linearize.js';
import type { Page } from '../../src/page/page.js';
import { readGlyphs } from '../../src/page/read-glyphs.js';
import type { Theme } from '../../src/theme/theme.js';
import { EUROPEAN } from '../../src/view/locales/language-pack.js';
import type { View } from '../../src/view/view.js';
import { PLAIN } from './plain-theme.js';
import { text } from './samples.js';

/** Nothing is italic in it unless the author says so. */
const upright = PLAIN;
const italic: Theme = { ...PLAIN, styles: { ...PLAIN.styles, 'Heading 3': { italic: true } } };

const view = (plain: string, html?: string, lang = 'en'): View => ({
  lang,
  dir: 'ltr',
  marks: EUROPEAN.marks,
  title: '',
  name: text(plain, html),
  contacts: [],
  sections: [],
  aside: [],
});

const embed = (theme: Theme, of: View, shelf?: FontShelf): Promise<EmbeddedFonts> =>
  embedFonts(themeWishes(theme, of), of.lang, shelf);

/** What is embedded, as `family weight style first-code-point`. */
function faces({ files }: EmbeddedFonts): string[] {
  const rule =
    /^@font-face \{ font-family: "(\w+)"; font-weight: (\d+); font-style: (\w+); src: url\(data:font\/woff2;base64,[A-Za-z0-9+/=]{1000,}\) format\("woff2"\); unicode-range: (U\+[\dA-F]+).*; \}$/;
  return files.map(({ css }) => {
    const match = rule.exec(css);
    if (!match) throw new Error(`no @font-face: ${css.slice(0, 100)} … ${css.slice(-100)}`);
    return match.slice(1).join(' ');
  });
}

const normalFaces = (fonts: EmbeddedFonts) =>
  faces(fonts).flatMap((face) => /^(\w+) 400 normal (.*)$/.exec(face)?.slice(1).join(' ') ?? []);

const LATIN = 'U+0000';
const LATIN_EXT = 'U+0100';
const GREEK = 'U+0370';
const CYRILLIC = 'U+0301';
const HEBREW = 'U+0307';

describe('the fonts of a page', () => {
  it('for plain ASCII are one range of one family, regular and bold', async () => {
    const fonts = await embed(upright, view('Ada Example'));
    expect(faces(fonts)).toEqual([`Caladea 400 normal ${LATIN}`, `Caladea 700 normal ${LATIN}`]);
    expect(fonts.missing).toEqual([]);
  });

  it('for the letters of Western Europe need no more', async () => {
    expect(normalFaces(await embed(upright, view('ÀÉîõü ß ø æ œ “„” ‘’ «» – — … € · •')))).toEqual([
      `Caladea ${LATIN}`,
    ]);
  });

  it('bring what an accent of Central Europe needs', async () => {
    expect(normalFaces(await embed(upright, view('Květa')))).toEqual([
      `Caladea ${LATIN}`,
      `Caladea ${LATIN_EXT}`,
    ]);
  });

  it.each([
    ['Ελλάδα', GREEK],
    ['Україна', CYRILLIC],
    ['שלום', HEBREW],
  ])('for %s bring the fallback’s range and nothing else of it', async (word, range) => {
    const fonts = await embed(upright, view(word));
    expect(normalFaces(fonts)).toEqual([`Caladea ${LATIN}`, `Tinos ${range}`]);
    expect(fonts.missing).toEqual([]);
  });

  it.each([
    ['ţ', 'an old Romanian cedilla', LATIN_EXT],
    ['ǎ', 'Pinyin', LATIN_EXT],
    ['ơ', 'Vietnamese', LATIN_EXT],
    ['ḥ', 'transliterated Arabic', LATIN_EXT],
  ])(
    'for %s (%s) bring the fallback, for Caladea’s range names it but its file lacks it',
    async (letter, _, range) => {
      const fonts = await embed(upright, view(letter));
      expect(normalFaces(fonts)).toEqual([`Caladea ${LATIN}`, `Tinos ${range}`]);
      expect(fonts.missing).toEqual([]);
    },
  );

  it('look for a letter in the ranges that share it until a file has it', async () => {
    // A dagger is in the range of `latin`, but drawn in `latin-ext`.
    expect(normalFaces(await embed(upright, view('†')))).toEqual([
      `Caladea ${LATIN}`,
      `Caladea ${LATIN_EXT}`,
    ]);
  });

  it('bring the fallback for the faces that lack a letter, and only for those', async () => {
    // Caladea has Romanian letters, its italics have not.
    const fonts = await embed(upright, view('ș', '<em>ș</em>'));
    expect(
      faces(fonts)
        .filter((face) => !face.endsWith(LATIN))
        .sort(),
    ).toEqual([
      `Caladea 400 normal ${LATIN_EXT}`,
      `Caladea 700 normal ${LATIN_EXT}`,
      `Tinos 400 italic ${LATIN_EXT}`,
      `Tinos 700 italic ${LATIN_EXT}`,
    ]);
    expect(fonts.missing).toEqual([]);
  });

  it('take a letter in two code points as one, as browsers do', async () => {
    expect(normalFaces(await embed(upright, view('e\u0301')))).toEqual([`Caladea ${LATIN}`]);
  });

  it('are italic only when something is', async () => {
    const styles = async (theme: Theme, html?: string) => [
      ...new Set(faces(await embed(theme, view('a', html))).map((face) => face.split(' ')[2])),
    ];
    expect(await styles(upright)).toEqual(['normal']);
    expect(await styles(upright, '<em>a</em>')).toEqual(['normal', 'italic']);
    expect(await styles(italic)).toEqual(['normal', 'italic']);
  });

  it('are monospaced only when there is code, and only as far as the code goes', async () => {
    const fonts = await embed(upright, view('Ελλάδα a', 'Ελλάδα <code>a</code>'));
    expect(normalFaces(fonts)).toEqual([`Caladea ${LATIN}`, `Tinos ${GREEK}`, `Cousine ${LATIN}`]);
    expect(normalFaces(await embed(upright, view('Ελλάδα')))).not.toContain(`Cousine ${LATIN}`);
    expect(normalFaces(await embed(upright, view('λ', '<code>λ</code>')))).toEqual([
      `Caladea ${LATIN}`,
      `Tinos ${GREEK}`,
      `Cousine ${GREEK}`,
    ]);
  });

  it('bring the letters that the footer and the templates add', async () => {
    const footer = { ...upright, page: { ...upright.page, footer: 'Σελίδα {page}' } };
    expect(normalFaces(await embed(footer, view('Ada')))).toContain(`Tinos ${GREEK}`);
    const template = { ...upright, templates: { ...upright.templates, notes: '<span>№ {{this}}</span>' } };
    expect(normalFaces(await embed(template, view('Ada')))).toContain(`Tinos ${CYRILLIC}`);
  });

  it('bring the capitals of a style in capitals, as the language has them', async () => {
    const capitals = {
      ...upright,
      styles: { ...upright.styles, Title: { ...upright.styles.Title, uppercase: true } },
    };
    expect(normalFaces(await embed(capitals, view('ÿ')))).toEqual([
      `Caladea ${LATIN}`,
      `Caladea ${LATIN_EXT}`,
    ]);
    expect(normalFaces(await embed(upright, view('ÿ')))).toEqual([`Caladea ${LATIN}`]);
    expect(normalFaces(await embed(capitals, view('i', 'i', 'tr-TR')))).toContain(`Caladea ${LATIN_EXT}`);
    expect(normalFaces(await embed(capitals, view('i', 'i', 'not a locale')))).toEqual([`Caladea ${LATIN}`]);
  });

  it('bring a family that only a heading uses', async () => {
    const mixed: Theme = {
      ...upright,
      fonts: { ...upright.fonts, display: 'Tinos' },
      styles: { ...upright.styles, 'Heading 1': { ...upright.styles['Heading 1'], font: 'display' } },
    };
    expect(normalFaces(await embed(mixed, view('Ada')))).toEqual([`Caladea ${LATIN}`, `Tinos ${LATIN}`]);
  });

  it('embed no file twice, though two families share a fallback', async () => {
    const mixed: Theme = {
      ...upright,
      fonts: { ...upright.fonts, display: 'Tinos' },
      styles: { ...upright.styles, 'Heading 1': { ...upright.styles['Heading 1'], font: 'display' } },
    };
    const found = faces(await embed(mixed, view('Ελλάδα')));
    expect(found).toEqual([...new Set(found)]);
  });

  it('are the same every time', async () => {
    const again = () => embed(italic, view('Květa Ελλάδα', 'Květa <code>Ελλάδα</code>'));
    expect(await again()).toEqual(await again());
  });
});

describe('the fonts of a page that is there', () => {
  const run = (words: string, ...styles: string[]): Run => ({ type: 'text', text: words, styles });
  const paragraph = (style: string, ...runs: Run[]): Block => ({ style, cells: [runs] });
  const bare: Theme = { ...PLAIN, page: { paper: PLAIN.page.paper, margin: PLAIN.page.margin } };
  const inside = async (blocks: Block[], theme = bare, of = view('Ada')) =>
    faces(await embedFonts(blockWishes(blocks, theme, of), of.lang)).map((face) => face.replace(/ U.*/, ''));

  it('are those of its looks, and no others', async () => {
    expect(await inside([paragraph('Normal', run('Ada'))], italic)).toEqual(['Caladea 400 normal']);
    expect(await inside([paragraph('Heading 1', run('Work'))])).toEqual(['Caladea 700 normal']);
    expect(await inside([paragraph('Heading 3', run('Part'))], { ...italic, page: bare.page })).toEqual([
      'Caladea 400 italic',
    ]);
    const mixed = paragraph(
      'Normal',
      run('a'),
      run('b', 'Strong'),
      run('c', 'Strong', 'Emphasis'),
      run('d', 'Code'),
    );
    expect(await inside([mixed])).toEqual([
      'Caladea 400 normal',
      'Caladea 700 normal',
      'Caladea 700 italic',
      'Cousine 400 normal',
    ]);
  });

  it('have the letters of each face for that face alone', async () => {
    const greek = await inside([paragraph('Normal', run('a'), run('Ω', 'Strong'))]);
    expect(greek).toEqual(['Caladea 400 normal', 'Caladea 700 normal', 'Tinos 700 normal']);
  });

  it('have what no text has: markers, the footer, the capitals of a style', async () => {
    const item = { ordered: false, level: 0, list: 1, start: 1 };
    const listed = { ...paragraph('List Bullet', run('a', 'Strong')), item };
    const letters = (blocks: Block[], theme: Theme) =>
      new Set(blockWishes(blocks, theme, view('Żyła')).flatMap((wish) => [...wish.letters]));
    expect(await inside([listed])).toEqual(['Caladea 400 normal', 'Caladea 700 normal']);
    const footed = { ...bare, page: { ...bare.page, footer: '{name} № {page}' } };
    expect([...letters([], footed)]).toEqual(expect.arrayContaining(['Ż', '№', '7']));
    const loud: Theme = { ...bare, styles: { ...bare.styles, Normal: { uppercase: true } } };
    expect(letters([paragraph('Normal', run('ÿ'))], loud)).toContain('Ÿ');
  });

  it('are all of the theme’s where something beside its style table has a say', async () => {
    const theme: Theme = { ...italic, page: bare.page };
    const page = (body: string, css = ''): Page => {
      const meta = { title: '', author: 'Ada', lang: 'en', keywords: [], date: new Date(0) };
      const html = `<body>${body}</body>`;
      const blocks = linearize(html, theme);
      return {
        html,
        bare: html,
        fonts: [],
        blocks,
        printed: [],
        theme: { ...theme, css },
        paper: 'a4',
        meta,
      };
    };
    const count = async (of: Page) => {
      return faces(await embedFonts(pageWishes(of, view('Ada')), 'en')).length;
    };
    expect(await count(page('<p>Ada</p>'))).toBe(1);
    expect(
      await count(page('<p>Ada</p>', '.period { font-size: 2rem; font-variant-numeric: normal; }')),
    ).toBe(1);
    expect(await count(page('<p>Ada</p>', '.period { font-style: italic; }'))).toBe(4);
    expect(await count(page('<p><b>Ada</b></p>'))).toBe(4);
    expect(await count(page('<p>Ada<span aria-hidden="true">★</span></p>'))).toBe(4);
    expect(await count(page('<ol><li><strong>Ada</strong></li></ol>'))).toBe(2);
    expect(await count(page('<p style="font-weight: bold">Ada</p>'))).toBe(4);
    expect(await count(page('<p><br>style=&lt;b&gt;</p>'))).toBe(1);
  });
});

describe('the letters of other scripts', () => {
  /** What is embedded, as `family weight style`. */
  const others = ({ files }: EmbeddedFonts) => [
    ...new Set(
      files
        .map(({ family, weight, style }) => `${family} ${weight} ${style}`)
        .filter((face) => !/^(Caladea|Tinos|Cousine) /.test(face)),
    ),
  ];

  it.each([
    ['ja', '職務経歴書', 'BIZ UDPMincho'],
    ['zh-CN', '简历', 'Noto Serif SC'],
    ['ko', '이력서', 'Nanum Myeongjo'],
    ['ar', 'سيرة ذاتية', 'Vazirmatn'],
    ['hi', 'कार्य अनुभव', 'Mukta'],
    ['en', '李小龍', 'Noto Serif SC'],
  ])('in %s, %s, are in %s, and upright even where the page is italic', async (lang, word, family) => {
    const fonts = await embed(italic, view(word, word, lang));
    expect(others(fonts)).toEqual([`${family} 400 normal`, `${family} 700 normal`]);
    expect(fonts.scripts).toEqual([family]);
    expect(fonts.missing).toEqual([]);
  });

  it('bring only the slices they are in', async () => {
    const slices = async (word: string) =>
      (await embed(upright, view(word, word, 'ja'))).files.filter(({ family }) => family === 'BIZ UDPMincho')
        .length;
    expect(await slices('日')).toBe(2);
    expect(await slices('日本語職務経歴書')).toBeGreaterThan(2);
  });

  it('bring along the signs around them that themes do not have', async () => {
    const fonts = await embed(upright, view('※日', '※日', 'ja'));
    expect(fonts.missing).toEqual([]);
  });

  it('name the package where it is not installed', async () => {
    const find = (name: string) => (/tinos|caladea|cousine/.test(name) ? findPackage(name) : undefined);
    const fonts = await embed(upright, view('職、かな 한 س क → 🚀 ሰ a', '', 'ja'), fontShelf(find));
    expect(Object.fromEntries(fonts.uninstalled)).toEqual({
      '@fontsource/biz-udpmincho': ['職', '、', 'か', 'な'],
      '@fontsource/nanum-myeongjo': ['한'],
      '@fontsource/noto-emoji': ['🚀'],
      '@fontsource/mukta': ['क'],
      '@fontsource/stix-two-math': ['→'],
      '@fontsource/vazirmatn': ['س'],
    });
    expect(fonts.missing).toEqual(['ሰ']);
    expect(fonts.scripts).toEqual([]);
  });

  it('are not even looked for where a page has none', async () => {
    const asked: string[] = [];
    const find = (name: string) => {
      asked.push(name);
      return findPackage(name);
    };
    await embed(italic, view('Ada · Květa – Ελλάδα “שלום”'), fontShelf(find));
    expect(asked.filter((name) => !/tinos|caladea|cousine/.test(name))).toEqual([]);
  });
});

describe('missing letters', () => {
  it('are those that no family of the chain has, each once', async () => {
    expect((await embed(upright, view('ሰ ሰላም'))).missing).toEqual(['ሰ', 'ላ', 'ም']);
  });

  it('are seen where a range promises more than the file holds', async () => {
    expect((await embed(upright, view('₿'))).missing).toEqual(['₿']);
  });

  it('are those of the monospaced family only where code needs them', async () => {
    expect((await embed(upright, view('Ϗ a', 'Ϗ <code>a</code>'))).missing).toEqual([]);
    expect((await embed(upright, view('Ϗ', '<code>Ϗ</code>'))).missing).toEqual(['Ϗ']);
  });

  it('are none for what leaves no ink', async () => {
    expect(
      (await embed(upright, view('a\u00a0\u2003\u202f\u00ad\u200b\u200d\ufe0f\u2060\n\tb'))).missing,
    ).toEqual([]);
  });
});

describe('a font’s letters', () => {
  const file = (name: string) =>
    readFileSync(createRequire(import.meta.url).resolve(`@fontsource/${name}.woff2`));

  it('are read from its character map', () => {
    const letters = readGlyphs(file('caladea/files/caladea-latin-400-normal'));
    const has = (letter: string) => letters.has(letter.codePointAt(0) ?? 0);
    expect([...'AZaz09éß€–•'].filter((letter) => !has(letter))).toEqual([]);
    expect([...'†‑žλЖ日'].filter(has)).toEqual([]);
    expect(letters.size).toBe(224);
  });

  it('are read from every kind of map the packages use', () => {
    expect(readGlyphs(file('tinos/files/tinos-greek-700-italic')).has(0x3a9)).toBe(true);
    expect(readGlyphs(file('cousine/files/cousine-hebrew-400-normal')).has(0x5d0)).toBe(true);
  });
});
