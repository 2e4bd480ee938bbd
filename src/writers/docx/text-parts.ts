import { Document, type IContext } from 'docx';
import type { Block } from '../../page/blocks.js';
import { PAPERS } from '../../theme/paper.js';
import { resolveLook, twips } from '../../theme/styles.js';
import { turnSection } from './direction.js';
import { wordFooter } from './footer.js';
import { putNumbers } from './numbering.js';
import type { Part } from './pack-docx.js';
import { type WordPage, wordParagraph } from './paragraph.js';
import { numberRelationships } from './relationships.js';
import { writeElement } from './write-element.js';
import { DECLARATION, PLAIN_DECLARATION } from './xml.js';

/**
 * The parts of a Word file that hold what the document says: its text, footer and pictures, and where its links lead.
 * `lists` are the lists' numbers.
 */
export function textParts(
  blocks: readonly Block[],
  page: WordPage,
  lists: ReadonlyMap<string, string>,
): Map<string, Part> {
  const document = assemble(blocks, page);
  const write = (view: IContext['viewWrapper']): string =>
    writeElement(view.View.prepForXml({ file: document, viewWrapper: view, stack: [] }) ?? {});
  const text = numberPictures(putNumbers(write(document.Document), lists));
  const { body, relationships } = numberRelationships(text, document);
  return new Map<string, Part>([
    ['word/document.xml', DECLARATION + (page.direction === 'rtl' ? turnSection(body) : body)],
    ['word/_rels/document.xml.rels', relationships],
    ...document.Footers.map((footer, index): [string, Part] => [
      `word/footer${index + 1}.xml`,
      PLAIN_DECLARATION + write(footer),
    ]),
    ...document.Media.Array.map(({ fileName, data }): [string, Part] => [
      `word/media/${fileName}`,
      data as Uint8Array,
    ]),
  ]);
}

/** Lengths in Word are twentieths of a point. */
function assemble(blocks: readonly Block[], page: WordPage): Document {
  const { theme, paper } = page;
  const { margin, footer } = theme.page;
  const { line } = resolveLook('Footer', theme.styles);
  const footerLine = typeof line === 'number' ? line : 12;
  return new Document({
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
              // The browser centres a margin box in its margin; Word counts from the paper's edge.
              footer: twips(Math.max(0, margin.bottom - footerLine) / 2),
            },
          },
        },
        ...(footer !== undefined && { footers: { default: wordFooter(footer, page) } }),
        children: blocks.map((block) => wordParagraph(block, page)),
      },
    ],
  });
}

/** docx counts pictures for as long as the program runs; the same document is to be the same each time. */
function numberPictures(text: string): string {
  let pictures = 0;
  return text.replace(/<wp:docPr id="\d+/g, () => {
    pictures += 1;
    return `<wp:docPr id="${pictures}`;
  });
}
