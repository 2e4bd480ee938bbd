import { expect, test } from 'vitest';
import type { Theme } from '../../../src/theme/theme.js';
import { block, PNG, TORTURE } from '../../page/block-samples.js';
import { PLAIN } from '../../page/plain-theme.js';
import { all, child, kids, val, type WordFile, wordOf, type Xml } from './word-file.js';

// What somebody finds who unpacks the file: nothing that is empty, nothing that is about what is not there.

const photo = block('Photo', { type: 'image', src: PNG, alt: 'Ada', width: 1, height: 1 });
const at = (file: WordFile, part: string, name: string) => all(file.part(part), name);
const attributes = (node: Xml | undefined) => node?.attrs;

test('the parts are those a résumé has', async () => {
  const bare = [
    '[Content_Types].xml',
    '_rels/.rels',
    'docProps/app.xml',
    'docProps/core.xml',
    'word/_rels/document.xml.rels',
    'word/document.xml',
    'word/fontTable.xml',
    'word/footer1.xml',
    'word/numbering.xml',
    'word/settings.xml',
    'word/styles.xml',
    'word/theme/theme1.xml',
  ];
  expect((await wordOf(PLAIN, [block('Normal', 'a')])).names).toEqual(bare);
  const others = (await wordOf(PLAIN, TORTURE)).names.filter((name) => !bare.includes(name));
  expect(others.filter((name) => !/^word\/media\/[^/]+\.(png|jpg)$/.test(name))).toEqual([]);
});

test.each([
  ['without a picture', [block('Normal', 'a')], ['rels', 'xml']],
  ['with one', [photo], ['png', 'rels', 'xml']],
] as const)('the list of kinds names what is there, %s', async (_, blocks, extensions) => {
  const file = await wordOf(PLAIN, [...blocks]);
  const named = at(file, '[Content_Types].xml', 'Override').map(({ attrs }) => attrs.PartName?.slice(1));
  expect(named.filter((name) => !file.names.includes(name ?? ''))).toEqual([]);
  const defaults = at(file, '[Content_Types].xml', 'Default').map(({ attrs }) => attrs.Extension);
  expect(defaults.sort()).toEqual([...extensions]);
  const covered = (name: string) =>
    named.includes(name) || extensions.some((one) => name.endsWith(`.${one}`));
  expect(file.names.filter((name) => !covered(name))).toEqual([]);
});

test('every relationship leads to a part that is there', async () => {
  const file = await wordOf(PLAIN, TORTURE);
  for (const [part, folder] of [
    ['_rels/.rels', ''],
    ['word/_rels/document.xml.rels', 'word/'],
  ] as const) {
    const inside = at(file, part, 'Relationship').filter(({ attrs }) => attrs.TargetMode !== 'External');
    expect(inside.length).toBeGreaterThan(2);
    expect(inside.filter(({ attrs }) => !file.names.includes(`${folder}${attrs.Target}`))).toEqual([]);
  }
});

test('Word opens the page at its size, as the Word of today lays it out, and asks nothing', async () => {
  const meta = { title: '', author: '', lang: 'en-GB', keywords: [], date: new Date(0) };
  const settings = (await wordOf(PLAIN, [block('Normal', '김민준')], { meta })).part('word/settings.xml');
  expect(attributes(child(settings, 'w:zoom'))).toEqual({ 'w:percent': '100' });
  expect(attributes(child(settings, 'w:themeFontLang'))).toEqual({ 'w:val': 'en-GB', 'w:eastAsia': 'ko-KR' });
  expect(
    Object.fromEntries(all(settings, 'w:compatSetting').map((one) => [one.attrs['w:name'], val(one)])),
  ).toMatchObject({ compatibilityMode: '15', differentiateMultirowTableHeaders: '1' });
  const names = kids(settings).map(({ name }) => name);
  expect(names.filter((name) => /updateFields|rsid|track|proof|view|docVar/i.test(name))).toEqual([]);
});

test('the table of fonts names each font of the styles, and the twin of equal widths beside it', async () => {
  const file = await wordOf(PLAIN, TORTURE);
  const fonts = at(file, 'word/fontTable.xml', 'w:font');
  const twins = Object.fromEntries(
    fonts.map((font) => [font.attrs['w:name'], val(child(font, 'w:altName'))]),
  );
  expect(twins).toEqual({ Cambria: 'Caladea', 'Times New Roman': 'Tinos', 'Courier New': 'Cousine' });
  const named = at(file, 'word/styles.xml', 'w:rFonts').flatMap(({ attrs }) => Object.values(attrs));
  expect([...new Set(named)].sort()).toEqual(Object.keys(twins).sort());
});

test('Word’s menus offer the theme’s own font and colours', async () => {
  const theme: Theme = { ...PLAIN, title: 'A & "B"', colors: { ...PLAIN.colors, accent: '#abc' } };
  const part = (await wordOf(theme, [])).part('word/theme/theme1.xml');
  expect(part.attrs.name).toBe('A & "B"');
  expect(all(part, 'a:latin').map(({ attrs }) => attrs.typeface)).toEqual(['Cambria', 'Cambria']);
  const colour = (name: string) => all(part, name).flatMap((one) => kids(one).map(({ attrs }) => attrs.val));
  expect(['a:dk1', 'a:accent1', 'a:hlink'].map(colour)).toEqual([['1D1D1F'], ['AABBCC'], ['AABBCC']]);
});

test('there is no trace of editing: no revision ids, spelling marks, bookmarks or comments', async () => {
  const file = await wordOf(PLAIN, TORTURE);
  const sources = file.names.filter((name) => name.endsWith('.xml')).map((name) => file.source(name));
  expect(sources.join('')).not.toMatch(
    /w:rsid|w:proofErr|w:bookmarkStart|w:comment|w14:paraId|w:lastRendered/,
  );
});
