import { writeElement } from './write-element.js';
import { PACKAGE, PLAIN_DECLARATION } from './xml.js';

// What a document refers to: the parts beside it, its pictures, where its links lead. docx numbers links at random and
// names pictures by what is in them; the same document is to have the same numbers every time.

/** Notes nobody wrote, which docx has in every document. */
const UNWANTED = new Set(['footnotes.xml', 'endnotes.xml']);

/** ISO/IEC 29500-2, 6.5.3.4. */
export interface Relationship {
  Id: string;
  Type: string;
  Target: string;
  TargetMode?: string;
}

/**
 * A document's body as docx writes it → the same with numbers, and the part that says what they stand for: parts and
 * pictures are numbered as they stand among `all`, links after them as they are met in the text.
 */
export function numberRelationships(
  body: string,
  all: readonly Relationship[],
): { body: string; relationships: string } {
  const known = new Map(all.map((one, index) => [one.Id, { ...one, Id: `rId${index + 1}` }]));
  const links = new Set<Relationship>();
  const numbered = body.replace(/ r:(id|embed|link)="([^"]+)/g, (_, attribute: string, id: string) => {
    const one = known.get(id);
    if (one && isLink(one) && !links.has(one)) {
      links.add(one);
      one.Id = `rId${all.length + links.size}`;
    }
    return ` r:${attribute}="${one?.Id ?? id}`;
  });
  const parts = [...known.values()].filter((one) => !isLink(one) && !UNWANTED.has(one.Target));
  return { body: numbered, relationships: writeRelationships([...parts, ...links]) };
}

/** A part that says what another refers to. */
export const writeRelationships = (all: readonly Relationship[]): string =>
  `${PLAIN_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all.map(writeRelationship).join('')}</Relationships>`;

export const writeRelationship = (one: Relationship): string =>
  writeElement({ Relationship: { _attr: one } });

const isLink = ({ TargetMode }: Relationship): boolean => TargetMode === 'External';
