/** A text as a PDF has it in hexadecimal digits: UTF-16BE, in capitals (ISO 32000-1, 7.9.2.2, but for the mark before it). */
export const utf16 = (text: string): string =>
  Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase();
