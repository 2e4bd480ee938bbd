import { everyCommand, flagsWithValue, type SpokenCommand, type Values } from './spoken-line.js';

/** A script for bash 4 or newer: `source <(render completion bash)`. */
export function bashScript(program: SpokenCommand): string {
  const { name } = program;
  const all = everyCommand(program);
  const offer = ({ words, list, path }: Values): string =>
    `_${name}_offer ${list ? 'list' : 'one'} ${path ? 'paths' : 'words'} "${words.join(' ')}"`;
  const values = all.flatMap(({ way, command }) =>
    command.options.flatMap(({ flags, value }) =>
      value ? [`    ${flags.map((flag) => `'${way}:${flag}'`).join('|')}) ${offer(value)}; return ;;`] : [],
    ),
  );
  const commands = all.map(({ way, command }) => {
    const flags = command.options.flatMap((option) => option.flags).join(' ');
    const names = command.commands.map((one) => one.name).join(' ');
    return `    '${way}') flags="${flags}" names="${names}"; ${command.operand ? offer(command.operand) : ':'} ;;`;
  });
  return `# Completion of ${name} for bash: source <(${name} completion bash)
# Of a list, the last item is completed. Paths are offered where no word fits.
_${name}_offer() {
  local item="$current"
  [[ "$1" == list ]] && item="\${current##*,}" && compopt -o nospace 2>/dev/null
  local given="\${current%"$item"}"
  mapfile -t COMPREPLY < <(compgen -P "$given" -W "$3" -- "$item")
  [[ "$2" == paths && \${#COMPREPLY[@]} -eq 0 ]] && mapfile -t COMPREPLY < <(compgen -P "$given" -f -- "$item")
}
_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  local word skip='' command='' operand='' flags='' names='' own
  COMPREPLY=()
  # What is written --paper=a4 comes as three words.
  if [[ "$current" == '=' ]]; then current=''; elif [[ "$before" == '=' ]]; then before="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    if [[ "$word" == '=' ]]; then skip=1; continue; fi
    if [[ -n "$skip" ]]; then skip=''; continue; fi
    case "$word" in
      ${flagsWithValue(program).join('|')}) skip=1 ;;
      -*) ;;
      *)
        case "\${command:+$command }$word" in
          ${all
            .slice(1)
            .map(({ way }) => `'${way}'`)
            .join('|')}) command="\${command:+$command }$word" ;;
          *) operand=1; break ;;
        esac ;;
    esac
  done
  case "$command:$before" in
${values.join('\n')}
  esac
  case "$command" in
${commands.join('\n')}
  esac
  if [[ "$current" == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$current")
  elif [[ -z "$operand" ]]; then
    mapfile -t own < <(compgen -W "$names" -- "$current")
    COMPREPLY+=("\${own[@]}")
  fi
}
complete -o filenames -F _${name} ${name}
`;
}
