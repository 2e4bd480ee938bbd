import {
  everyCommand,
  type Reached,
  type SpokenCommand,
  type SpokenOption,
  type Values,
} from './spoken-line.js';

/** A script for zsh, as a file `_render` in one of the folders of $fpath, or for `source`. */
export function zshScript(program: SpokenCommand): string {
  const { name } = program;
  return `#compdef ${name}
# Completion of ${name} for zsh: source <(${name} completion zsh)
# Of a list, the last item is completed. Folders are offered where a path is begun.
_${name}_offer() {
  local kind="$1" paths="$2"
  shift 2
  if [[ "$paths" == paths && "$PREFIX" == *[./]* ]]; then
    [[ "$kind" == list ]] && compset -P '*,'
    _files -/
  elif [[ "$kind" == list ]]; then _values -s , value "$@"
  else _values value "$@"
  fi
}
${everyCommand(program)
  .map((reached) => functionOf(name, reached))
  .join('\n')}
if [ "\${funcstack[1]}" = _${name} ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

/** Completes a command's own line, and hands over to the command it names, if it names one. */
function functionOf(program: string, { way, command }: Reached): string {
  const { commands, options, operand } = command;
  const own = `_${[program, ...way.split(' ')].filter((word) => word !== '').join('_')}`;
  const specs = options.map((option) => spec(program, option)).join(' ');
  const rest = operand ? ` ${quoted(`*:${actionOf(program, operand)}`)}` : '';
  const alone = `_arguments -s -S ${specs}${rest}`;
  if (commands.length === 0) return `${own}() {\n  ${alone}\n}`;
  const described = commands.map((one) => quoted(`${escaped(one.name, ':')}:${one.description}`)).join(' ');
  return `${own}_commands() {
  local -a commands=(${described})
  _describe command commands
}
${own}() {
  local curcontext="$curcontext" state
  local -a line
  _arguments -s -S -C ${specs} '(-)1: :->first' '(-)*:: :->rest' && return
  case "$state" in
    first) ${operand ? `_alternative 'commands:command:${own}_commands' 'files:file:_files'` : `${own}_commands`} ;;
    rest)
      case "$line[1]" in
${commands.map((one) => `        ${one.name}) ${own}_${one.name} ;;`).join('\n')}
        *) ${operand ? alone : ':'} ;;
      esac ;;
  esac
}`;
}

/** One option as `_arguments` wants it: https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
function spec(program: string, { flags, description, value }: SpokenOption): string {
  const help = `[${escaped(description, '[]:')}]${value ? `:${actionOf(program, value)}` : ''}`;
  // `=` and `+`: the value may be part of the same word.
  const written = flags.map((flag) => (value ? `${flag}${flag.startsWith('--') ? '=' : '+'}` : flag));
  const [only = ''] = written;
  return flags.length > 1
    ? `${quoted(`(${flags.join(' ')})`)}{${written.join(',')}}${quoted(help)}`
    : quoted(`${only}${help}`);
}

/** A message and what completes it. */
function actionOf(program: string, { words, list, path }: Values): string {
  if (words.length === 0) return path ? 'path:_files' : 'value: ';
  const kind = `${list ? 'list' : 'one'} ${path ? 'paths' : 'words'}`;
  return `value:{ _${program}_offer ${kind} ${words.join(' ')} }`;
}

const escaped = (text: string, signs: string): string =>
  [...text].map((sign) => (sign === '\\' || signs.includes(sign) ? `\\${sign}` : sign)).join('');
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
