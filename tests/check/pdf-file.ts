import { writeObjects } from './write-objects.js';

// A small PDF, written out by hand (ISO 32000-1), so that it can be wrong in ways no program writes.

export interface PdfOptions {
  /** What ToUnicode says of a code, where it is not the letter itself. */
  characters?: Record<string, string>;
  /** Leaves ToUnicode out of a composite font. */
  unmapped?: boolean;
  /** Entries of the catalog and objects after the usual ones, which are numbers 1 to 6. */
  catalog?: string;
  /** Replaces the entries of the page's resources; /F is the font, and objects may follow as `objects`. */
  resources?: string;
  objects?: string[];
}

/** Text at a place: pt from the lower left corner. */
export const at = (x: number, y: number, text: string, size = 11): string =>
  `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replaceAll(/[\\()]/g, '\\$&')}) Tj ET`;

const GOOD = [
  at(50, 800, 'Ada Example', 24),
  at(50, 780, 'ada@example.com, +1 555 010 0199'),
  at(50, 750, 'Experience', 14),
  at(50, 730, 'Staff Engineer'),
  at(400, 730, 'Mar 2021 - Present'),
  at(50, 715, 'Northwind Grid, Lisbon'),
  at(50, 700, 'Engineer'),
  at(400, 700, 'Jan 2018 - Feb 2021'),
  at(50, 685, 'Fjord Metering, Bergen'),
];

/** A résumé without a fault that a parser would stumble over: untagged, in one of the standard fonts. */
export const goodPage = (): string[] => [...GOOD];

export function pdfFile(content: readonly string[], options: PdfOptions = {}): Uint8Array {
  const { characters = {}, unmapped = false, catalog = '', objects: more = [] } = options;
  const stream = content.join('\n');
  const map = Object.entries(characters).map(([code, text]) => `<${hex(code, 2)}> <${hex(text, 4)}>`);
  const letters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
    .filter((letter) => characters[letter] === undefined)
    .map((letter) => `<${hex(letter, 2)}> <${hex(letter, 4)}>`);
  const cmap = `1 begincodespacerange <00> <ff> endcodespacerange
${letters.length + map.length} beginbfchar
${[...letters, ...map].join('\n')}
endbfchar`;
  const font = unmapped
    ? '<</Type/Font/Subtype/Type0/BaseFont/Icons/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/Icons/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>'
    : '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 5 0 R>>';
  const resources = options.resources ?? '/Font<</F 4 0 R>>';
  const objects = [
    `<</Type/Catalog/Pages 2 0 R/Lang(en)${catalog}>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<<${resources}>>>>`,
    font,
    `<</Length ${cmap.length}>>\nstream\n${cmap}\nendstream`,
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    ...more,
  ];
  return writeObjects(objects, 1);
}

function hex(text: string, digits: number): string {
  return Array.from({ length: text.length }, (_, i) =>
    text.charCodeAt(i).toString(16).padStart(digits, '0'),
  ).join('');
}
