import { type Block, blockText } from '../../page/blocks.js';
import type { Page } from '../../page/page.js';
import { directionOf } from '../../resume/locales.js';
import { addSource } from './add-source.js';
import { declareParts } from './declare-parts.js';
import { styleOtherLetters } from './other-letters.js';
import { packDocx } from './pack-docx.js';
import type { WordPage } from './paragraph.js';
import { appProperties, coreProperties } from './properties.js';
import { styleParts } from './style-parts.js';
import { textParts } from './text-parts.js';
import { wordLanguage } from './word-language.js';

/**
 * Blocks → a Word document (Office Open XML, transitional) made of named styles, real lists, tabs and links. The same page
 * gives the same bytes.
 */
export async function writeDocx(original: Page, read: readonly Block[]): Promise<Uint8Array> {
  const { meta } = original;
  const { blocks, theme } = styleOtherLetters(read, original.theme);
  const text = blocks.map(blockText).join('\n');
  const page: WordPage = { ...original, theme, direction: directionOf(meta.lang), text };
  const styles = styleParts(blocks, page, wordLanguage(meta.lang, text));
  const parts = new Map([
    ['docProps/core.xml', coreProperties(meta)],
    ['docProps/app.xml', appProperties()],
    ...styles.parts,
    ...textParts(blocks, page, styles),
  ]);
  const declared = new Map([...declareParts(parts.keys()), ...parts]);
  return packDocx(meta.source === undefined ? declared : addSource(declared, meta.source));
}
