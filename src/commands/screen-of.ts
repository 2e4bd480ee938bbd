import type { Screen } from './terminal.js';

/** What there is to know of a stream, such as `process.stderr`. */
interface Stream {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/** Some terminals do not know their size. */
const USUAL = 80;

/**
 * The screen behind a stream, for eyes: none behind a file, a pipe, the log of a build server, or a terminal on which
 * nothing can be written over.
 */
export function screenOf(stream: Stream, { CI, TERM }: NodeJS.ProcessEnv): Screen | undefined {
  if (!stream.isTTY || CI || TERM === 'dumb') return undefined;
  return { write: (text) => void stream.write(text), columns: () => stream.columns || USUAL };
}
