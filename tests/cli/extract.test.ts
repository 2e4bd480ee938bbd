import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPage, pdfFile } from '../check/pdf-file.js';
import { wordFile } from '../check/word-file.js';
import { enterFolder, render } from './command.js';

const NAMESPACE = 'https://unpkg.com/resumewright/source';
const CV = `# call me on 555 0100
basics: { name: "Ada <Example> & Söhne", email: [{ value: a@example.com }, { value: b@example.com, private: true }] }
`;
const PUBLISHED = `# yaml-language-server: $schema=https://unpkg.com/resumewright/resume.schema.json
basics:
  name: "Ada \\u003cExample> & Söhne"
  email:
    - value: a@example.com
`;

const attached = async (name: string, content: Uint8Array) => {
  const document = await PDFDocument.load(pdfFile(goodPage()));
  await document.attach(content, name);
  return document.save();
};
const withPart = async (xml: string) =>
  zipSync({ ...unzipSync(await wordFile()), 'customXml/item7.xml': strToU8(xml) });
const data = (text: string) =>
  `<html><body><script type="application/yaml" id="resume-source">${text}</script>`;

let leave: () => Promise<void>;
beforeAll(async () => {
  const locked = await PDFDocument.load(pdfFile(goodPage()));
  locked.encrypt({ userPassword: 'x', ownerPassword: 'x' });
  const word = await wordFile();
  ({ leave } = await enterFolder({
    'cv.yaml': CV,
    'mine.yaml': 'mine',
    'plain.pdf': pdfFile(goodPage()),
    'plain.docx': word,
    'plain.html': '<p>Ada',
    'other.pdf': await attached('invoice.xml', Buffer.from('<a/>')),
    'other.docx': await withPart('<a xmlns="https://example.com"/>'),
    'empty.html': data(''),
    'none.pdf': '',
    'old.doc': Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'bytes.bin': Buffer.from([1, 0, 2, 0]),
    'other.zip': zipSync({ 'readme.txt': strToU8('hello') }),
    'locked.pdf': await locked.save(),
    'broken.pdf': '%PDF-1.7\nnothing',
    'bomb.pdf': Buffer.concat([
      Buffer.from('%PDF-1.7\nstream\n'),
      deflateSync(Buffer.alloc(210 * 2 ** 20), { level: 9 }),
    ]),
    'nested.pdf': Buffer.concat([
      Buffer.from('%PDF-1.7\nstream\n'),
      deflateSync(deflateSync(Buffer.alloc(210 * 2 ** 20), { level: 9 })),
    ]),
    'huge.pdf': await attached('resume.yaml', Buffer.alloc(1_000_001, 'a')),
    'huge.docx': await withPart(`<source xmlns="${NAMESPACE}">${'a'.repeat(1_000_001)}</source>`),
    'bell.pdf': await attached('resume.yaml', Buffer.from('basics: \u001b[2J')),
    'latin.pdf': await attached('resume.yaml', Buffer.from([0xe9, 0x0a])),
    'bell.html': data('\u009b2J'),
    'damaged.docx': await withPart(`<source xmlns="${NAMESPACE}"><a></source>`),
    'resaved.docx': await withPart(
      `<?xml version="1.0"?>\n<s:source xmlns:s="${NAMESPACE}" type="x">a: &amp;lt;\n<![CDATA[<b>]]></s:source>\n<!-- c -->\n`,
    ),
    'deep.html': `${'<div>'.repeat(30_000)}${data('a: b\n')}`,
  }));
});
afterAll(() => leave());

const extract = (...argv: string[]) => render('extract', ...argv);

