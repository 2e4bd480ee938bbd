import {
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFString,
} from '@cantoo/pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { checkFile } from '../../src/check/check-file.js';
import { testBrowser } from '../test-browser.js';
import { finished } from '../writers/pdf/finished.js';
import { type Break, element, page, paint, resources, xmp } from './ua/broken.js';

// One PDF that follows PDF/UA-1, and what is said of it when one thing in it is broken.

const HTML = `<!doctype html><html lang="en"><head><title>Ada</title></head><body>
  <h1>Ada Example</h1><p>Engineer, <a href="mailto:ada@example.com">ada@example.com</a></p>
  <h2>Work</h2><ul><li>Engine <strong>one</strong></li></ul>
  <h2>Education</h2><p>None<img alt="A portrait" width="9" height="9"
  src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="></p>
  </body></html>`;

const browser = testBrowser();
let good: Uint8Array;
beforeAll(async () => {
  const meta = { title: 'Ada', author: 'Ada', lang: 'en', keywords: [], date: new Date(0) };
  good = await finished(await browser.print(HTML), meta);
}, 60_000);

const name = PDFName.of;

const root = (document: PDFDocument) => document.catalog.lookup(name('StructTreeRoot'), PDFDict);
const retype =
  (from: string, to: string): Break =>
  (document) =>
    element(document, from).set(name('S'), name(to));
const put =
  (
    find: (document: PDFDocument) => PDFDict,
    key: string,
    value: (document: PDFDocument) => PDFObject,
  ): Break =>
  (document) =>
    find(document).set(name(key), value(document));
const drop =
  (find: (document: PDFDocument) => PDFDict, key: string): Break =>
  (document) =>
    find(document).delete(name(key));
function link(document: PDFDocument): PDFDict {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(name('Subtype')) === name('Link')) return object;
  }
  throw new Error('there is no link');
}

async function rulesOf(...breaks: Break[]): Promise<string[]> {
  const document = await PDFDocument.load(good, { updateMetadata: false });
  for (const one of breaks) one(document);
  const { findings } = await checkFile(await document.save({ useObjectStreams: false }), 'pdf');
  return findings.map(({ rule }) => rule).filter((rule) => /^ua-|image-alt|no-language|untagged$/.test(rule));
}

test('a good PDF breaks nothing', async () => {
  expect(await rulesOf()).toEqual([]);
});

