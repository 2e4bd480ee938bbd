import type { DocumentMeta } from '../../page/page.js';

// The two property parts of a DOCX (ISO/IEC 29500-2, 11; ISO/IEC 29500-1, 15.2.12): what the file manager shows.

export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** docProps/core.xml with the document's own date and language, for which docx has no options. */
export function coreProperties({ title, author, lang, description, keywords, date }: DocumentMeta): string {
  const stamp = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const optional = [
    description === undefined ? '' : `<dc:description>${escapeXml(description)}</dc:description>`,
    keywords.length > 0 ? `<cp:keywords>${escapeXml(keywords.join(', '))}</cp:keywords>` : '',
  ];
  return [
    DECLARATION,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>`,
    ...optional,
    `<dc:language>${escapeXml(lang)}</dc:language><cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${stamp}</dcterms:modified></cp:coreProperties>`,
  ].join('');
}

/** docProps/app.xml: which program wrote the file, nothing of the machine. */
export function appProperties(): string {
  return `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Resumewright</Application></Properties>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML 1.0 has no way to write control characters at all.
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;
export const escapeXml = (text: string): string =>
  text.replaceAll(UNWRITABLE, '').replaceAll(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
