import { inflateSync } from 'node:zlib';
import { Unreadable } from './unreadable.js';

const MAX_UNPACKED = 200 * 2 ** 20;

/**
 * Throws Unreadable for a PDF whose streams unpack to more than 200 MB: a few kilobytes can hold gigabytes, and the
 * readers behind this unpack without a limit.
 */
export function guardPdf(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MAX_UNPACKED;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const start = at + 6 + (file[at + 6] === 13 ? 1 : 0) + 1;
    // The header of zlib: deflate, and a checksum over its two bytes (RFC 1950).
    const [method = 0, flags = 0] = [file[start], file[start + 1]];
    if ((method & 15) !== 8 || (method * 256 + flags) % 31 !== 0) continue;
    left -= unpackedSize(file.subarray(start), left);
    if (left < 0) {
      throw new Unreadable(
        'too-large',
        `the PDF unpacks to more than ${MAX_UNPACKED / 2 ** 20} MB`,
        'export it again, with smaller pictures',
      );
    }
  }
}

/** More than `limit` when it is more; 0 for what is damaged, which the readers refuse by themselves. */
function unpackedSize(bytes: Uint8Array, limit: number): number {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(limit, 1) }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? limit + 1 : 0;
  }
}
