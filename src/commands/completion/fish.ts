import type { SpokenLine, SpokenOption } from './spoken-line.js';

/** A script for fish, as ~/.config/fish/completions/render.fish or for `source`. */
export function fishScript({ name, options, commands }: SpokenLine): string {
  const names = commands.map((command) => command.name).join(' ');
  const none = `not __fish_seen_subcommand_from ${names}`;
  return `# Completion of ${name} for fish: ${name} completion fish | source
${commands.map((command) => `complete -c ${name} -n ${quoted(none)} -a ${command.name} -d ${quoted(command.description)}`).join('\n')}
${options.map((option) => line(name, none, option)).join('\n')}
${commands
  .flatMap(({ name: command, options, words }) => {
    const when = `__fish_seen_subcommand_from ${command}`;
    const own =
      words.length > 0 ? [`complete -c ${name} -n ${quoted(when)} -a ${quoted(words.join(' '))}`] : [];
    return [...own, ...options.map((option) => line(name, when, option))];
  })
  .join('\n')}
`;
}

function line(name: string, when: string, { flags, description, argument }: SpokenOption): string {
  const written = flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  const value =
    argument === 'none' ? '' : argument === 'path' ? ' -r -F' : ` -x -a ${quoted(argument.join(' '))}`;
  return `complete -c ${name} -n ${quoted(when)} ${written.join(' ')}${value} -d ${quoted(description)}`;
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
