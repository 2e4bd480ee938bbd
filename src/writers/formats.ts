export const FORMATS = ['pdf', 'html', 'docx', 'txt', 'md'] as const;
export type Format = (typeof FORMATS)[number];
export const DEFAULT_FORMATS: readonly Format[] = ['pdf', 'html', 'docx'];
