import type { PDFContext, PDFDict, PDFName, PDFNumber, PDFObject, PDFRef } from '@cantoo/pdf-lib';
import {
  CLOSE_BRACKET,
  GREATER,
  IS_NUMERIC,
  LESS,
  OPEN,
  OPEN_BRACKET,
  SLASH,
} from '../../check/pdf-characters.js';
import { endOfSpace, endOfString, endOfWord } from './token-ends.js';

// A place in a PDF → the object that is written there (ISO 32000-1, 7.3), as one of the library's. Numbers, names and
// references that come again are made once.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** A PDF, and how far it has been read. */
export interface Source {
  lib: PdfLib;
  /** What its objects belong to. */
  context: PDFContext;
  /** One character a byte. */
  text: string;
  at: number;
  names: Map<string, PDFName>;
  numbers: Map<string, PDFNumber>;
  /** By their numbers. */
  refs: PDFRef[];
}

/** Leaves `source` behind the object. Throws an error for what Chromium does not write. */
export function readObject(source: Source): PDFObject {
  const { lib, text } = source;
  const first = text.charCodeAt(source.at);
  if (first === SLASH) return readName(source);
  if (IS_NUMERIC[first]) return readNumberOrRef(source);
  if (first === LESS) return text.charCodeAt(source.at + 1) === LESS ? readDict(source) : readHex(source);
  if (first === OPEN_BRACKET) return readArray(source);
  if (first === OPEN) return readString(source);
  const word = readWord(source);
  if (word === 'true') return lib.PDFBool.True;
  if (word === 'false') return lib.PDFBool.False;
  if (word === 'null') return lib.PDFNull;
  throw new Error(`Nothing that is known stands before byte ${source.at}.`);
}

export function expect(source: Source, word: string): void {
  if (!source.text.startsWith(word, source.at)) throw new Error(`No ${word} at byte ${source.at}.`);
  source.at += word.length;
}

export function skipSpace(source: Source): void {
  source.at = endOfSpace(source.text, source.at);
}

export function readWord(source: Source): string {
  const { text, at } = source;
  source.at = endOfWord(text, at);
  return text.slice(at, source.at);
}

export function refOf({ lib, refs }: Source, number: number): PDFRef {
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`No object has the number ${number}.`);
  refs[number] ??= lib.PDFRef.of(number);
  return refs[number];
}

export function readDict(source: Source): PDFDict {
  const { text } = source;
  const entries = new Map<PDFName, PDFObject>();
  expect(source, '<<');
  for (skipSpace(source); text.charCodeAt(source.at) !== GREATER; skipSpace(source)) {
    const key = readName(source);
    skipSpace(source);
    entries.set(key, readObject(source));
  }
  expect(source, '>>');
  return dictOf(source, entries);
}

/** The library has dictionaries of their own for what leads to the pages. */
function dictOf({ lib, context }: Source, entries: Map<PDFName, PDFObject>): PDFDict {
  switch (entries.get(lib.PDFName.Type)?.toString()) {
    case '/Page':
      return lib.PDFPageLeaf.fromMapWithContext(entries, context);
    case '/Pages':
      return lib.PDFPageTree.fromMapWithContext(entries, context);
    case '/Catalog':
      return lib.PDFCatalog.fromMapWithContext(entries, context);
    default:
      return lib.PDFDict.fromMapWithContext(entries, context);
  }
}

function readArray(source: Source): PDFObject {
  const { lib, context, text } = source;
  const array = lib.PDFArray.withContext(context);
  expect(source, '[');
  for (skipSpace(source); text.charCodeAt(source.at) !== CLOSE_BRACKET; skipSpace(source)) {
    array.push(readObject(source));
  }
  expect(source, ']');
  return array;
}

function readName(source: Source): PDFName {
  expect(source, '/');
  const word = readWord(source);
  const known = source.names.get(word);
  if (known) return known;
  // The library keeps names for ever: they must not keep the text they were cut from.
  const own = Buffer.from(word, 'latin1').toString('latin1');
  const decoded = own.replaceAll(/#([\dA-F]{2})/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  const name = source.lib.PDFName.of(decoded);
  source.names.set(word, name);
  return name;
}

function readNumberOrRef(source: Source): PDFObject {
  const { lib, numbers, text } = source;
  const word = readWord(source);
  if (text.startsWith(' 0 R', source.at)) {
    source.at += 4;
    return refOf(source, Number(word));
  }
  const known = numbers.get(word);
  if (known) return known;
  if (Number.isNaN(Number(word))) throw new Error(`No number before byte ${source.at}.`);
  const number = lib.PDFNumber.of(Number(word));
  numbers.set(word, number);
  return number;
}

function readHex(source: Source): PDFObject {
  const { lib, text, at } = source;
  const end = text.indexOf('>', at);
  if (end < 0) throw new Error(`A string without an end at byte ${at}.`);
  source.at = end + 1;
  return lib.PDFHexString.of(text.slice(at + 1, end));
}

function readString(source: Source): PDFObject {
  const { lib, text, at } = source;
  const end = endOfString(text, at);
  if (end === undefined) throw new Error(`A string without an end at byte ${at}.`);
  source.at = end;
  return lib.PDFString.of(text.slice(at + 1, end - 1));
}
