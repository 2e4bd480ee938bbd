// A TrueType font, as Chromium cuts it down for a PDF → how many glyphs it has, and one that paints nothing and takes no
// room: numbers are kept when a font is cut down, so that what was cut is empty.
// https://learn.microsoft.com/en-us/typography/opentype/spec/otff

export interface Blank {
  /** How many glyphs there are. */
  count: number;
  /** The number of one that is empty. */
  blank: number;
}

/** Undefined where none is empty, or where it is no TrueType font. */
export function blankGlyph(font: Uint8Array): Blank | undefined {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + 16 * index;
    tables.set(Buffer.from(font.subarray(at, at + 4)).toString('latin1'), view.getUint32(at + 8));
  }
  const [head, hhea, hmtx, loca, maxp] = ['head', 'hhea', 'hmtx', 'loca', 'maxp'].map((tag) =>
    tables.get(tag),
  );
  if (!head || !hhea || !hmtx || !loca || !maxp) return undefined;
  const long = view.getUint16(head + 50) === 1;
  const start = (glyph: number) =>
    long ? view.getUint32(loca + 4 * glyph) : view.getUint16(loca + 2 * glyph);
  // All glyphs behind the last width are as wide as that.
  const last = view.getUint16(hhea + 34) - 1;
  const width = (glyph: number) => view.getUint16(hmtx + 4 * Math.min(glyph, last));
  const count = view.getUint16(maxp + 4);
  for (let blank = 1; blank < count; blank += 1) {
    if (start(blank) === start(blank + 1) && width(blank) === 0) return { count, blank };
  }
  return undefined;
}
