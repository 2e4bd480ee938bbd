import { describe, expect, it } from 'vitest';
import { makePortrait } from '../../src/view/make-portrait.js';

/** The beginning of a PNG file, which is all that says how large it is. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** A JPEG file of nothing but its frame header. */
function jpeg(width: number, height: number): Uint8Array {
  const bytes = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080000000001011100ffd9', 'hex');
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
    expect(makePortrait(bytes, '')?.src).toBe(
      `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`,
    );
    expect(makePortrait(jpeg(10, 20), '')?.src).toMatch(/^data:image\/jpeg;base64,/);
    expect(makePortrait(jpeg(10, 20), '')).toMatchObject({ width: 60, height: 120 });
  });

  it.each([
    ['a text', Buffer.from('hello')],
    ['nothing', new Uint8Array()],
    ['a GIF', Buffer.from('GIF89a\x01\0\x01\0\0\0\0', 'latin1')],
    ['half a PNG', png(1, 1).slice(0, 12)],
    ['a picture of 41 megapixels', png(6_400, 6_400 + 7)],
  ])('is not %s', (_, bytes) => {
    expect(makePortrait(bytes, 'Ada')).toBeUndefined();
  });
});
