import { Document, Packer } from 'docx';
import type { Block } from '../../page/blocks.js';
import type { Page } from '../../page/page.js';
import { PAPERS } from '../../theme/paper.js';
import { resolveLook, twips } from '../../theme/styles.js';
import { addSource } from './add-source.js';
import { finishDocx, type Part } from './finish-docx.js';
import { wordFooter } from './footer.js';
import { wordNumbering } from './numbering.js';
import { styleOtherLetters } from './other-letters.js';
import { wordParagraph } from './paragraph.js';
import { appProperties, coreProperties } from './properties.js';
import { wordStyles } from './styles.js';

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
  const page = { ...original, theme };
  const { paper } = page;
  const { margin, footer } = theme.page;
  const { line } = resolveLook('Footer', theme.styles);
  const footerLine = typeof line === 'number' ? line : 12;
  // The browser centres a margin box in its margin; Word counts from the paper's edge.
  const footerDistance = twips(Math.max(0, margin.bottom - footerLine) / 2);
  const styles = wordStyles(page, blocks);
  const document = new Document({
    compatibility: { version: 15 },
    hyphenation: { autoHyphenation: false },
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
  ]);
  const { source } = page.meta;
  return finishDocx(
    source === undefined ? parts : addSource(parts, source),
    new Set([...styles.paragraphStyles, ...styles.characterStyles].map(({ id }) => id)),
  );
}
