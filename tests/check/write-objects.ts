/** The objects of a PDF, numbered from 1, as a file with its table of offsets (ISO 32000-1, 7.5). `root` is the catalog's number. */
export function writeObjects(objects: readonly string[], root: number): Uint8Array {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((text, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${text}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<</Size ${objects.length + 1}/Root ${root} 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
