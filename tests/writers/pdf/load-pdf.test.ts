import * as lib from '@cantoo/pdf-lib';
import { describe, expect, it, vi } from 'vitest';
import { openBrowser } from '../../../src/browser/open.js';
import { loadPdf } from '../../../src/writers/pdf/load-pdf.js';
import { packStream } from '../../../src/writers/pdf/pack-stream.js';
import { savePdf } from '../../../src/writers/pdf/save-pdf.js';
import { writeObjects } from '../../check/write-objects.js';

const OBJECTS = [
  '<</Type /Catalog\n/Pages 2 0 R\n/Lang (en)\n/Empty <<>>>>',
  '<</Type /Pages\n/Count 1\n/Kids [3 0 R]>>',
  '<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 612.50 792]\n/Contents 5 0 R>>',
  String.raw`<</A (a \(b\\) (c) \) )/B <FE FF 00 e9> /C#20D /E#2fF /G [true false null -1 +.5 007 3 0 R []]/H<</I 1>>>>`,
  '<</Length 19>> stream\nendstream endobj \xff\x00\nendstream',
  '[4 0 R 0.000000125]',
  '(alone)',
];

/** With the second line that says it is not text, as Chromium has it. */
const plain = (objects: readonly string[]): Uint8Array =>
  Buffer.from(
    Buffer.from(writeObjects(objects, 1)).toString('latin1').replace('\n', '\n%\xd3\xeb\xe9\xe1\n'),
    'latin1',
  );

const OPTIONS = { useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false };

/** What becomes of a file by the library alone. */
async function byLibrary(bytes: Uint8Array): Promise<string> {
  const document = await lib.PDFDocument.load(bytes, { updateMetadata: false });
  for (const [, object] of document.context.enumerateIndirectObjects()) packStream(lib, object);
  return Buffer.from(await document.save(OPTIONS)).toString('latin1');
}

const ours = async (bytes: Uint8Array): Promise<string> =>
  Buffer.from(await savePdf(lib, await loadPdf(lib, bytes))).toString('latin1');

describe('loadPdf and savePdf', () => {
  it('keep every kind of object as the library does', async () => {
    const file = plain(OBJECTS);
    expect(await ours(file)).toBe(await byLibrary(file));
    const { context } = await loadPdf(lib, file);
    const stream = context.lookup(lib.PDFRef.of(5)) as lib.PDFRawStream;
    expect(Buffer.from(stream.getContents()).toString('latin1')).toBe('endstream endobj \xff\x00');
  });

  it('keep what Chromium prints as the library does', async () => {
    await using browser = openBrowser({ env: process.env });
    const file = await browser.print(`<!doctype html><html lang="en"><title>A (title)</title>
      <h1 id="top">Zoë</h1><p><a href="https://example.org/?a=(b)">Example</a> <a href="#top">Up</a></p></html>`);
    const load = vi.spyOn(lib.PDFDocument, 'load');
    const saved = await ours(file);
    // Nothing was left to it, which would take several times as long.
    expect(load).not.toHaveBeenCalled();
    load.mockRestore();
    expect(saved).toBe(await byLibrary(file));
  }, 60_000);

  it('read a part of a larger buffer', async () => {
    const file = plain(OBJECTS);
    const around = new Uint8Array(file.length + 20).fill(65);
    around.set(file, 10);
    expect(await ours(around.subarray(10, 10 + file.length))).toBe(await byLibrary(file));
  });

  it('do not lose what another program has added to the end', async () => {
    const file = Buffer.from(plain(OBJECTS)).toString('latin1');
    const added =
      '7 0 obj\n(added)\nendobj\nxref\n7 1\n0000000000 00000 n \ntrailer\n<</Size 8/Root 1 0 R/Prev 9>>\n';
    const bytes = Buffer.from(`${file}${added}startxref\n${file.length}\n%%EOF\n`, 'latin1');
    expect(await ours(bytes)).toBe(await byLibrary(bytes));
    expect(await ours(bytes)).toContain('(added)');
  });

  it('read files whose objects are packed together', async () => {
    const document = await lib.PDFDocument.load(plain(OBJECTS), { updateMetadata: false });
    const packed = await document.save({ useObjectStreams: true });
    expect(Buffer.from(packed).toString('latin1')).toContain('/ObjStm');
    const again = await ours(packed);
    expect(again).not.toContain('/ObjStm');
    expect(again).toContain('(alone)');
    expect((await lib.PDFDocument.load(Buffer.from(again, 'latin1'))).getPageCount()).toBe(1);
  });

  it.each([
    ['a string without an end', ['(a']],
    ['a dictionary without an end', ['<</A 1']],
    ['a key that is no name', ['<<1 2>>']],
    ['an object of no kind', ['something']],
    ['a stream that is longer than it says', ['<</Length 1>>\nstream\nabc\nendstream']],
    ['a stream that does not say how long it is', ['<<>>\nstream\nabc\nendstream']],
  ])('leave %s to the library', async (_, objects) => {
    const file = plain([...OBJECTS, ...objects]);
    expect(await ours(file)).toBe(await byLibrary(file));
  });

  it('refuse what is no PDF', async () => {
    await expect(loadPdf(lib, Buffer.from('Not a PDF'))).rejects.toThrow();
  });
});
