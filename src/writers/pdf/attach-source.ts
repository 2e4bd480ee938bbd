import type { PDFDocument } from '@cantoo/pdf-lib';
import { SOURCE_NAME, SOURCE_TYPE } from '../source-name.js';
import type { PdfMeta } from './finish-pdf.js';

/**
 * The YAML a PDF was made from becomes its associated file with the relationship Source (ISO 32000-2, 14.13): listed among
 * the attachments, named in the catalog, dated as the document is. Nothing happens where there is no source.
 */
export async function attachSource(
  { AFRelationship }: typeof import('@cantoo/pdf-lib'),
  document: PDFDocument,
  { source, date }: Pick<PdfMeta, 'source' | 'date'>,
): Promise<void> {
  if (source === undefined) return;
  await document.attach(Buffer.from(source, 'utf8'), SOURCE_NAME, {
    mimeType: SOURCE_TYPE,
    description: 'The résumé as data, for `render extract`',
    creationDate: date,
    modificationDate: date,
    afRelationship: AFRelationship.Source,
  });
}