describe('render extract', () => {
  it('gives back what --embed-source put in, byte for byte, from every format that carries it', async () => {
    const { code, err } = await render('cv.yaml', '--embed-source', '-f', 'pdf,html,docx,txt,md');
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('5 files written') });
    for (const format of ['pdf', 'html', 'docx']) {
      expect(await extract(`out/cv.${format}`)).toEqual({ code: 0, out: PUBLISHED.trimEnd(), err: '' });
      expect(await extract(`out/cv.${format}`, '-o', `back/${format}.yaml`)).toEqual({
        code: 0,
        out: `back/${format}.yaml`,
        err: '',
      });
      expect(await readFile(`back/${format}.yaml`, 'utf8')).toBe(PUBLISHED);
    }
    expect(await extract('out/cv.txt')).toMatchObject({ code: 1, out: '' });
    expect((await render('validate', '--strict', 'back/pdf.yaml')).code).toBe(0);
  });

  it('and that renders to the same words, and carries the same source', async () => {
    await render('cv.yaml', '-f', 'html,docx,txt', '--embed-source', '-o', 'first');
    await extract('first/cv.html', '-o', 'second/cv.yaml');
    await render('second/cv.yaml', '-f', 'txt,docx', '--embed-source', '-o', 'second');
    expect(await readFile('second/cv.txt', 'utf8')).toBe(await readFile('first/cv.txt', 'utf8'));
    expect((await extract('second/cv.docx')).out).toBe(PUBLISHED.trimEnd());
  });

  it('is off unless it is asked for', async () => {
    await render('cv.yaml', '-f', 'html,docx', '-o', 'bare');
    for (const format of ['html', 'docx']) {
      expect((await extract(`bare/cv.${format}`)).err).toContain(`bare/cv.${format} carries no source`);
    }
  });

  it('overwrites nothing', async () => {
    await render('cv.yaml', '-f', 'html', '--embed-source', '-o', 'third');
    const { code, err } = await extract('third/cv.html', '--out', 'mine.yaml');
    expect({ code, err }).toMatchObject({
      code: 2,
      err: expect.stringContaining('mine.yaml is already there'),
    });
    expect(await readFile('mine.yaml', 'utf8')).toBe('mine');
  });

  it('finds the source that Word has saved again', async () => {
    expect(await extract('resaved.docx')).toEqual({ code: 0, out: 'a: &lt;\n<b>', err: '' });
  });

  it('finds it however deep a page is nested', async () => {
    expect(await extract('deep.html')).toEqual({ code: 0, out: 'a: b', err: '' });
  });

  it.each([
    ['plain.pdf', 'plain.pdf carries no source [no-source]'],
    ['plain.docx', 'carries no source [no-source]'],
    ['plain.html', 'carries no source [no-source]'],
    ['other.pdf', 'carries no source [no-source]'],
    ['other.docx', 'carries no source [no-source]'],
    ['empty.html', 'carries no source [no-source]'],
    ['cv.yaml', 'cv.yaml carries no source [no-source]'],
    ['nowhere.pdf', 'there is no file nowhere.pdf [unreadable]'],
    ['.', '. is a folder [unreadable]'],
    ['none.pdf', 'none.pdf: the file is empty [wrong-format]'],
    [
      'old.doc',
      'old.doc: the file is locked with a password, or in the format of Word before 2007 [encrypted]',
    ],
    ['bytes.bin', 'the file is neither PDF nor HTML nor Word [wrong-format]'],
    ['other.zip', 'the file is a zip archive but no Word file [wrong-format]'],
    ['locked.pdf', 'the PDF is locked with a password [encrypted]'],
    ['broken.pdf', 'the PDF cannot be read'],
    ['bomb.pdf', 'the PDF unpacks to more than 200 MB [too-large]'],
    ['nested.pdf', 'the PDF unpacks to more than 200 MB [too-large]'],
    ['huge.pdf', 'the source inside is larger than 1 MB [too-large]'],
    ['huge.docx', 'the source inside is larger than 1 MB [too-large]'],
    ['bell.pdf', 'the source inside is no plain text [damaged]'],
    ['bell.html', 'the source inside is no plain text [damaged]'],
    ['latin.pdf', 'the source inside is no plain text [damaged]'],
    ['damaged.docx', 'the source in the Word file is damaged'],
  ])('says what is the matter with %s, and writes nothing', async (file, message) => {
    const { code, out, err } = await extract(file, '-o', 'never.yaml');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
    await expect(readFile('never.yaml')).rejects.toThrow('ENOENT');
  });
});
