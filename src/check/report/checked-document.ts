import { listed } from '../../source/listed.js';
import type { FileCheck } from '../check-file.js';

/** A check, and the file it is about. */
export interface CheckedDocument extends FileCheck {
  /** As the user named it; several documents of one résumé share it. */
  file: string;
  /** The theme a résumé was rendered with; absent for finished files. */
  theme?: string;
}

/** `cv.pdf`; `cv.yaml as PDF`; `cv.yaml as PDF, HTML and DOCX`. */
export function nameOf(documents: readonly CheckedDocument[]): string {
  const [first] = documents;
  if (!first) return '';
  if (first.theme === undefined) return first.file;
  const formats = documents.map(({ format }) => format.toUpperCase());
  return `${first.file} as ${listed(formats)}, theme ${first.theme}`;
}
