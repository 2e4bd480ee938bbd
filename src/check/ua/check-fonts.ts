import type { PDFDict } from '@cantoo/pdf-lib';
import { isMapped, readToUnicode } from '../extract/naive-pdf/fonts.js';
import { inflate } from '../extract/naive-pdf/inflate.js';
import { arrayAt, dictAt, nameAt, numberAt, textAt } from './entries.js';
import type { UaFault } from './ua-fault.js';
import type { Shown } from './watch-text.js';

// ISO 14289-1, 7.21: every font that shows something is in the file, its codes lead to its glyphs, and every glyph that is
// shown to a letter.

type PdfLib = typeof import('@cantoo/pdf-lib');
type Fault = (rule: UaFault['rule'], clause: string, what?: string) => UaFault[];

/** `shown`: what the document shows in each of its fonts. */
export function checkFonts(lib: PdfLib, shown: ReadonlyMap<PDFDict, Shown>): UaFault[] {
  return [...shown].flatMap(([font, text]) => {
    const name = (nameAt(lib, font, 'BaseFont') ?? 'a font without a name').replace(/^[A-Z]{6}\+/, '');
    const fault: Fault = (rule, clause, what) => [
      { rule, clause, place: what === undefined ? name : `${name}: ${what}` },
    ];
    return [
      ...checkProgram(lib, font, text, fault),
      ...(nameAt(lib, font, 'Subtype') === 'Type0' ? checkComposite(lib, font, text, fault) : []),
      ...(nameAt(lib, font, 'Subtype') === 'TrueType' ? checkSimple(lib, font, fault) : []),
      ...checkLetters(lib, font, text, fault),
    ];
  });
}

const descendantOf = (lib: PdfLib, font: PDFDict): PDFDict => {
  const first = arrayAt(lib, font, 'DescendantFonts')?.lookup(0);
  return first instanceof lib.PDFDict ? first : font;
};

const isEmbedded = (lib: PdfLib, font: PDFDict): boolean => {
  const descriptor = dictAt(lib, descendantOf(lib, font), 'FontDescriptor');
  return ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.get(lib.PDFName.of(key)));
};

function checkProgram(lib: PdfLib, font: PDFDict, { visible }: Shown, fault: Fault): UaFault[] {
  if (!visible || nameAt(lib, font, 'Subtype') === 'Type3' || isEmbedded(lib, font)) return [];
  return fault('font-not-embedded', '7.21.4.1-1');
}

/** From codes to glyphs: by numbers alone, or by a table that is made for the same characters as the font. */
function checkComposite(lib: PdfLib, font: PDFDict, { codes }: Shown, fault: Fault): UaFault[] {
  const descendant = descendantOf(lib, font);
  const encoding = font.lookup(lib.PDFName.of('Encoding'));
  const isIdentity = encoding instanceof lib.PDFName && /^Identity-[HV]$/.test(encoding.decodeText());
  const table = encoding instanceof lib.PDFRawStream ? encoding : undefined;
  const isFor = (dict: PDFDict | undefined) => {
    const system = dictAt(lib, dict, 'CIDSystemInfo');
    return `${textAt(lib, system, 'Registry')}-${textAt(lib, system, 'Ordering')}`;
  };
  // The tables that every reader has are for the characters of one language each.
  const fits = table ? isFor(table.dict) === isFor(descendant) : !isFor(descendant).endsWith('-Identity');
  const written =
    table && /\/WMode\s+(\d)\s+def/.exec(Buffer.from(inflate(lib, table)).toString('latin1'))?.[1];
  const needsMap = nameAt(lib, descendant, 'Subtype') === 'CIDFontType2' && isEmbedded(lib, font);
  const hasMap = descendant.get(lib.PDFName.of('CIDToGIDMap')) !== undefined;
  return [
    ...(isIdentity || fits ? [] : fault('ua-font', '7.21.3.1-1', 'its table is for other characters')),
    ...(table && Number(written ?? 0) !== (numberAt(lib, table.dict, 'WMode') ?? 0)
      ? fault('ua-font', '7.21.3.3-2', 'its table says two directions of writing')
      : []),
    ...(needsMap && !hasMap ? fault('ua-font', '7.21.3.2-1', 'no CIDToGIDMap') : []),
    ...(isIdentity && codes.has(0) ? fault('ua-font', '7.21.8-1', 'a character it does not have') : []),
  ];
}

const SYMBOLIC = 4;

/** Letters are found by the names that everyone knows, signs by the font's own numbers. */
function checkSimple(lib: PdfLib, font: PDFDict, fault: Fault): UaFault[] {
  const flags = numberAt(lib, dictAt(lib, font, 'FontDescriptor'), 'Flags') ?? 0;
  const base = nameAt(lib, font, 'Encoding') ?? nameAt(lib, dictAt(lib, font, 'Encoding'), 'BaseEncoding');
  const hasEncoding = font.get(lib.PDFName.of('Encoding')) !== undefined;
  if ((flags & SYMBOLIC) !== 0)
    return hasEncoding ? fault('ua-font', '7.21.6-3', 'signs with an encoding') : [];
  const isKnown = base === 'MacRomanEncoding' || base === 'WinAnsiEncoding';
  return isKnown ? [] : fault('ua-font', '7.21.6-2', 'letters without an encoding');
}

/** What no glyph may stand for: nothing, and the mark of a file's byte order. */
const NO_LETTER = /[\0\uFFFE\uFEFF]/;

function checkLetters(lib: PdfLib, font: PDFDict, { codes }: Shown, fault: Fault): UaFault[] {
  if (!isMapped(lib, font)) return fault('font-unmapped', '7.21.7-1');
  const stream = font.lookup(lib.PDFName.of('ToUnicode'));
  if (nameAt(lib, font, 'Subtype') !== 'Type0' || !(stream instanceof lib.PDFRawStream)) return [];
  const letters = readToUnicode(inflate(lib, stream));
  const shown = [...codes].map((code) => letters.get(code));
  return [
    ...(shown.some((letter) => !letter) ? fault('ua-font', '7.21.7-1', 'a glyph without a letter') : []),
    ...(shown.some((letter) => letter && NO_LETTER.test(letter))
      ? fault('ua-font', '7.21.7-2', 'a glyph that is said to be no letter')
      : []),
  ];
}