test.each<[string, string, Break]>([
  ['ua-untagged-content', 'text without a mark', paint('BT /F4 9 Tf (a) Tj ET')],
  ['ua-untagged-content', 'a box without a mark', paint('0 0 9 9 re f')],
  ['ua-untagged-content', 'a mark that no element knows', paint('/P <</MCID 999>> BDC 0 0 9 9 re f EMC')],
  ['ua-untagged-content', 'a picture inside the stream', paint('BI /W 1 /H 1 /CS /G /BPC 8 ID x EI')],
  ['ua-artifact', 'an artifact in text', paint('/P <</MCID 1>> BDC /Artifact BMC EMC EMC')],
  ['ua-artifact', 'text in an artifact', paint('/Artifact BMC /P <</MCID 1>> BDC EMC EMC')],
  ['ua-role', 'a type nobody knows', retype('H2', 'Chapter')],
  ['ua-role', 'a type of PDF 2.0 without a map', drop(root, 'RoleMap')],
  [
    'ua-role',
    'a map in a circle',
    put(root, 'RoleMap', ({ context }) => context.obj({ Strong: 'Bold', Bold: 'Strong' })),
  ],
  [
    'ua-role',
    'a standard type that is mapped',
    put(root, 'RoleMap', ({ context }) => context.obj({ Strong: 'Span', P: 'Span' })),
  ],
  ['ua-nesting', 'an item outside a list', retype('L', 'Sect')],
  ['ua-nesting', 'a list that holds a paragraph', retype('LI', 'P')],
  ['ua-nesting', 'an item that holds a paragraph', retype('LBody', 'P')],
  ['ua-nesting', 'a cell outside a table', retype('LBody', 'TD')],
  ['ua-nesting', 'an element without a parent', drop((document) => element(document, 'H1'), 'P')],
  ['ua-headings', 'headings of both kinds', retype('H2', 'H')],
  ['ua-note', 'a note without an ID', retype('H2', 'Note')],
  ['image-alt', 'a picture without words', drop((document) => element(document, 'Figure'), 'Alt')],
  ['ua-link', 'a link without words', drop(link, 'Contents')],
  ['ua-link', 'a link with empty words', put(link, 'Contents', () => PDFHexString.fromText(''))],
  ['ua-link', 'a link that is tagged as something else', retype('Link', 'Span')],
  ['ua-link', 'a link that the tree does not know', drop(link, 'StructParent')],
  ['ua-annotation', 'a comment', put(link, 'Subtype', () => name('Text'))],
  ['ua-tab-order', 'another tab order', put(page, 'Tabs', () => name('R'))],
  ['ua-marked', 'no mark of being tagged', drop(({ catalog }) => catalog, 'MarkInfo')],
  [
    'ua-marked',
    'doubtful tags',
    put(
      ({ catalog }) => catalog.lookup(name('MarkInfo'), PDFDict),
      'Suspects',
      () => PDFBool.True,
    ),
  ],
  [
    'ua-window-title',
    'the name of the file in the window',
    drop(({ catalog }) => catalog, 'ViewerPreferences'),
  ],
  ['no-language', 'no language', drop(({ catalog }) => catalog, 'Lang')],
  [
    'ua-language',
    'a language nobody knows',
    put(
      (document) => element(document, 'H1'),
      'Lang',
      () => PDFString.of('en_GB'),
    ),
  ],
  ['ua-metadata', 'no XMP', drop(({ catalog }) => catalog, 'Metadata')],
  ['ua-metadata', 'XMP that is no XML', xmp('</rdf:RDF>', '<')],
  ['ua-metadata', 'XMP without a title', xmp(/<dc:title>.*<\/dc:title>/, '')],
  ['ua-identification', 'no claim', xmp(/<pdfuaid:part>1<\/pdfuaid:part>/, '')],
  ['ua-identification', 'a claim of something else', xmp('<pdfuaid:part>1', '<pdfuaid:part>7')],
  ['ua-identification', 'a claim in other letters', xmp(/pdfuaid/g, 'ua')],
  [
    'ua-attachment',
    'a file with one name',
    ({ context }) => context.register(context.obj({ Type: 'Filespec', F: PDFString.of('a.txt'), EF: {} })),
  ],
  ['untagged', 'no structure', drop(({ catalog }) => catalog, 'StructTreeRoot')],
])('%s: %s', async (rule, _, breakIt) => {
  const rules = await rulesOf(breakIt);
  expect(rules).toContain(rule);
  // One thing is broken, and it is told of once; doubtful headings are doubtful notes and links too.
  expect(rules.length).toBeLessThanOrEqual(2);
});

test('a skipped level is a matter of headings, and keeps its old name', async () => {
  const document = await PDFDocument.load(good, { updateMetadata: false });
  retype('H2', 'H4')(document);
  const { findings } = await checkFile(await document.save(), 'pdf');
  expect(findings.map(({ rule }) => rule)).toContain('heading-order');
});

test('trees and forms that lead back to themselves come to an end', async () => {
  const circle: Break = (document) => {
    const list = element(document, 'L');
    const ref = document.context.getObjectRef(list);
    if (ref) element(document, 'LBody').set(name('K'), document.context.obj([ref, ref]));
    const form = document.context.nextRef();
    const entries = { Type: 'XObject', Subtype: 'Form', Resources: { XObject: { X: form } } };
    document.context.assign(form, document.context.stream('/X Do /X Do /X Do 0 0 9 9 re f', entries));
    resources(document).lookup(name('XObject'), PDFDict).set(name('Loop'), form);
    paint('/Loop Do')(document);
    const nodes = root(document).lookup(name('ParentTree'), PDFDict);
    nodes.set(name('Kids'), document.context.obj([document.context.getObjectRef(nodes) ?? nodes]));
  };
  expect(await rulesOf(circle)).toContain('ua-untagged-content');
});

test('the evidence says where, and what the standard calls it', async () => {
  const document = await PDFDocument.load(good, { updateMetadata: false });
  link(document).delete(name('Contents'));
  link(document).set(name('F'), PDFNumber.of(4));
  const { findings } = await checkFile(await document.save(), 'pdf');
  expect(findings).toContainEqual(
    expect.objectContaining({ rule: 'ua-link', severity: 'warning', evidence: ['page 1: Link (7.18.5-2)'] }),
  );
});
