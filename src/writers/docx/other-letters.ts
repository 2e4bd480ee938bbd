import { type Block, blockText, type Run } from '../../page/blocks.js';
import { FAMILIES, type Family, type FamilyName } from '../../theme/families.js';
import { resolveLook } from '../../theme/styles.js';
import type { Theme } from '../../theme/theme.js';
import type { WordLanguage } from './word-language.js';

// Letters the theme's family lacks → runs with a character style that names the family the page takes them from. Word
// would take its own: Cambria has Greek and Cyrillic of other widths, and lines would end elsewhere than in the PDF.

const LETTERS = /((?:\p{Script=Greek}\p{M}*)+|(?:\p{Script=Cyrillic}\p{M}*)+)/u;
/** The name of the style, and of its font in the theme. */
const GREEK = 'Greek';
const CYRILLIC = 'Cyrillic';
const styleFor = (letters: string): string => (/\p{Script=Greek}/u.test(letters) ? GREEK : CYRILLIC);

/** The blocks with such runs split, and the theme with the styles for them; both as they were where there are none. */
export function styleOtherLetters(
  blocks: readonly Block[],
  theme: Theme,
): { blocks: readonly Block[]; theme: Theme } {
  if (!blocks.some((block) => LETTERS.test(blockText(block)))) return { blocks, theme };
  const families = new Map<string, FamilyName>();
  const split = (run: Run, style: string): Run[] => {
    const fallback = run.type === 'text' ? fallbackOf(run.styles, style, theme) : undefined;
    if (run.type !== 'text' || fallback === undefined) return [run];
    return run.text.split(LETTERS).flatMap((text, index) => {
      if (text === '') return [];
      if (index % 2 === 0) return [{ ...run, text }];
      families.set(styleFor(text), fallback);
      return [{ ...run, text, styles: [...run.styles, styleFor(text)] }];
    });
  };
  const found = blocks.map((block) => ({
    ...block,
    cells: block.cells.map((runs) => runs.flatMap((run) => split(run, block.style))),
  }));
  if (families.size === 0) return { blocks, theme };
  const looks = [...families.keys()].map((name) => [name, { font: name }] as const);
  return {
    blocks: found,
    theme: {
      ...theme,
      fonts: { ...theme.fonts, ...Object.fromEntries(families) },
      characters: { ...theme.characters, ...Object.fromEntries(looks) },
    },
  };
}

/**
 * How Word is to spell what stands in such a font: Greek letters as Greek. Cyrillic ones are of many languages, so that
 * Word had better not underline them as bad English. Nothing where the document itself is written in them.
 */
export function spelling(
  font: string,
  { value }: WordLanguage,
): { language?: { value: string }; noProof?: true } {
  const { script } = new Intl.Locale(value).maximize();
  if (font === GREEK && script !== 'Grek') return { language: { value: 'el-GR' } };
  return font === CYRILLIC && script !== 'Cyrl' ? { noProof: true } : {};
}

/** The family the page falls back on in this run. */
function fallbackOf(styles: readonly string[], paragraph: string, theme: Theme): FamilyName | undefined {
  const own = styles.map((name) => theme.characters[name]?.font).findLast((font) => font !== undefined);
  const font = own ?? resolveLook(paragraph, theme.styles).font ?? 'body';
  const family: Family = FAMILIES[theme.fonts[font] ?? 'Tinos'];
  return family.fallback as FamilyName | undefined;
}
