import type { Argument, Command, Option } from 'commander';

// In: the command line as commander knows it. Out: what a shell can complete, as plain data. Why: the scripts of three shells
// say the same in three ways, and none of them may name an option that is not there, nor a value that would be refused.

/** The program, one of its commands, or one of theirs. */
export interface SpokenCommand {
  name: string;
  description: string;
  options: SpokenOption[];
  commands: SpokenCommand[];
  /** What may come after its name, beside its commands; undefined: nothing. */
  operand: Values | undefined;
}

export interface SpokenOption {
  /** `--theme`, and `-t` where there is one. */
  flags: string[];
  description: string;
  /** What comes after it; undefined: nothing. */
  value: Values | undefined;
}

export interface Values {
  /** None where it is the user's own. */
  words: readonly string[];
  /** Whether several may be given, with commas between them. */
  list?: boolean;
  /** Whether a path will do, which is offered where no word fits. */
  path?: boolean;
}

/**
 * `values` has what options and arguments take, by the way they are declared: `--theme <names>`, `<theme>`. Paths and
 * commands are known by their names; what commander itself checks, it knows.
 */
export function spokenLine(program: Command, values: Readonly<Record<string, Values>>): SpokenCommand {
  return speak(program, values, []);
}

function speak(
  command: Command,
  values: Readonly<Record<string, Values>>,
  siblings: readonly string[],
): SpokenCommand {
  const help = command.createHelp();
  const inner = help.visibleCommands(command);
  const names = inner.map((one) => one.name());
  const [argument] = command.registeredArguments;
  return {
    name: command.name(),
    description: command.description(),
    options: help.visibleOptions(command).map((option) => ({
      flags: [option.long, option.short].filter((flag) => flag !== undefined),
      description: option.description.replaceAll(/\s*\(default:.*\)$/g, ''),
      value: option.required || option.optional ? takenBy(option, values) : undefined,
    })),
    commands: inner.map((one) => speak(one, values, names)),
    operand: argument && operandOf(argument, values, siblings),
  };
}

function takenBy({ flags, long, argChoices }: Option, values: Readonly<Record<string, Values>>): Values {
  const [, name = ''] = /<(.*)>/.exec(flags) ?? [];
  if (argChoices) return { words: argChoices };
  return values[`${long} <${name}>`] ?? { words: [], path: isPath(name) };
}

function operandOf(
  argument: Argument,
  values: Readonly<Record<string, Values>>,
  siblings: readonly string[],
): Values {
  const name = argument.name();
  if (name === 'command') return { words: siblings };
  return values[`<${name}>`] ?? { words: [], path: isPath(name) };
}

const isPath = (name: string) => /^(folder|path|files?)$/.test(name);

/** A command with the words that lead to it, `''` for the program itself. */
export interface Reached {
  way: string;
  command: SpokenCommand;
}

/** The program and all commands below it. */
export function everyCommand(command: SpokenCommand, way = ''): Reached[] {
  const below = command.commands.flatMap((one) => everyCommand(one, `${way} ${one.name}`.trim()));
  return [{ way, command }, ...below];
}

/** The flags after which a value comes, which is no command whatever its name. */
export function flagsWithValue(program: SpokenCommand): string[] {
  const options = everyCommand(program).flatMap(({ command }) => command.options);
  return [...new Set(options.flatMap(({ flags, value }) => (value ? flags : [])))];
}
