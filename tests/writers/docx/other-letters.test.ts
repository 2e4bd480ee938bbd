import { expect, test } from 'vitest';
import { readTheme } from '../../../src/theme/read.js';
import { all, block, child, paragraphs, run, runsOf, stylesOf, wordOf } from './word-file.js';

const theme = await readTheme('classic');
const fontOf = (style: Parameters<typeof child>[0]) => child(style, 'w:rPr', 'w:rFonts')?.attrs['w:ascii'];

test('letters the family lacks have a style that names the font of the page’s own fallback', async () => {
  const file = await wordOf(theme, [
    block('Normal', 'Greek (', run('Ελληνικά', 'Strong'), '), 2024: українська мова'),
    block('Normal', run('Ω λ', 'Code')),
  ]);
  expect(paragraphs(file).map(runsOf)).toEqual([
    [
      'Greek (',
      'StrongGreekandCyrillic: Ελληνικά',
      '), 2024: ',
      'GreekandCyrillic: українська',
      ' ',
      'GreekandCyrillic: мова',
    ],
    ['Code: Ω λ'],
  ]);
  const styles = stylesOf(file);
  expect(fontOf(styles.get('GreekandCyrillic'))).toBe('Times New Roman');
  expect(fontOf(styles.get('StrongGreekandCyrillic'))).toBe('Times New Roman');
  expect(all(file.part('word/document.xml'), 'w:rFonts')).toEqual([]);
});

test('a document without such letters has no such style', async () => {
  const file = await wordOf(theme, [block('Normal', 'Květa Řeháková, Wołyńska, Eskişehir')]);
  expect([...stylesOf(file).keys()].filter((id) => id.includes('Greek'))).toEqual([]);
  expect(paragraphs(file).map(runsOf)).toEqual([['Květa Řeháková, Wołyńska, Eskişehir']]);
});
