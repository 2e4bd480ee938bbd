import type { Block, Run } from '../../page/blocks.js';
import { FAMILIES, type Family, type FamilyName } from '../../theme/families.js';
import { resolveLook } from '../../theme/styles.js';
import type { Theme } from '../../theme/theme.js';

// Letters the theme's family lacks → runs with a character style that names the family the page takes them from. Word
// would take its own: Cambria has Greek and Cyrillic of other widths, and lines would end elsewhere than in the PDF.

const STYLE = 'Greek and Cyrillic';
const LETTERS = /((?:[\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)+)/u;

/** The blocks with such runs split, and the theme with the style for them; both as they were where there are none. */
export function styleOtherLetters(
  blocks: readonly Block[],
  theme: Theme,
): { blocks: readonly Block[]; theme: Theme } {
  const families = new Set<FamilyName>();
  const split = (run: Run, style: string): Run[] => {
    const fallback = run.type === 'text' ? fallbackOf(run.styles, style, theme) : undefined;
    if (run.type !== 'text' || fallback === undefined || !LETTERS.test(run.text)) return [run];
    families.add(fallback);
    return run.text.split(LETTERS).flatMap((text, index) => {
      if (text === '') return [];
      return [{ ...run, text, styles: index % 2 === 1 ? [...run.styles, STYLE] : run.styles }];
    });
  };
  const found = blocks.map((block) => ({
    ...block,
    cells: block.cells.map((runs) => runs.flatMap((run) => split(run, block.style))),
  }));
  const [family] = families;
  if (family === undefined) return { blocks, theme };
  return {
    blocks: found,
    theme: {
      ...theme,
      fonts: { ...theme.fonts, [STYLE]: family },
      characters: { ...theme.characters, [STYLE]: { font: STYLE } },
    },
  };
}

/** The family the page falls back on in this run. */
function fallbackOf(styles: readonly string[], paragraph: string, theme: Theme): FamilyName | undefined {
  const own = styles.map((name) => theme.characters[name]?.font).findLast((font) => font !== undefined);
  const font = own ?? resolveLook(paragraph, theme.styles).font ?? 'body';
  const family: Family = FAMILIES[theme.fonts[font] ?? 'Tinos'];
  return family.fallback as FamilyName | undefined;
}
