export const FORMATS = ['pdf', 'html', 'docx', 'txt', 'md', 'png'] as const;
export type Format = (typeof FORMATS)[number];
export const DEFAULT_FORMATS: readonly Format[] = ['pdf', 'html', 'docx'];

/** Formats of one file a page; the others have one a document. */
export type PagedFormat = 'png';
export const isPaged = (format: Format): format is PagedFormat => format === 'png';

/** Pictures are painted from the PDF, which a browser prints. */
export const needsBrowser = (format: Format): boolean => format === 'pdf' || format === 'png';
