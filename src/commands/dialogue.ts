import { createInterface } from 'node:readline/promises';

/** A person who can be asked. */
export interface Dialogue {
  /** Shows the question and waits for a line; undefined when the person has left, with Ctrl-C or Ctrl-D. */
  ask(question: string): Promise<string | undefined>;
  say(line: string): void;
  close(): void;
}

/**
 * Talks over two streams, mostly a terminal's. Lines that come before they are asked for wait for their question.
 * Close it in the end: the process stays alive as long as somebody listens.
 */
export function openDialogue(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Dialogue {
  // Not `question()`: its promise never settles when the input ends, and it drops what was typed ahead.
  const reader = createInterface({ input, output });
  const lines = reader[Symbol.asyncIterator]();
  let open = true;
  reader.once('close', () => {
    open = false;
  });
  return {
    async ask(question) {
      if (open) {
        reader.setPrompt(question);
        reader.prompt();
      }
      const { value, done } = await lines.next();
      if (!done) return value;
      // The cursor still stands behind the question.
      output.write('\n');
      return undefined;
    },
    say: (line) => output.write(`${line}\n`),
    close: () => reader.close(),
  };
}
