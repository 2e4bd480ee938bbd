import { writeRelationships } from './relationships.js';
import { OFFICE, PACKAGE, PLAIN_DECLARATION } from './xml.js';

// The names of a Word file's parts → the two parts that say what they are and which of them a reader begins with. docx
// would name notes, fonts and kinds of pictures that are not there; each is a question to whoever opens the package.

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const KINDS = {
  png: 'image/png',
  jpg: 'image/jpeg',
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
};

const PARTS = {
  'word/document.xml': `${WORD}.document.main+xml`,
  'word/styles.xml': `${WORD}.styles+xml`,
  'docProps/core.xml': 'application/vnd.openxmlformats-package.core-properties+xml',
  'docProps/app.xml': 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  'word/numbering.xml': `${WORD}.numbering+xml`,
  'word/settings.xml': `${WORD}.settings+xml`,
  'word/fontTable.xml': `${WORD}.fontTable+xml`,
  'word/theme/theme1.xml': 'application/vnd.openxmlformats-officedocument.theme+xml',
  'word/footer1.xml': `${WORD}.footer+xml`,
};

const ROOTS = {
  'word/document.xml': `${OFFICE}/relationships/officeDocument`,
  'docProps/core.xml': `${PACKAGE}/relationships/metadata/core-properties`,
  'docProps/app.xml': `${OFFICE}/relationships/extended-properties`,
};

/** ISO/IEC 29500-2, 7.2.3 and 6.5. */
export function declareParts(names: Iterable<string>): [name: string, part: string][] {
  const there = new Set(names);
  const extensions = new Set(['rels', 'xml', ...[...there].map((name) => name.replace(/^.*\./, ''))]);
  const types = [
    ...Object.entries(KINDS)
      .filter(([extension]) => extensions.has(extension))
      .map(([extension, type]) => `<Default ContentType="${type}" Extension="${extension}"/>`),
    ...Object.entries(PARTS)
      .filter(([name]) => there.has(name))
      .map(([name, type]) => `<Override ContentType="${type}" PartName="/${name}"/>`),
  ];
  const roots = Object.entries(ROOTS).map(([Target, Type], index) => ({
    Id: `rId${index + 1}`,
    Type,
    Target,
  }));
  return [
    [
      '[Content_Types].xml',
      `${PLAIN_DECLARATION}<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`,
    ],
    ['_rels/.rels', writeRelationships(roots)],
  ];
}
