/** How each part of ours begins. */
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** The same without what is so anyway. */
export const PLAIN_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** The namespace of Word's own elements (ISO/IEC 29500-1, annex A, transitional). */
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML 1.0 has no way to write control characters at all.
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Text as XML has it, without what XML cannot hold. */
export const escapeXml = (text: string): string =>
  text.replaceAll(UNWRITABLE, '').replaceAll(/[&<>"]/g, (char) => ENTITIES[char] ?? char);
