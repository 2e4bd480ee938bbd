import type { PDFDocument } from '@cantoo/pdf-lib';
import type { PdfMeta } from './finish-pdf.js';

// In: what a document says about itself. Out: the same as XMP (ISO 16684-1) in the catalog, where readers of today look for
// it and where PDF/UA-1 (7.1, 5) wants the title and the claim to follow it.

type PdfLib = typeof import('@cantoo/pdf-lib');

/** `part` is the part of PDF/UA the file claims to follow. Writing again replaces what was written. */
export function writeXmp(
  { PDFName, PDFRef }: PdfLib,
  document: PDFDocument,
  { meta, product, part }: { meta: PdfMeta; product: string; part?: 1 },
): void {
  const { catalog, context } = document;
  // Neither packed nor encoded, so that any program finds it (ISO 32000-1, 14.3.2).
  const stream = context.stream(Buffer.from(packet(meta, product, part), 'utf8'), {
    Type: 'Metadata',
    Subtype: 'XML',
  });
  const known = catalog.get(PDFName.of('Metadata'));
  if (known instanceof PDFRef) context.assign(known, stream);
  else catalog.set(PDFName.of('Metadata'), context.register(stream));
}

function packet(meta: PdfMeta, product: string, part: 1 | undefined): string {
  const date = meta.date.toISOString().replace(/\.\d+Z$/, 'Z');
  const properties = [
    ['dc:format', 'application/pdf'],
    ['dc:title', alternatives(meta.title)],
    ['dc:creator', list('Seq', [meta.author])],
    ['dc:description', meta.description && alternatives(meta.description)],
    ['dc:language', list('Bag', [meta.lang])],
    ['dc:subject', meta.keywords.length > 0 && list('Bag', meta.keywords)],
    ['pdf:Keywords', escaped(meta.keywords.join(', '))],
    ['pdf:Producer', product],
    ['xmp:CreatorTool', product],
    ['xmp:CreateDate', date],
    ['xmp:ModifyDate', date],
    ['xmp:MetadataDate', date],
    ['pdfuaid:part', part && String(part)],
  ] as const;
  const lines = properties.flatMap(([name, value]) => (value ? [`<${name}>${value}</${name}>`] : []));
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${lines.join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

const alternatives = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;

const list = (kind: 'Bag' | 'Seq', items: readonly string[]): string =>
  `<rdf:${kind}>${items.map((item) => `<rdf:li>${escaped(item)}</rdf:li>`).join('')}</rdf:${kind}>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** XML 1.0 knows no control characters but three. */
const escaped = (text: string): string =>
  text
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '')
    .replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
