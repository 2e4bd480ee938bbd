import { stat } from 'node:fs/promises';
import { UsageError } from '../errors.js';
import { suggest } from '../source/suggest.js';

/**
 * `render valdate cv.yaml`: the first word, where it is no command, is taken for a file. Throws UsageError for one that is not
 * there and looks like a command, before the words after it are rendered.
 */
export async function refuseMistyped(word: string | undefined, commands: readonly string[]): Promise<void> {
  if (word === undefined || /[./\\]/.test(word)) return;
  const near = suggest(word, commands);
  if (near === undefined || (await stat(word).catch(() => undefined))) return;
  throw new UsageError(
    `there is neither a command nor a file \`${word}\``,
    `did you mean \`render ${near}\`?`,
  );
}
