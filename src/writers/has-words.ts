import type { Block } from '../page/blocks.js';

/** A picture has none. */
export const hasWords = ({ cells }: Block): boolean =>
  cells.some((runs) => runs.some((run) => run.type === 'text' && run.text.trim() !== ''));
