import { UsageError } from '../errors.js';
import type { Dialogue } from './dialogue.js';
import { SHAPE_NAMES, SHAPES, type Shape } from './shapes.js';
import { parseShape } from './starter-options.js';

// The questions `render init` asks a person, one at a time. An answer that cannot be is explained and asked for again.

/** Offers the shapes, to be chosen by number or name. Undefined: the person has left. */
export async function askShape(dialogue: Dialogue, fallback: Shape): Promise<Shape | undefined> {
  const width = Math.max(...SHAPE_NAMES.map((name) => name.length));
  dialogue.say('What kind of résumé will it be?');
  for (const [index, name] of SHAPE_NAMES.entries()) {
    dialogue.say(`  ${index + 1}  ${name.padEnd(width)}  ${SHAPES[name]}`);
  }
  return askFor(
    dialogue,
    'Number or name',
    fallback,
    (answer) => SHAPE_NAMES[Number(answer) - 1] ?? parseShape(answer),
  );
}

/** Asks until `parse` takes the answer; nothing but Enter takes the fallback. Undefined: the person has left. */
export async function askFor<T extends string>(
  dialogue: Dialogue,
  question: string,
  fallback: T,
  parse: (answer: string) => T,
): Promise<T | undefined> {
  for (;;) {
    const answer = await dialogue.ask(`${question} [${fallback}]: `);
    if (answer === undefined) return undefined;
    if (answer.trim() === '') return fallback;
    try {
      return parse(answer);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      dialogue.say(`  ${error.message}${error.hint ? `: ${error.hint}` : ''}`);
    }
  }
}
