import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { nameAt } from './entries.js';

type PdfLib = typeof import('@cantoo/pdf-lib');

/**
 * An attribute of an element (ISO 32000-1, 14.7.5), from the list of its `owner`, such as Table: its own, or one of a class
 * it belongs to. `classes` is the document's class map.
 */
export function attributeAt(
  lib: PdfLib,
  { dict, classes }: { dict: PDFDict; classes: PDFDict | undefined },
  owner: string,
  key: string,
): PDFObject | undefined {
  const listsAt = (holder: PDFDict | undefined, name: string): PDFObject[] => {
    const value = holder?.lookup(lib.PDFName.of(name));
    const values = value instanceof lib.PDFArray ? value.asArray() : value ? [value] : [];
    return values.flatMap((one) => dict.context.lookup(one) ?? []);
  };
  const named = listsAt(dict, 'C').flatMap((name) =>
    name instanceof lib.PDFName ? listsAt(classes, name.decodeText()) : [],
  );
  for (const list of [...listsAt(dict, 'A'), ...named]) {
    if (!(list instanceof lib.PDFDict) || nameAt(lib, list, 'O') !== owner) continue;
    const value = list.lookup(lib.PDFName.of(key));
    if (value) return value;
  }
  return undefined;
}
