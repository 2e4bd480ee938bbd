import { Document, Packer } from 'docx';
import { type Block, blockText } from '../../page/blocks.js';
import type { Page } from '../../page/page.js';
import { directionOf } from '../../resume/locales.js';
import { PAPERS } from '../../theme/paper.js';
import { resolveLook, twips } from '../../theme/styles.js';
import { addSource } from './add-source.js';
import { turnSection } from './direction.js';
import { finishDocx, type Part } from './finish-docx.js';
import { wordFontTable } from './font-table.js';
import { wordFooter } from './footer.js';
import { wordNumbering } from './numbering.js';
import { officeTheme } from './office-theme.js';
import { styleOtherLetters } from './other-letters.js';
import { wordParagraph } from './paragraph.js';
import { appProperties, coreProperties } from './properties.js';
import { wordSettings } from './settings.js';
import { wordStyles } from './styles.js';
import { wordLanguage } from './word-language.js';

/** In public docx only gives its parts away packed, and they would be unpacked at once: a quarter of a Word file's time. */
interface Compiling {
  compiler: {
    compile(
      document: Document,
      prettify: undefined,
      own: { path: string; data: string }[],
    ): Map<string, Part>;
  };
}

/**
 * Blocks → a Word document (Office Open XML, transitional) made of named styles, real lists, tabs and links. Lengths in
 * Word are twentieths of a point. The same page gives the same bytes.
 */
export async function writeDocx(original: Page, read: readonly Block[]): Promise<Uint8Array> {
  const { blocks, theme } = styleOtherLetters(read, original.theme);
  const page = { ...original, theme, direction: directionOf(original.meta.lang) };
  const { paper } = page;
  const { margin, footer } = theme.page;
  const { line } = resolveLook('Footer', theme.styles);
  const footerLine = typeof line === 'number' ? line : 12;
  // The browser centres a margin box in its margin; Word counts from the paper's edge.
  const footerDistance = twips(Math.max(0, margin.bottom - footerLine) / 2);
  const language = wordLanguage(page.meta.lang, blocks.map(blockText).join('\n'));
  const styles = wordStyles(page, blocks, language);
  const document = new Document({
    styles,
    numbering: wordNumbering(theme, blocks),
    sections: [
      {
        properties: {
          titlePage: footer !== undefined,
          page: {
            size: { width: twips(PAPERS[paper].width), height: twips(PAPERS[paper].height) },
            margin: {
              top: twips(margin.top),
              right: twips(margin.right),
              bottom: twips(margin.bottom),
              left: twips(margin.left),
              header: twips(margin.top / 2),
              footer: footerDistance,
            },
          },
        },
        ...(footer !== undefined && { footers: { default: wordFooter(footer, page) } }),
        children: blocks.map((block) => wordParagraph(block, page)),
      },
    ],
  });
  const { compiler } = Packer as unknown as Compiling;
  const parts = compiler.compile(document, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(page.meta) },
    { path: 'docProps/app.xml', data: appProperties() },
    { path: 'word/settings.xml', data: wordSettings(language) },
    { path: 'word/fontTable.xml', data: wordFontTable(theme) },
    { path: 'word/theme/theme1.xml', data: officeTheme(theme) },
  ]);
  const body = parts.get('word/document.xml');
  if (typeof body === 'string' && page.direction === 'rtl') parts.set('word/document.xml', turnSection(body));
  const { source } = page.meta;
  return finishDocx(
    source === undefined ? parts : addSource(parts, source),
    new Set([...styles.paragraphStyles, ...styles.characterStyles].map(({ id }) => id)),
  );
}
