import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makePortrait } from '../../src/view/make-portrait.js';
import { JPEG } from '../page/block-samples.js';

/** A PNG file that states a size; what it holds is a chunk of nothing. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33 + 12 + 12);
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.write('IDAT', 37, 'latin1');
  bytes.write('IEND', 49, 'latin1');
  for (const [at, end] of [
    [12, 29],
    [37, 41],
    [49, 53],
  ] as const)
    bytes.writeUInt32BE(crc32(bytes.subarray(at, end)), end);
  return bytes;
}

/** A JPEG file that states a size: a frame header and a scan, in which one byte is FF and a restart follows. */
function jpeg(width: number, height: number): Uint8Array {
  const head = 'ffd8ffe000104a46494600010100000100010000ffc0000b080000000001011100';
  const bytes = Buffer.from(`${head}ffda000401000102ff0003ffd004ffffd9`, 'hex');
  bytes.writeUInt16BE(height, 25);
  bytes.writeUInt16BE(width, 27);
  return bytes;
}

describe('a portrait', () => {
  it.each([
    ['as wide as the box', 960, 1200, 96, 120],
    ['wider', 1200, 1200, 96, 96],
    ['taller', 100, 500, 24, 120],
    ['smaller', 48, 60, 96, 120],
  ])('%s keeps its shape', (_, width, height, shownWidth, shownHeight) => {
    expect(makePortrait(png(width, height), 'Ada')).toMatchObject({
      width: shownWidth,
      height: shownHeight,
      alt: 'Ada',
    });
  });

  it('carries its bytes in its address', () => {
    const bytes = png(1, 1);
    const src = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
    expect(makePortrait(bytes, '')).toMatchObject({ src });
    expect(makePortrait(jpeg(10, 20), '')).toMatchObject({
      src: expect.stringMatching(/^data:image\/jpeg;base64,/),
      width: 60,
      height: 120,
    });
  });

  it.each([
    ['a text', Buffer.from('hello')],
    ['nothing', new Uint8Array()],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1')],
  ])('is not %s', (_, bytes) => {
    expect(makePortrait(bytes, 'Ada')).toMatchObject({ unfit: 'is neither a PNG nor a JPEG picture' });
  });

  it('is not a picture of 41 megapixels', () => {
    expect(makePortrait(png(6_400, 6_407), 'Ada')).toMatchObject({
      unfit: 'has 6400 × 6407 pixels, and at most 40 million are read',
    });
  });

  it.each([
    ['PNG', png(1, 1)],
    ['JPEG', jpeg(10, 20)],
    ['JPEG of a camera', Buffer.from(JPEG.replace(/^.*,/, ''), 'base64')],
  ])('is not a %s that is cut off, wherever, but may have something behind its end', (_, bytes) => {
    expect(makePortrait(bytes, 'Ada')).toHaveProperty('src');
    expect(makePortrait(Buffer.concat([bytes, jpeg(2, 2).subarray(0, 20)]), 'Ada')).toHaveProperty('src');
    const cut = Array.from({ length: bytes.length - 8 }, (_, index) => bytes.subarray(0, 8 + index));
    const told = cut.map((part) => makePortrait(part, 'Ada'));
    expect(told.filter((one) => !('unfit' in one) || one.unfit !== 'is cut off or damaged')).toEqual([]);
  });

  it('is not a PNG of which a byte is wrong, unless pictures can do without it', () => {
    const bytes = Buffer.from(png(1, 1));
    const wrong = Array.from({ length: bytes.length - 8 }, (_, index) => {
      const damaged = Buffer.from(bytes);
      damaged[8 + index] = (damaged[8 + index] ?? 0) ^ 1;
      return damaged;
    });
    expect(wrong.map((damaged) => makePortrait(damaged, 'Ada')).filter((one) => !('unfit' in one))).toEqual(
      [],
    );
    const remark = Buffer.from('\0\0\0\x01tEXtA????', 'latin1');
    const remarked = Buffer.concat([bytes.subarray(0, 33), remark, bytes.subarray(33)]);
    expect(makePortrait(remarked, 'Ada')).toHaveProperty('src');
  });

  it('is not a file that has an end and no picture', () => {
    const emptyPng = Buffer.concat([png(1, 1).subarray(0, 33), png(1, 1).subarray(45)]);
    const emptyJpeg = Buffer.concat([jpeg(10, 20).subarray(0, 33), Buffer.of(0xff, 0xd9)]);
    for (const bytes of [emptyPng, emptyJpeg])
      expect(makePortrait(bytes, 'Ada')).toMatchObject({ unfit: 'is cut off or damaged' });
  });

  it('is not a JPEG whose preview is whole and whose picture is not', () => {
    const preview = jpeg(2, 2);
    const segment = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, preview.length + 2, ...preview]);
    const file = Buffer.concat([segment, jpeg(10, 20).subarray(2)]);
    expect(makePortrait(file, 'Ada')).toMatchObject({ width: 60 });
    expect(makePortrait(file.subarray(0, -3), 'Ada')).toHaveProperty('unfit');
  });
});
