import { type IContext, Media } from 'docx';
import type { Block } from '../../page/blocks.js';
import { footerPart } from './footer.js';
import { putNumbers } from './numbering.js';
import type { Part } from './pack-docx.js';
import { type WordPage, wordParagraph } from './paragraph.js';
import { numberRelationships, type Relationship } from './relationships.js';
import type { StyleParts } from './style-parts.js';
import { writeElement } from './write-element.js';
import { DECLARATION, OFFICE } from './xml.js';

/** The parts of a Word file that hold what the document says: its text, footer and pictures, and where its links lead. */
export function textParts(
  blocks: readonly Block[],
  page: WordPage,
  { frame, lists, relationships }: StyleParts,
): Map<string, Part> {
  const { context, media, links } = openContext();
  const paragraphs = blocks.map((block) =>
    writeElement(wordParagraph(block, page).prepForXml(context) ?? {}),
  );
  const pictures = media.Entries.map(([key, { fileName }]) => ({
    Id: `rId{${key}}`,
    Type: `${OFFICE}/relationships/image`,
    Target: `media/${fileName}`,
  }));
  const fonts = { Id: 'fonts', Type: `${OFFICE}/relationships/fontTable`, Target: 'fontTable.xml' };
  const written = [frame.before, putNumbers(paragraphs.join(''), lists), frame.after].join('');
  const numbered = numberRelationships(written, [...relationships, ...links, ...pictures, fonts]);
  const { footer } = page.theme.page;
  return new Map<string, Part>([
    ['word/document.xml', DECLARATION + numberPictures(numbered.body)],
    ['word/_rels/document.xml.rels', numbered.relationships],
    ...(footer === undefined ? [] : [['word/footer1.xml', footerPart(footer, page, context)] as const]),
    ...media.Array.map(({ fileName, data }): [string, Part] => [
      `word/media/${fileName}`,
      data as Uint8Array,
    ]),
  ]);
}

/**
 * What docx asks of a document while it writes a paragraph, and nothing else: a document of docx's own brings two dozen
 * styles and ten more parts along, each time.
 */
function openContext(): { context: IContext; media: Media; links: Relationship[] } {
  const media = new Media();
  const links: Relationship[] = [];
  const addRelationship = (id: string, Type: string, Target: string, TargetMode?: string) => {
    links.push({ Id: `rId${id}`, Type, Target, ...(TargetMode !== undefined && { TargetMode }) });
  };
  const context = {
    file: { Media: media, Numbering: { createConcreteNumberingInstance() {} } },
    viewWrapper: { Relationships: { addRelationship } },
    stack: [],
  };
  return { context: context as unknown as IContext, media, links };
}

/** docx counts pictures for as long as the program runs; the same document is to be the same each time. */
function numberPictures(text: string): string {
  let pictures = 0;
  return text.replace(/<wp:docPr id="\d+/g, () => {
    pictures += 1;
    return `<wp:docPr id="${pictures}`;
  });
}
