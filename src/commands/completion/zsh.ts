import type { SpokenLine, SpokenOption } from './spoken-line.js';

/** A script for zsh, as a file `_render` in one of the folders of $fpath, or for `source`. */
export function zshScript({ name, options, commands }: SpokenLine): string {
  const described = commands.map(
    (command) => `    ${quoted(`${escaped(command.name, ':')}:${command.description}`)}`,
  );
  const cases = commands.map(
    (command) =>
      `    ${command.name}) _arguments -s ${command.options.map(spec).join(' ')} ${quoted(rest(command.words))} ;;`,
  );
  return `#compdef ${name}
# Completion of ${name} for zsh: source <(${name} completion zsh)
_${name}_commands() {
  local -a commands=(
${described.join('\n')}
  )
  _describe command commands
}
_${name}() {
  local command
  for command in "\${words[@]:1:$((CURRENT - 2))}"; do
    case "$command" in
${cases.map((line) => `  ${line.replace(' ;;', '; return ;;')}`).join('\n')}
    esac
  done
  _arguments -s ${options.map(spec).join(' ')} '*: :{ _alternative "commands:command:_${name}_commands" "files:file:_files" }'
}
if [ "\${funcstack[1]}" = _${name} ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

/** One option as \`_arguments\` wants it: https://zsh.sourceforge.io/Doc/Release/Completion-System.html */
function spec({ flags, description, argument }: SpokenOption): string {
  const help = `[${escaped(description, '[]:')}]`;
  const value =
    argument === 'none' ? '' : argument === 'path' ? ':path:_files' : `:value:(${argument.join(' ')})`;
  const [only = ''] = flags;
  return flags.length > 1
    ? `${quoted(`(${flags.join(' ')})`)}{${flags.join(',')}}${quoted(`${help}${value}`)}`
    : quoted(`${only}${help}${value}`);
}

/** What is no option: words of the command's own, or files. */
const rest = (words: readonly string[]): string =>
  words.length > 0
    ? `*: :{ _alternative "words:word:(${words.join(' ')})" "files:file:_files" }`
    : '*:file:_files';

const escaped = (text: string, signs: string): string =>
  [...text].map((sign) => (sign === '\\' || signs.includes(sign) ? `\\${sign}` : sign)).join('');
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
