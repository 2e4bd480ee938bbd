import * as lib from '@cantoo/pdf-lib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { expect } from 'vitest';
import type { Browser } from '../../../src/browser/open.js';
import { findUaFaults } from '../../../src/check/ua/find-ua-faults.js';
import { finished } from '../../writers/pdf/finished.js';

// A PDF with everything in it that PDF/UA-1 has rules for, and the clauses that it breaks once something in it is changed.

const HTML = `<!doctype html><html lang="en"><head><title>Ada</title></head><body>
  <h1>Ada Example</h1><p>Engineer, <a href="https://example.com/">example.com</a></p>
  <h2>Work</h2><ul><li>Engine <strong>one</strong></li></ul>
  <h2>Marks</h2><table><thead><tr><th>Year</th><th>Mark</th></tr></thead>
  <tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>
  <p style="opacity: .5">Half</p></body></html>`;

export const printGood = async (browser: Browser): Promise<Uint8Array> =>
  finished(await browser.print(HTML), {
    title: 'Ada',
    author: 'Ada',
    lang: 'en',
    keywords: [],
    date: new Date(0),
  });

export type Break = (document: PDFDocument) => void;

/** The clauses that a checker finds broken, each once. */
export async function clausesOf(pdf: Uint8Array, change: Break = () => {}): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  change(document);
  const saved = await PDFDocument.load(await document.save({ useObjectStreams: false }), {
    updateMetadata: false,
  });
  return [...new Set(findUaFaults(lib, saved).map(({ clause }) => clause))];
}

const name = PDFName.of;

export const all = (document: PDFDocument, type: string): PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(name('S')) === name(type) ? [object] : [],
    );

/** An element of this type, the first of them by default. */
export function element(document: PDFDocument, type: string, index = 0): PDFDict {
  const found = all(document, type)[index];
  if (!found) throw new Error(`there is no ${type} ${index}`);
  return found;
}

export const page = (document: PDFDocument): PDFDict => document.getPage(0).node;
export const resources = (document: PDFDocument): PDFDict =>
  page(document).lookup(name('Resources'), PDFDict);

const refOf = (document: PDFDocument, object: PDFObject): PDFRef => {
  const ref = document.context.getObjectRef(object);
  if (!ref) throw new Error('it is no object of its own');
  return ref;
};

const kidsOf = (dict: PDFDict): PDFObject[] => {
  const kids = dict.lookup(name('K'));
  return kids instanceof PDFArray ? kids.asArray() : [dict.get(name('K')) ?? []].flat();
};

/** One more element inside another, behind all that is there. */
export function add(document: PDFDocument, parent: PDFDict, type: string): PDFDict {
  const child = document.context.obj({ Type: 'StructElem', S: type, P: refOf(document, parent) });
  const kids = [...kidsOf(parent), document.context.register(child)];
  parent.set(name('K'), document.context.obj(kids));
  return child;
}

/** Leaves only so many of an element's kids. */
export const keep = (document: PDFDocument, parent: PDFDict, count: number): void =>
  parent.set(name('K'), document.context.obj(kidsOf(parent).slice(0, count)));

/** An annotation on the first page, known by an element that holds nothing else. */
export function annotate(
  document: PDFDocument,
  entries: Record<string, string | PDFObject>,
  owner: PDFDict,
): PDFDict {
  const { context } = document;
  const annotation = context.obj({ Type: 'Annot', Rect: [100, 100, 200, 120], ...entries });
  const ref = context.register(annotation);
  page(document).lookup(name('Annots'), PDFArray).push(ref);
  const rows = document.catalog
    .lookup(name('StructTreeRoot'), PDFDict)
    .lookup(name('ParentTree'), PDFDict)
    .lookup(name('Nums'), PDFArray);
  const key = context.obj(1000 + rows.size());
  rows.push(key);
  rows.push(refOf(document, owner));
  annotation.set(name('StructParent'), key);
  const reference = context.obj({ Type: 'OBJR', Obj: ref, Pg: document.getPage(0).ref });
  owner.set(name('K'), context.obj([...kidsOf(owner), reference]));
  return annotation;
}

/** Paints more on the first page, ahead of everything else. */
export const paint =
  (content: string): Break =>
  (document) => {
    const first = page(document).get(name('Contents'));
    const stream = document.context.register(document.context.stream(`q ${content} Q\n`));
    page(document).set(name('Contents'), document.context.obj([stream, first ?? stream]));
  };

/** A form of one box, painted by the name Z. */
export function form(document: PDFDocument, entries: Record<string, PDFObject>): PDFRef {
  const { context } = document;
  const dict = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9], ...entries };
  const ref = context.register(context.stream('0 0 9 9 re f', dict));
  const own = resources(document).lookupMaybe(name('XObject'), PDFDict) ?? context.obj({});
  own.set(name('Z'), ref);
  resources(document).set(name('XObject'), own);
  return ref;
}

export const xmp =
  (from: string | RegExp, to: string, write = (text: string) => Buffer.from(text)): Break =>
  (document) => {
    const ref = document.catalog.get(name('Metadata'));
    const stream = document.catalog.lookup(name('Metadata'));
    if (!(stream instanceof PDFRawStream) || !(ref instanceof PDFRef)) throw new Error('there is no XMP');
    const text = Buffer.from(stream.contents).toString('utf8');
    expect(text).toMatch(from);
    const entries = { Type: 'Metadata', Subtype: 'XML' };
    document.context.assign(ref, document.context.stream(write(text.replace(from, to)), entries));
  };

/** The first font of the file that has glyphs of its own, and what it says of them. */
export function font(document: PDFDocument): { font: PDFDict; descendant: PDFDict } {
  const fonts = resources(document).lookup(name('Font'), PDFDict);
  const first = fonts.lookup(fonts.keys()[0] ?? name(''), PDFDict);
  return { font: first, descendant: first.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict) };
}
