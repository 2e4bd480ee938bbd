import { crc32 } from 'node:zlib';

// The bytes of a PNG or JPEG file → whether it goes on to its end, undamaged where that can be told. A download that broke off has
// its size in its header all the same, and a browser shows the half of it, or nothing, without a word.

/**
 * Follows the parts of the file by the lengths they state, to the one that ends it: PNG, https://www.w3.org/TR/png-3/
 * (chunks and their checksums, `IEND`); JPEG, https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B (segments and scans, `EOI`). What cameras add
 * behind that does not matter.
 */
export const isWholePicture = (bytes: Uint8Array, type: 'png' | 'jpeg'): boolean =>
  type === 'png' ? isWholePng(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) : isWholeJpeg(bytes);

const SIGNATURE = 8;
/** Length, type and checksum around what a chunk holds. */
const FRAME = 12;

function isWholePng(bytes: Buffer): boolean {
  let pixels = false;
  let at = SIGNATURE;
  while (at + FRAME <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + FRAME + bytes.readUInt32BE(at);
    if (end > bytes.length) return false;
    // What pictures can do without begins with a small letter, and nobody minds what is wrong with it.
    if (/^[A-Z]/.test(type) && crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4))
      return false;
    if (type === 'IDAT') pixels = true;
    if (type === 'IEND') return pixels;
    at = end;
  }
  return false;
}

const [MARK, EOI, SOS] = [0xff, 0xd9, 0xda];
/** TEM, RST0 to RST7 and SOI stand alone; 0 says that the byte before was no mark but pixels. All others begin a segment. */
const stands = (name: number): boolean => name <= 0x01 || (name >= 0xd0 && name <= 0xd8);

function isWholeJpeg(bytes: Uint8Array): boolean {
  const byte = (at: number) => bytes[at] ?? 0;
  let scans = 0;
  // No length says how far a scan goes: the next segment is looked for.
  for (let at = bytes.indexOf(MARK); at >= 0; at = bytes.indexOf(MARK, at)) {
    const name = byte(at + 1);
    if (name === EOI) return scans > 0;
    if (name === SOS) scans += 1;
    if (name === MARK) at += 1;
    else at += stands(name) ? 2 : 2 + byte(at + 2) * 256 + byte(at + 3);
  }
  return false;
}
