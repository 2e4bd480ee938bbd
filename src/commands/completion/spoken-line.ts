import type { Command, Option } from 'commander';

// In: the command line as commander knows it. Out: what a shell can complete, as plain data. Why: the scripts of three shells
// say the same in three ways, and none of them may name an option that is not there.

export interface SpokenLine {
  /** The program's name. */
  name: string;
  options: SpokenOption[];
  commands: SpokenCommand[];
}

export interface SpokenCommand {
  name: string;
  description: string;
  options: SpokenOption[];
  /** What may come after its name, where that is no file. */
  words: readonly string[];
}

export interface SpokenOption {
  /** `--theme`, and `-t` where there is one. */
  flags: string[];
  description: string;
  /** What comes after it: nothing, a path, one of some words; no words where it is the user's own. */
  argument: 'none' | 'path' | readonly string[];
}

/** `words` are the values that an option takes, by its long flag, and those that come after a command, by its name. */
export function spokenLine(program: Command, words: Readonly<Record<string, readonly string[]>>): SpokenLine {
  const commandsOf = (command: Command) => command.createHelp().visibleCommands(command);
  const optionsOf = (command: Command): SpokenOption[] =>
    command
      .createHelp()
      .visibleOptions(command)
      .map((option) => ({
        flags: [option.long, option.short].filter((flag) => flag !== undefined),
        description: option.description.replaceAll(/\s*\(default:.*\)$/g, ''),
        argument: argumentOf(option, words),
      }));
  return {
    name: program.name(),
    options: optionsOf(program),
    commands: commandsOf(program).map((command) => {
      const inner = commandsOf(command);
      const options = [command, ...inner].flatMap(optionsOf);
      return {
        name: command.name(),
        description: command.description(),
        options: [...new Map(options.map((option) => [option.flags.join(), option])).values()],
        words: words[command.name()] ?? inner.map((one) => one.name()),
      };
    }),
  };
}

function argumentOf(
  option: Option,
  words: Readonly<Record<string, readonly string[]>>,
): SpokenOption['argument'] {
  if (!option.required && !option.optional) return 'none';
  const isPath = /<(folder|path|file)>/.test(option.flags);
  return words[option.long ?? ''] ?? (isPath ? 'path' : []);
}
