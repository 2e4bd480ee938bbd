import type { PDFDocument, PDFRawStream } from '@cantoo/pdf-lib';

// In: a PDF's tables from glyphs to text (ISO 32000-1, 9.10.3). Out: the same, with Arabic letters in place of their
// four shapes. Why: a font that also lists the shapes as characters of their own (U+FE70 …) makes Chromium write those,
// and a search for a word then finds nothing in readers that take them as they are.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** Ligatures of two letters stay, for readers that turn lines round would turn the pair round too. */
const SHAPE = /^F(?:B[5-9A-F]|[CD][0-9A-F]|E[7-9A-F])[0-9A-F]$/;

export function writePlainLetters({ PDFRawStream, decodePDFRawStream }: PdfLib, document: PDFDocument): void {
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.getContentsSize() > 500_000) continue;
    const text = cmapOf(object, decodePDFRawStream);
    const plain = text && plainCMap(text);
    if (plain && plain !== text) document.context.assign(ref, document.context.flateStream(plain));
  }
}

function cmapOf(stream: PDFRawStream, decode: PdfLib['decodePDFRawStream']): string | undefined {
  // Neither fonts nor pictures nor pages: tables have no entries but their length and filter.
  const keys = stream.dict.keys().map(String);
  if (keys.some((key) => key !== '/Filter' && key !== '/Length')) return undefined;
  const text = Buffer.from(decode(stream).decode()).toString('latin1');
  return text.includes('begincmap') ? text : undefined;
}

/** A CMap with every shape of an Arabic letter replaced by the letter; the same text where there is none. */
export function plainCMap(cmap: string): string {
  const ranges = /\d+ beginbfrange\s+(.*?)\s*endbfrange/gs;
  const chars = /<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi;
  const letters = (entries: string) =>
    entries.replaceAll(chars, (_, code: string, to: string) => `<${code}> <${letterOf(to)}>`);
  return cmap
    .replaceAll(ranges, (whole, entries: string) => {
      const singles = [...entries.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi)].flatMap(
        ([, from = '', to = '', first = '']) => spread(from, to, first),
      );
      if (singles.every(([, to]) => letterOf(to) === to)) return whole;
      return blocks(singles.map(([code, to]) => `<${code}> <${letterOf(to)}>`));
    })
    .replaceAll(/(beginbfchar\s)(.*?)(endbfchar)/gs, (_, begin: string, entries: string, end: string) =>
      [begin, letters(entries), end].join(''),
    );
}

function spread(from: string, to: string, first: string): [code: string, to: string][] {
  const start = Number.parseInt(from, 16);
  const target = Number.parseInt(first, 16);
  const hex = (value: number, like: string) => value.toString(16).toUpperCase().padStart(like.length, '0');
  return Array.from({ length: Number.parseInt(to, 16) - start + 1 }, (_, at) => [
    hex(start + at, from),
    hex(target + at, first),
  ]);
}

/** A block may have a hundred entries. */
function blocks(entries: readonly string[]): string {
  return Array.from({ length: Math.ceil(entries.length / 100) }, (_, at) => {
    const part = entries.slice(at * 100, at * 100 + 100);
    return `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`;
  }).join('\n');
}

function letterOf(hex: string): string {
  const code = hex.toUpperCase();
  if (!SHAPE.test(code)) return hex;
  const letter = String.fromCharCode(Number.parseInt(code, 16)).normalize('NFKC');
  return letter.length === 1 ? letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') : hex;
}
