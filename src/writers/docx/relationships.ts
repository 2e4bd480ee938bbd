import type { Document } from 'docx';
import { writeElement } from './write-element.js';
import { PLAIN_DECLARATION } from './xml.js';

// What a document refers to: the parts beside it, its pictures, where its links lead. docx numbers links at random and
// names pictures by what is in them; the same document is to have the same numbers every time.

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Notes nobody wrote, which docx has in every document. */
const UNWANTED = new Set(['footnotes.xml', 'endnotes.xml']);

interface Relationship {
  Id: string;
  Type: string;
  Target: string;
  TargetMode?: string;
}

/**
 * A document's body as docx writes it → the same with numbers, and the part that says what they stand for (ISO/IEC
 * 29500-2, 6.5): parts and pictures are numbered as they stand in it, links after them as they are met in the text.
 */
export function numberRelationships(
  body: string,
  document: Document,
): { body: string; relationships: string } {
  const pictures = document.Media.Entries.map(([key, { fileName }]) => ({
    Id: `rId{${key}}`,
    Type: `${TYPES}/image`,
    Target: `media/${fileName}`,
  }));
  const fonts = { Id: 'fonts', Type: `${TYPES}/fontTable`, Target: 'fontTable.xml' };
  const all: Relationship[] = [...written(document), ...pictures, fonts];
  const known = new Map(all.map((one, index) => [one.Id, { ...one, Id: `rId${index + 1}` }]));
  const links: Relationship[] = [];
  const numbered = body.replace(/ r:(id|embed|link)="([^"]+)/g, (_, attribute: string, id: string) => {
    const one = known.get(id);
    if (one && isLink(one) && !links.includes(one)) {
      links.push(one);
      one.Id = `rId${all.length + links.length}`;
    }
    return ` r:${attribute}="${one?.Id ?? id}`;
  });
  const parts = [...known.values()].filter((one) => !isLink(one) && !UNWANTED.has(one.Target));
  const elements = [...parts, ...links].map((one) => writeElement({ Relationship: { _attr: one } }));
  return {
    body: numbered,
    relationships: `${PLAIN_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${elements.join('')}</Relationships>`,
  };
}

/** Those that docx made; links are among them only when the text has been written. */
function written(file: Document): Relationship[] {
  const viewWrapper = file.Document;
  const xml = viewWrapper.Relationships.prepForXml({ file, viewWrapper, stack: [] });
  const [, ...elements] = (xml?.Relationships ?? []) as { Relationship: { _attr: Relationship } }[];
  return elements.map(({ Relationship }) => Relationship._attr);
}

const isLink = ({ TargetMode }: Relationship): boolean => TargetMode === 'External';
