export type Paper = 'a4' | 'letter';

/** Paper sizes in points, and their names in CSS. */
export const PAPERS: Record<Paper, { width: number; height: number; css: string }> = {
  a4: { width: 595.3, height: 841.9, css: 'A4' },
  letter: { width: 612, height: 792, css: 'letter' },
};
