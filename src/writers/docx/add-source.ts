import { SOURCE_NAMESPACE, SOURCE_TYPE } from '../source-name.js';
import type { Part } from './pack-docx.js';
import { writeRelationship } from './relationships.js';
import { DECLARATION, escapeXml, OFFICE, PACKAGE } from './xml.js';

// The parts of a Word file and the YAML it was made from → the same with a custom XML part (ISO/IEC 29500-1, 15.2.5 and
// 22.5), which Word keeps when the document is saved again, and shows to nobody.

const CUSTOM_XML = `${OFFICE}/customXml`;
const LINKS = 'word/_rels/document.xml.rels';
const PROPERTIES = '/customXml/itemProps1.xml';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** Names the kind of data, and so is always the same. */
const STORE_ID = '{6F0C3B0A-5C0B-4B7E-9C57-2D1E8A4B7F10}';

export function addSource(parts: ReadonlyMap<string, Part>, source: string): Map<string, Part> {
  const into = (name: string, element: string, end: string): [string, string] => [
    name,
    String(parts.get(name)).replace(end, () => element + end),
  ];
  // They are in ascending order.
  const [, last] = /.* Id="rId(\d+)"/s.exec(String(parts.get(LINKS))) ?? [];
  return new Map([
    ...parts,
    into(
      '[Content_Types].xml',
      `<Override PartName="${PROPERTIES}" ContentType="${PROPERTIES_TYPE}"/>`,
      '</Types>',
    ),
    into(
      LINKS,
      relationship(`rId${Number(last) + 1}`, `${OFFICE}/relationships/customXml`, '../customXml/item1.xml'),
      '</Relationships>',
    ),
    [
      'customXml/item1.xml',
      `${DECLARATION}<source xmlns="${SOURCE_NAMESPACE}" type="${SOURCE_TYPE}" xml:space="preserve">${escapeXml(source)}</source>`,
    ],
    [
      'customXml/_rels/item1.xml.rels',
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relationship('rId1', `${OFFICE}/relationships/customXmlProps`, 'itemProps1.xml')}</Relationships>`,
    ],
    [
      'customXml/itemProps1.xml',
      `${DECLARATION}<ds:datastoreItem ds:itemID="${STORE_ID}" xmlns:ds="${CUSTOM_XML}"><ds:schemaRefs><ds:schemaRef ds:uri="${SOURCE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    ],
  ]);
}

const relationship = (Id: string, Type: string, Target: string) => writeRelationship({ Id, Type, Target });
