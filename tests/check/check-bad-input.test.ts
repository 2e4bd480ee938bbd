import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { checkFile } from '../../src/check/check-file.js';
import type { CheckFormat } from '../../src/check/extract/extraction.js';
import { goodPage, pdfFile } from './pdf-file.js';
import { wordFile } from './word-file.js';

// Files that cannot be checked: one finding says why, and nothing is thrown.

async function refusal(bytes: Uint8Array, format: CheckFormat) {
  const { findings, recovered } = await checkFile(bytes, format);
  expect(findings).toHaveLength(1);
  expect(recovered).toBeUndefined();
  const [{ rule, severity, message, fix } = { severity: '', message: '', fix: '', rule: '' }] = findings;
  expect(severity).toBe('error');
  expect(fix).not.toBe('');
  return `${rule}: ${message}`;
}

describe('files of another kind', () => {
  test('by their bytes, whatever their name says', async () => {
    expect(await refusal(pdfFile(goodPage()), 'docx')).toBe('wrong-format: the file is a PDF, no Word file');
    expect(await refusal(await wordFile(), 'pdf')).toBe(
      'wrong-format: the file is a Word file or another zip archive, no PDF',
    );
    expect(await refusal(Buffer.from('Ada Example'), 'pdf')).toBe('wrong-format: the file is text, no PDF');
    expect(await refusal(Buffer.from([1, 0, 2, 0]), 'html')).toBe('wrong-format: the file is no HTML page');
    expect(await refusal(new Uint8Array(), 'pdf')).toBe('wrong-format: the file is empty, no PDF');
  });

  test('a zip archive that is no Word file', async () => {
    const zip = zipSync({ 'readme.txt': strToU8('hello') });
    expect(await refusal(zip, 'docx')).toBe('wrong-format: the file is a zip archive but no Word file');
  });
});

describe('locked files', () => {
  test('a PDF with a password', async () => {
    const document = await PDFDocument.load(pdfFile(goodPage()));
    document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    expect(await refusal(await document.save(), 'pdf')).toBe('encrypted: the PDF is locked with a password');
  });

  test('a Word file with a password, or from before 2007', async () => {
    const container = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusal(container, 'docx')).toMatch(/^encrypted: .*locked with a password/);
  });
});

describe('damaged files', () => {
  test('a PDF cut off, or of nothing but a header', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7\nand nothing more'), 'pdf')).toMatch(
      /^damaged: the PDF cannot be read/,
    );
  });

  test('a Word file cut off', async () => {
    const bytes = await wordFile();
    expect(await refusal(bytes.subarray(0, bytes.length / 2), 'docx')).toMatch(
      /^damaged: the Word file is damaged/,
    );
  });

  test('a Word file with broken XML', async () => {
    const parts = unzipSync(await wordFile());
    const broken = strFromU8(parts['word/document.xml'] as Uint8Array).replace('</w:body>', '');
    expect(await refusal(zipSync({ ...parts, 'word/document.xml': strToU8(broken) }), 'docx')).toMatch(
      /^damaged: /,
    );
  });

  test('a PDF whose content stream is garbage', async () => {
    const { findings } = await checkFile(pdfFile(['BT ) > ] >> } (((( <41 [ [ [ Tj']), 'pdf');
    expect(['no-text', 'damaged']).toContain(findings[0]?.rule);
  });

  test('any file with bytes changed is judged or refused', async () => {
    const files = [
      ['pdf', Buffer.from(pdfFile(goodPage()))],
      ['docx', Buffer.from(await wordFile())],
    ] as const;
    let seed = 1;
    const next = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (const [format, bytes] of files) {
      for (let round = 0; round < 40; round += 1) {
        const hurt = Buffer.from(bytes);
        for (let i = 0; i < 1 + (round % 20); i += 1) hurt[next(hurt.length)] = next(256);
        const { findings } = await checkFile(hurt, format);
        expect(Array.isArray(findings)).toBe(true);
      }
    }
  });
});

describe('files made to keep a reader busy', () => {
  test('a page nested without end', async () => {
    expect(await refusal(Buffer.from('<div>'.repeat(50_000)), 'html')).toBe(
      'damaged: the page is nested more than 200 deep',
    );
  });

  test.each([
    ['one endless word', 'a'.repeat(300_000)],
    ['an endless address', 'a.'.repeat(150_000)],
    ['endless dots', '.'.repeat(300_000)],
    ['endless digits', '1 '.repeat(150_000)],
    ['endless brackets', '('.repeat(300_000)],
  ])('%s', async (_, text) => {
    const { recovered } = await checkFile(
      Buffer.from(`<h1>Ada Example</h1><p>${text}</p><p>${text}</p>`),
      'html',
    );
    expect(recovered?.name).toBe('Ada Example');
  });
});

describe('files that unpack beyond all measure', () => {
  test('a Word file that claims too much', async () => {
    const parts = unzipSync(await wordFile());
    const bomb = zipSync({ ...parts, 'word/media/image1.png': new Uint8Array(51 * 2 ** 20) }, { level: 9 });
    expect(await refusal(bomb, 'docx')).toBe('too-large: the Word file unpacks to more than 50 MB');
  });

  test('a Word file with too many parts', async () => {
    const empty = new Uint8Array();
    const many = Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`word/${i}.xml`, empty]));
    expect(await refusal(zipSync(many), 'docx')).toBe('too-large: the Word file has more than 1000 parts');
  });

  test('a PDF whose stream is a bomb', async () => {
    const packed = deflateSync(Buffer.alloc(201 * 2 ** 20, 32), { level: 9 }).toString('latin1');
    const stream = `<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n${packed}\nendstream`;
    expect(await refusal(pdfFile(goodPage(), { objects: [stream] }), 'pdf')).toBe(
      'too-large: the PDF unpacks to more than 200 MB',
    );
  });

  test('a file of many megabytes', async () => {
    const large = Buffer.concat([pdfFile(goodPage()), Buffer.alloc(26 * 2 ** 20)]);
    expect(await refusal(large, 'pdf')).toMatch(/^too-large: the file has 26 MB/);
  });

  test('a file that is larger than applicant systems read', async () => {
    const page = pdfFile(goodPage(), {
      objects: [`<</Length 3000000>>\nstream\n${' '.repeat(3_000_000)}\nendstream`],
    });
    const { findings } = await checkFile(page, 'pdf');
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'too-large', severity: 'error', evidence: ['3.0 MB'] }),
    );
  });
});
