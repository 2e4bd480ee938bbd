import type { View } from './view.js';

/** The ids of the sections that a reader sees, in whichever column. */
export const sectionIds = ({ sections, aside }: Pick<View, 'sections' | 'aside'>): string[] =>
  [...sections, ...aside].map(({ id }) => id);
