import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { testBrowser } from '../../test-browser.js';
import {
  add,
  all,
  annotate,
  type Break,
  clausesOf,
  element,
  font,
  form,
  keep,
  page,
  paint,
  printGood,
  resources,
  xmp,
} from './broken.js';

// What a validator finds broken, the checker finds broken, by the same number: each case is one on which the two once
// disagreed, or might.

const browser = testBrowser();
let good: Uint8Array;
beforeAll(async () => {
  good = await printGood(browser);
}, 60_000);

const name = PDFName.of;
const text = (value: string) => PDFHexString.fromText(value);
const attributes = (dict: PDFDict, entries: Record<string, PDFName | PDFNumber | PDFArray>) =>
  dict.set(name('A'), dict.context.obj({ O: 'Table', ...entries }));
const catalog = (document: PDFDocument, key: string, value: PDFObject) =>
  document.catalog.set(name(key), value);

function mend(document: PDFDocument, change: (cmap: string) => string): void {
  const ref = font(document).font.get(name('ToUnicode'));
  const stream = document.context.lookup(ref);
  if (!(stream instanceof PDFRawStream)) throw new Error('there is no table');
  const cmap = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  if (ref instanceof PDFRef) document.context.assign(ref, document.context.stream(change(cmap)));
}

const without = (cmap: string) => cmap.replaceAll(/\d+ beginbf(\w+)[\s\S]*?endbf\1/g, '');

const utf16 = (value: string) => Buffer.from(`\uFEFF${value}`, 'utf16le').swap16();
const PART = '<pdfuaid:part>1</pdfuaid:part>';
const other = (property: string) =>
  `<u:${property} xmlns:u="http://www.aiim.org/pdfua/ns/id/">1</u:${property}>${PART}`;
const circle = (document: PDFDocument, from: string, to: string) =>
  document.catalog
    .lookup(name('StructTreeRoot'), PDFDict)
    .set(name('RoleMap'), document.context.obj({ Strong: 'Span', [from]: to }));
const link = (document: PDFDocument) =>
  document.context.lookup(page(document).lookup(name('Annots'), PDFArray).get(0), PDFDict);
const layers = (document: PDFDocument, config: Record<string, PDFObject>) =>
  catalog(document, 'OCProperties', document.context.obj({ OCGs: [], D: config }));
