// A PDF's table from glyphs to text, a ToUnicode CMap (ISO 32000-1, 9.10.3): reading it into a document's bytes is the
// library's business, what its entries say is ours.

/** The same CMap with other text for some codes. Both are hexadecimal, the text UTF-16BE, in capitals. */
export function mapCMap(cmap: string, textOf: (code: string, text: string) => string): string {
  return cmap
    .replaceAll(/\d+ beginbfrange\s+(.*?)\s*endbfrange/gs, (whole, entries: string) => {
      const singles = [...entries.matchAll(/<([0-9A-F]+)>\s*<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi)].flatMap(
        ([, from = '', to = '', first = '']) => spread(from, to, first),
      );
      const mapped = singles.map(([code, text]) => [code, textOf(code, text)] as const);
      if (mapped.every(([, text], at) => text === singles[at]?.[1])) return whole;
      return blocks(mapped.map(([code, text]) => `<${code}> <${text}>`));
    })
    .replaceAll(/(beginbfchar\s)(.*?)(endbfchar)/gs, (_, begin: string, entries: string, end: string) => {
      const mapped = entries.replaceAll(
        /<([0-9A-F]+)>\s*<([0-9A-F]+)>/gi,
        (_, code: string, text: string) => {
          return `<${code}> <${textOf(code.toUpperCase(), text.toUpperCase())}>`;
        },
      );
      return `${begin}${mapped}${end}`;
    });
}

function spread(from: string, to: string, first: string): [code: string, text: string][] {
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
