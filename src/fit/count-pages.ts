/** How many pages a PDF of Chromium's has: one dictionary each, none of them compressed (ISO 32000-1, 7.7.3.3). */
export function countPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  return text.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
