import type { Command } from 'commander';
import { UsageError } from '../errors.js';
import { suggest } from '../source/suggest.js';

/** `render help themes new`: what `render themes new --help` says. Throws UsageError where there is no such command. */
export async function showHelp(words: readonly string[], program: Command): Promise<number> {
  let command = program;
  for (const word of words) {
    const inner = command.commands.find((one) => one.name() === word);
    if (!inner) throw unknownCommand(word, command, program);
    command = inner;
  }
  command.outputHelp();
  return 0;
}

function unknownCommand(word: string, { commands }: Command, program: Command): UsageError {
  const near = suggest(
    word,
    commands.map((one) => one.name()),
  );
  return new UsageError(
    `there is no command \`${word}\``,
    near === undefined ? `\`${program.name()} --help\` lists them` : `did you mean \`${near}\`?`,
  );
}
