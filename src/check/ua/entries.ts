import type { PDFArray, PDFDict, PDFDocument, PDFName, PDFObject } from '@cantoo/pdf-lib';
import { onceBy } from '../../once.js';

// A dictionary's entries as what they ought to be; undefined for what is absent or something else. Files from anywhere are
// read with this, and nothing in them may throw.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** The library looks for escapes in a name each time it is asked for it, and a document's are asked for by the thousand. */
export const nameOf = (lib: PdfLib, key: string): PDFName => kept(lib, key, () => lib.PDFName.of(key));
const kept = onceBy<PdfLib, string, PDFName>(500);

const at = (lib: PdfLib, dict: PDFDict | undefined, key: string) => dict?.lookup(nameOf(lib, key));

export function dictAt(lib: PdfLib, dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const value = at(lib, dict, key);
  return value instanceof lib.PDFDict ? value : undefined;
}

export function arrayAt(lib: PdfLib, dict: PDFDict | undefined, key: string): PDFArray | undefined {
  const value = at(lib, dict, key);
  return value instanceof lib.PDFArray ? value : undefined;
}

export function nameAt(lib: PdfLib, dict: PDFDict | undefined, key: string): string | undefined {
  const value = at(lib, dict, key);
  return value instanceof lib.PDFName ? decoded(value) : undefined;
}

export function numberAt(lib: PdfLib, dict: PDFDict | undefined, key: string): number | undefined {
  const value = at(lib, dict, key);
  return value instanceof lib.PDFNumber ? value.asNumber() : undefined;
}

export function textAt(lib: PdfLib, dict: PDFDict | undefined, key: string): string | undefined {
  const value = at(lib, dict, key);
  if (value instanceof lib.PDFString) return value.decodeText();
  if (!(value instanceof lib.PDFHexString)) return undefined;
  const hex = value.asString();
  return UTF16.test(hex) ? Buffer.from(hex, 'hex').swap16().toString('utf16le', 2) : value.decodeText();
}

/** How nearly all text is written that is not Latin letters alone: the library takes its time to decode any other way, too. */
const UTF16 = /^feff(?:[\da-f]{4})*$/i;

/** What a structure element holds: other elements, contents, objects of the page. */
export function kidsAt(lib: PdfLib, dict: PDFDict): (PDFObject | undefined)[] {
  const kids = at(lib, dict, 'K');
  return kids instanceof lib.PDFArray ? kids.asArray().map((kid) => dict.context.lookup(kid)) : [kids];
}

export const isTrue = (lib: PdfLib, dict: PDFDict | undefined, key: string): boolean =>
  at(lib, dict, key) === lib.PDFBool.True;

export const structureRoot = (lib: PdfLib, document: PDFDocument): PDFDict | undefined =>
  dictAt(lib, document.catalog, 'StructTreeRoot');

/** Most names are written as they are. */
function decoded(name: PDFName): string {
  const text = name.asString();
  return text.includes('#') ? name.decodeText() : text.slice(1);
}
