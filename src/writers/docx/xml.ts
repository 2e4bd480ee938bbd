/** How each part of ours begins. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** The same without what is so anyway. */
export const PLAIN_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** The namespace of Word's own elements (ISO/IEC 29500-1, annex A, transitional). */
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** What names of relationships and of content types begin with (ISO/IEC 29500-1, annex A; 29500-2, annex E). */
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML 1.0 has no way to write control characters at all.
const SPECIAL = /[&<>"\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;

/** Text as XML has it, without what XML cannot hold. */
export const escapeXml = (text: string): string => text.replaceAll(SPECIAL, (char) => ENTITIES[char] ?? '');
