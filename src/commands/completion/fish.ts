import {
  everyCommand,
  flagsWithValue,
  type Reached,
  type SpokenCommand,
  type SpokenOption,
  type Values,
} from './spoken-line.js';

/** A script for fish, as ~/.config/fish/completions/render.fish or for `source`. */
export function fishScript(program: SpokenCommand): string {
  const { name } = program;
  const all = everyCommand(program);
  return `# Completion of ${name} for fish: ${name} completion fish | source
# Whether this is the command being typed; and, where it says first, nothing stands after its name yet.
function __${name}_at -a wanted first
  set -l command ''
  set -l skip ''
  set -l operand ''
  for word in (commandline -opc)[2..-1]
    if test -n "$skip"
      set skip ''
      continue
    end
    switch $word
      case ${flagsWithValue(program).join(' ')}
        set skip yes
      case '-*'
      case '*'
        set -l longer (string trim -- "$command $word")
        if not contains -- $longer ${all
          .slice(1)
          .map(({ way }) => quoted(way))
          .join(' ')}
          set operand yes
          break
        end
        set command $longer
    end
  end
  test "$command" = "$wanted"; and test -z "$first" -o -z "$operand"
end
# Of a list, the last item is completed. Folders are offered where a path is begun.
function __${name}_offer -a kind paths
  set -l typed (commandline -ct | string replace -r '^--[^=]*=' '')
  set -l given ''
  test $kind = list; and set given (string replace -r '[^,]*$' '' -- $typed)
  set -l item (string sub -s (math (string length -- $given) + 1) -- $typed)
  printf '%s\\n' $given$argv[3..-1]
  if test $paths = paths; and string match -qr '^\\.|/' -- $item
    printf "$given%s\\n" (__fish_complete_directories $item '')
  end
end
${all.flatMap((reached) => linesOf(name, reached)).join('\n')}
`;
}

function linesOf(name: string, { way, command }: Reached): string[] {
  const { commands, operand, options } = command;
  const at = `complete -c ${name} -n ${quoted(`__${name}_at "${way}"`)}`;
  const first = `complete -c ${name} -n ${quoted(`__${name}_at "${way}" first`)}`;
  const isFile = operand?.path && operand.words.length === 0;
  return [
    ...(isFile ? [] : [`${at} -f${operand ? offered(name, operand) : ''}`]),
    ...commands.map((one) => `${first} -a ${one.name} -d ${quoted(one.description)}`),
    ...options.map((option) => `${at} ${spec(name, option)}`),
  ];
}

function spec(name: string, { flags, description, value }: SpokenOption): string {
  const written = flags.map((flag) =>
    flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
  );
  const isFile = value?.path && value.words.length === 0;
  const after = value === undefined ? '' : isFile ? ' -r -F' : ` -x${offered(name, value)}`;
  return `${written.join(' ')}${after} -d ${quoted(description)}`;
}

function offered(name: string, { words, list, path }: Values): string {
  if (words.length === 0) return '';
  const kind = `${list ? 'list' : 'one'} ${path ? 'paths' : 'words'}`;
  return ` -a ${quoted(`(__${name}_offer ${kind} ${words.join(' ')})`)}`;
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
