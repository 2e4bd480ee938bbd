import { inflateSync } from 'node:zlib';
import { Unreadable } from './unreadable.js';

const MAX_UNPACKED = 200 * 2 ** 20;
/** Counted for each further unpacking, however little comes out: there are streams that unpack to themselves. */
const LEAST = 2 ** 16;

/**
 * Throws Unreadable for a PDF whose streams unpack to more than 200 MB: a few kilobytes can hold gigabytes, and the
 * readers behind this unpack without a limit, and more than once where a stream asks for that.
 */
export function guardPdf(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MAX_UNPACKED;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = at + 6 + (file[at + 6] === 13 ? 1 : 0) + 1;
    let unpacked = unpack(file.subarray(start), left);
    left -= unpacked.length;
    while (isDeflated(unpacked)) {
      unpacked = unpack(unpacked, left);
      left -= Math.max(unpacked.length, LEAST);
    }
  }
}

/** Starts with the header of zlib: deflate, and a checksum over its two bytes (RFC 1950). */
function isDeflated([method = 0, flags = 0]: Buffer): boolean {
  return (method & 15) === 8 && (method * 256 + flags) % 31 === 0;
}

/** Nothing for what is not packed, and for what is damaged, which the readers refuse by themselves. */
function unpack(bytes: Buffer, limit: number): Buffer {
  if (!isDeflated(bytes)) return Buffer.alloc(0);
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(limit, 1) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return Buffer.alloc(0);
    throw new Unreadable(
      'too-large',
      `the PDF unpacks to more than ${MAX_UNPACKED / 2 ** 20} MB`,
      'export it again, with smaller pictures',
    );
  }
}
