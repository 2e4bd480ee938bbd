import { expect, test } from 'vitest';
import { readTheme } from '../../../src/theme/read.js';
import { block, run } from '../../page/block-samples.js';
import { all, child, paragraphs, runsOf, stylesOf, wordOf, type Xml } from './word-file.js';

const theme = await readTheme('classic');
const fontOf = (style: Parameters<typeof child>[0]) => child(style, 'w:rPr', 'w:rFonts')?.attrs['w:ascii'];

test('letters the family lacks have a style that names the font of the page’s own fallback', async () => {
  const file = await wordOf(theme, [
    block('Normal', 'Greek (', run('Ελληνικά', 'Strong'), '), 2024: українська мова'),
    block('Normal', run('Ω λ', 'Code')),
  ]);
  expect(paragraphs(file).map(runsOf)).toEqual([
    ['Greek (', 'StrongGreek: Ελληνικά', '), 2024: ', 'Cyrillic: українська', ' ', 'Cyrillic: мова'],
    ['Code: Ω λ'],
  ]);
  const styles = stylesOf(file);
  for (const id of ['Greek', 'Cyrillic', 'StrongGreek'])
    expect(fontOf(styles.get(id)), id).toBe('Times New Roman');
  expect(all(file.part('word/document.xml'), 'w:rFonts')).toEqual([]);
});

test('a document without such letters has no such style', async () => {
  const file = await wordOf(theme, [block('Normal', 'Květa Řeháková, Wołyńska, Eskişehir')]);
  expect([...stylesOf(file).keys()].filter((id) => id.includes('Greek') || id === 'Cyrillic')).toEqual([]);
  expect(paragraphs(file).map(runsOf)).toEqual([['Květa Řeháková, Wołyńska, Eskişehir']]);
});

const proof = (style: Xml | undefined) => [
  child(style, 'w:rPr', 'w:lang')?.attrs,
  child(style, 'w:rPr', 'w:noProof') !== undefined,
];

test('Greek is spelt as Greek; Cyrillic, which is of many languages, is left alone', async () => {
  const blocks = [block('Normal', 'Ελληνικά, ', run('λόγος', 'Strong'), ' и українська')];
  const english = stylesOf(await wordOf(theme, blocks));
  expect(proof(english.get('Greek'))).toEqual([{ 'w:val': 'el-GR' }, false]);
  expect(proof(english.get('StrongGreek'))).toEqual([{ 'w:val': 'el-GR' }, false]);
  expect(proof(english.get('Cyrillic'))).toEqual([undefined, true]);
});

test.each(['el', 'uk'])('a document in %s spells its own letters as its own', async (lang) => {
  const meta = { title: '', author: '', lang, keywords: [], date: new Date(0) };
  const own = stylesOf(await wordOf(theme, [block('Normal', lang === 'el' ? 'λόγος' : 'мова')], { meta }));
  expect(proof(own.get(lang === 'el' ? 'Greek' : 'Cyrillic'))).toEqual([undefined, false]);
});
