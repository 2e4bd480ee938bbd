import { brotliDecompressSync } from 'node:zlib';

// A WOFF2 file → the letters it has. The ranges a font package declares say where to look, not what is there: Caladea's
// `latin-ext` covers 1,168 code points and draws 161 of them.

/** The code points of a font's character map. WOFF2 as in https://www.w3.org/TR/WOFF2/; the map is never transformed. */
export function readGlyphs(woff2: Buffer): Set<number> {
  const font = brotliDecompressSync(woff2.subarray(directoryEnd(woff2)));
  const map = font.subarray(mapOffset(woff2));
  const found = new Set<number>();
  for (let table = 0; table < map.readUInt16BE(2); table += 1) {
    const subtable = map.subarray(map.readUInt32BE(8 + table * 8));
    const format = subtable.readUInt16BE(0);
    if (format === 4) addSegments(subtable, found);
    else if (format === 12) addGroups(subtable, found);
  }
  return found;
}

const HEADER = 48;
/** Indices in WOFF2's list of known tags. */
const [CMAP, GLYF, LOCA] = [0, 10, 11];

interface Entry {
  tag: number;
  /** In the decompressed stream. */
  length: number;
  end: number;
}

function* directory(woff2: Buffer): Generator<Entry> {
  let at = HEADER;
  const number = () => {
    let value = 0;
    for (let more = true; more; at += 1) {
      const byte = woff2.readUInt8(at);
      value = value * 128 + (byte & 127);
      more = byte > 127;
    }
    return value;
  };
  for (let left = woff2.readUInt16BE(12); left > 0; left -= 1) {
    const flags = woff2.readUInt8(at);
    const tag = flags & 63;
    at += tag === 63 ? 5 : 1;
    const original = number();
    // Version 3 is "as it was" for the outlines, version 0 for all others.
    const transformed = flags >> 6 !== (tag === GLYF || tag === LOCA ? 3 : 0);
    const length = transformed ? number() : original;
    yield { tag, length, end: at };
  }
}

const directoryEnd = (woff2: Buffer): number => [...directory(woff2)].at(-1)?.end ?? HEADER;

function mapOffset(woff2: Buffer): number {
  let offset = 0;
  for (const { tag, length } of directory(woff2)) {
    if (tag === CMAP) return offset;
    offset += length;
  }
  throw new Error('the font has no character map');
}

/** https://learn.microsoft.com/typography/opentype/spec/cmap#format-4-segment-mapping-to-delta-values */
function addSegments(table: Buffer, found: Set<number>): void {
  const twice = table.readUInt16BE(6);
  for (let at = 14; at < 14 + twice; at += 2) {
    const [end, start, delta, range] = [at, at + 2 + twice, at + 2 + 2 * twice, at + 2 + 3 * twice];
    const offset = table.readUInt16BE(range);
    const first = table.readUInt16BE(start);
    for (let code = first; code <= Math.min(table.readUInt16BE(end), 0xfffe); code += 1) {
      const glyph =
        offset === 0
          ? (code + table.readUInt16BE(delta)) & 0xffff
          : table.readUInt16BE(range + offset + 2 * (code - first));
      if (glyph !== 0) found.add(code);
    }
  }
}

/** https://learn.microsoft.com/typography/opentype/spec/cmap#format-12-segmented-coverage */
function addGroups(table: Buffer, found: Set<number>): void {
  for (let group = 0; group < table.readUInt32BE(12); group += 1) {
    const at = 16 + group * 12;
    for (let code = table.readUInt32BE(at); code <= table.readUInt32BE(at + 4); code += 1) found.add(code);
  }
}
