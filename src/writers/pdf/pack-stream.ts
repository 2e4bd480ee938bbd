import type { PDFObject } from '@cantoo/pdf-lib';
import { zlibSync } from 'fflate';

/** Of nine: more takes half as long again and saves a hundredth of a file. */
const LEVEL = 4;

/**
 * Deflates a stream that the steps before have left as it is, but not the metadata, which any program is to find. By a
 * library, for what Node packs with gives other bytes in another build or on another processor.
 */
export function packStream(
  { PDFName, PDFRawStream }: typeof import('@cantoo/pdf-lib'),
  object: PDFObject,
): void {
  if (!(object instanceof PDFRawStream)) return;
  const { dict, contents } = object;
  if (dict.get(PDFName.of('Filter')) || dict.get(PDFName.Type) === PDFName.of('Metadata')) return;
  dict.set(PDFName.of('Filter'), PDFName.FlateDecode);
  object.updateContents(zlibSync(contents, { level: LEVEL }));
  object.updateDict();
}