const type1 = (document: PDFDocument, content: string) => {
  const entries = { Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' };
  resources(document).lookup(name('Font'), PDFDict).set(name('Z'), document.context.obj(entries));
  paint(content)(document);
};
const script = (document: PDFDocument, render: string) => {
  const xml = `<config><acrobat7><dynamicRender>${render}</dynamicRender></acrobat7></config>`;
  const parts = ['config', xml].map((part, at) =>
    at === 0 ? PDFString.of(part) : document.context.register(document.context.stream(part)),
  );
  catalog(document, 'AcroForm', document.context.obj({ Fields: [], XFA: parts }));
};
const table = (document: PDFDocument, entries: { WMode: number; Ordering: string }, written: number) => {
  const CIDSystemInfo = { Registry: text('Adobe'), Ordering: text(entries.Ordering), Supplement: 0 };
  const dict = { Type: 'CMap', CMapName: 'Own', WMode: entries.WMode, CIDSystemInfo };
  const stream = document.context.stream(`begincmap /WMode ${written} def endcmap`, dict);
  font(document).font.set(name('Encoding'), document.context.register(stream));
};

const CASES: Record<string, [clause: string, what: string, change: Break][]> = {
  'what the file says of itself': [
    ['5-2', 'a claim with spaces', xmp(PART, PART.replace('1', ' 1 '))],
    ['5-4', 'an amendment in other letters', xmp(PART, other('amd'))],
    ['5-5', 'a correction in other letters', xmp(PART, other('corr'))],
    ['7.1-9', 'a title in no language', xmp(/<dc:title>.*<\/dc:title>/, '<dc:title>Ada</dc:title>')],
    ['7.2-29', 'an empty language', (document) => catalog(document, 'Lang', PDFString.of(''))],
    ['7.2-29', 'a mark in a language nobody knows', paint('/Span <</Lang (en_GB)>> BDC EMC')],
    ['7.10-1', 'a layer without a name', (document) => layers(document, {})],
    [
      '7.10-2',
      'a layer that comes by itself',
      (document) => layers(document, { Name: text('a'), AS: document.context.obj([]) }),
    ],
    ['7.15-1', 'a form that builds itself', (document) => script(document, 'required')],
  ],
  'what is painted': [
    ['7.1-1', 'decoration that an element owns', paint('/Artifact <</MCID 1>> BDC 0 0 9 9 re f EMC')],
    [
      '7.20-1',
      'a page of another file',
      (document) => {
        form(document, { Ref: document.context.obj({ Page: 0 }) });
        paint('/Artifact BMC /Z Do EMC')(document);
      },
    ],
    [
      '7.20-2',
      'tagged content in two places',
      (document) => {
        form(document, { StructParents: PDFNumber.of(99) });
        paint('/Artifact BMC /Z Do /Z Do EMC')(document);
      },
    ],
  ],
  types: [
    ['7.1-5', 'none', (document) => element(document, 'H2').delete(name('S'))],
    ['7.1-6', 'a standard one that is mapped to itself', (document) => circle(document, 'P', 'P')],
    ['7.1-6', 'one of its own that is mapped to itself', (document) => circle(document, 'Strong', 'Strong')],
  ],
  tables: [
    [
      '7.2-15',
      'cells that overlap',
      (document) => {
        attributes(element(document, 'TD', 1), { RowSpan: PDFNumber.of(2) });
        attributes(element(document, 'TD', 2), { ColSpan: PDFNumber.of(2) });
        keep(document, element(document, 'TR', 2), 1);
      },
    ],
    [
      '7.2-41',
      'a cell that ends below',
      (document) => {
        attributes(element(document, 'TD', 3), { RowSpan: PDFNumber.of(3) });
      },
    ],
    ['7.2-42', 'a row with too many', (document) => add(document, element(document, 'TR', 1), 'TD')],
    [
      '7.2-42',
      'a cell that is too wide, said among others',
      (document) => {
        const lists = [{ O: 'Layout' }, { O: 'Table', ColSpan: 2 }];
        element(document, 'TD', 1).set(name('A'), document.context.obj(lists));
      },
    ],
    ['7.2-43', 'a row with too few', (document) => keep(document, element(document, 'TR', 1), 1)],
    [
      '7.5-1',
      'headers that do not say of what',
      (document) => {
        for (const cell of [...all(document, 'TH'), ...all(document, 'TD')]) cell.delete(name('A'));
      },
    ],
    [
      '7.5-2',
      'headers that are not there',
      (document) => {
        for (const cell of all(document, 'TH')) cell.delete(name('A'));
        const Headers = document.context.obj([PDFString.of('nobody')]);
        for (const cell of all(document, 'TD')) attributes(cell, { Headers });
      },
    ],
  ],
  'annotations and fields': [
    [
      '7.18.1-1',
      'a note that opens',
      (document) => {
        annotate(
          document,
          { Subtype: 'Popup', Contents: text('a') },
          add(document, element(document, 'Document'), 'P'),
        );
      },
    ],
    [
      '7.18.1-2',
      'a mark for the printer without words',
      (document) => {
        annotate(document, { Subtype: 'PrinterMark' }, add(document, element(document, 'Document'), 'Annot'));
      },
    ],
    ['7.18.4-2', 'a field of nothing', (document) => add(document, element(document, 'Document'), 'Form')],
    [
      '7.18.4-2',
      'two fields in one',
      (document) => {
        const owner = add(document, element(document, 'Document'), 'Form');
        for (const TU of ['A', 'B']) annotate(document, { Subtype: 'Widget', TU: text(TU) }, owner);
      },
    ],
  ],
  fonts: [
    [
      '7.21.3.1-1',
      'a table of other characters',
      (document) => table(document, { WMode: 0, Ordering: 'Japan1' }, 0),
    ],
    [
      '7.21.3.1-1',
      'a table that nobody has',
      (document) => font(document).font.set(name('Encoding'), name('Own-H')),
    ],
    [
      '7.21.3.2-1',
      'no way to its glyphs',
      (document) => font(document).descendant.delete(name('CIDToGIDMap')),
    ],
    [
      '7.21.3.3-2',
      'two directions of writing',
      (document) => table(document, { WMode: 0, Ordering: 'Identity' }, 1),
    ],
    [
      '7.21.4.1-1',
      'one that only its page knows',
      (document) => type1(document, '/Artifact BMC BT /Z 9 Tf (a) Tj ET EMC'),
    ],
    ['7.21.7-1', 'glyphs without letters', (document) => mend(document, (cmap) => without(cmap))],
    [
      '7.21.7-2',
      'glyphs that are said to be nothing',
      (document) =>
        mend(document, (cmap) => {
          return `${without(cmap)} 1 beginbfrange <0000> <FFFF> [${'<0000>'.repeat(999)}] endbfrange`;
        }),
    ],
    ['7.21.8-1', 'a glyph that it does not have', paint('/Artifact BMC BT /F4 9 Tf <0000> Tj ET EMC')],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  test.each(cases)('%s: %s', async (clause, _what, change) => {
    expect(await clausesOf(good, change)).toContain(clause);
  });
});

test.each<[string, Break]>([
  ['nothing changed', () => {}],
  ['XMP in UTF-16', xmp('x', 'x', utf16)],
  ['an amendment', xmp(PART, `<pdfuaid:amd>1</pdfuaid:amd>${PART}`)],
  ['a form that stands still', (document) => script(document, 'forbidden')],
  ['a layer with a name', (document) => layers(document, { Name: text('a') })],
  [
    'a cell of two columns',
    (document) => {
      keep(document, element(document, 'TR', 1), 1);
      attributes(element(document, 'TD', 0), { ColSpan: PDFNumber.of(2) });
    },
  ],
  [
    'a width said of the layout',
    (document) => {
      element(document, 'TD').set(name('A'), document.context.obj({ O: 'Layout', ColSpan: 2 }));
    },
  ],
  [
    'headers by class',
    (document) => {
      const classes = document.context.obj({ head: { O: 'Table', Scope: 'Column' } });
      document.catalog.lookup(name('StructTreeRoot'), PDFDict).set(name('ClassMap'), classes);
      for (const cell of all(document, 'TD')) cell.delete(name('A'));
      for (const cell of all(document, 'TH')) {
        cell.delete(name('A'));
        cell.set(name('C'), name('head'));
      }
    },
  ],
  [
    'a link that is not on the page',
    (document) => {
      link(document).delete(name('Contents'));
      link(document).set(name('Rect'), document.context.obj([-90, -90, -50, -50]));
    },
  ],
  [
    'a field that is named by the whole it belongs to',
    (document) => {
      const owner = add(document, element(document, 'Document'), 'Form');
      const field = annotate(document, { Subtype: 'Widget' }, owner);
      field.set(name('Parent'), document.context.register(document.context.obj({ TU: text('A') })));
    },
  ],
  [
    'a font that only hidden text is set in',
    (document) => {
      type1(document, '/Artifact BMC BT 3 Tr /Z 9 Tf (a) Tj ET EMC');
    },
  ],
  ['space between the digits of a string', paint('/Artifact BMC BT /F4 9 Tf <00 03> Tj ET EMC')],
  ['a font that shows nothing', (document) => type1(document, '/Artifact BMC BT /Z 9 Tf ET EMC')],
])('breaks nothing: %s', async (_, change) => {
  expect(await clausesOf(good, change)).toEqual([]);
});

test('a table that is larger than any, and spans that are, come to an end', async () => {
  const clauses = await clausesOf(good, (document) => {
    attributes(element(document, 'TD', 0), { ColSpan: PDFNumber.of(2e9), RowSpan: PDFNumber.of(2e9) });
  });
  expect(clauses).toContain('7.2-42');
});
