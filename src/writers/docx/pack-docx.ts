import { strToU8, type Zippable, zipSync } from 'fflate';

// The parts of a Word file → the file, with the same bytes every time: the parts in a fixed order, no time stamp of this
// machine.

// Local time on purpose: ZIP stores local fields, so these are the same bytes in every time zone.
const EPOCH = new Date(1980, 0, 1);
/** What is shorter, in bytes, is not worth packing. */
const SMALL = 1024;

/** Text, or the bytes of one, of a picture or a font. */
export type Part = string | Uint8Array;

export function packDocx(parts: ReadonlyMap<string, Part>): Uint8Array {
  const order = (name: string) =>
    name === '[Content_Types].xml' ? '0' : name === '_rels/.rels' ? '1' : `2${name}`;
  const sorted = [...parts].sort(([a], [b]) => (order(a) < order(b) ? -1 : 1));
  const zippable: Zippable = {};
  for (const [name, part] of sorted) {
    const data = typeof part === 'string' ? strToU8(part) : part;
    zippable[name] = [data, { level: data.length < SMALL ? 0 : 6, mtime: EPOCH }];
  }
  return zipSync(zippable);
}
