import type { Run } from '../../page/blocks.js';
import { RIGHT_TO_LEFT_LETTER } from '../../theme/scripts.js';

/**
 * Neighbours that look alike, as one run: who edits the file in Word finds whole sentences, not the pieces a template was
 * made of. What runs from right to left stays apart, for its direction belongs to the run.
 */
export function joinRuns(runs: readonly Run[]): Run[] {
  return runs.reduce<Run[]>((joined, run) => {
    const last = joined.at(-1);
    if (last?.type === 'text' && run.type === 'text' && isAlike(last, run))
      joined.splice(-1, 1, { ...last, text: last.text + run.text });
    else joined.push(run);
    return joined;
  }, []);
}

type TextRun = Extract<Run, { type: 'text' }>;

const isAlike = (one: TextRun, other: TextRun): boolean =>
  one.href === other.href &&
  one.dir === other.dir &&
  one.styles.join() === other.styles.join() &&
  !RIGHT_TO_LEFT_LETTER.test(one.text + other.text);
