import type { SpokenLine, SpokenOption } from './spoken-line.js';

const PATHS = 'compgen -f -- "$current"';
const among = (words: string) => `compgen -W "${words}" -- "$current"`;

/** A script for bash 4 or newer: `source <(render completion bash)`. */
export function bashScript({ name, options, commands }: SpokenLine): string {
  const flags = (list: readonly SpokenOption[]) => list.flatMap((option) => option.flags).join(' ');
  const all = new Map(
    [...options, ...commands.flatMap((command) => command.options)].map((option) => [
      option.flags[0],
      option,
    ]),
  );
  const values = [...all.values()].flatMap(({ flags, argument }) => {
    if (argument === 'none') return [];
    const answer = argument === 'path' ? PATHS : among(argument.join(' '));
    return [`    ${flags.join('|')}) mapfile -t COMPREPLY < <(${answer}); return ;;`];
  });
  return `# Completion of ${name} for bash: source <(${name} completion bash)
_${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" word command='' flags words=''
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
      ${commands.map((command) => command.name).join('|')}) command="$word"; break ;;
    esac
  done
  case "$before" in
${values.join('\n')}
  esac
  case "$command" in
${commands.map((command) => `    ${command.name}) flags="${flags(command.options)}" words="${command.words.join(' ')}" ;;`).join('\n')}
    *) flags="${flags(options)}" words="${commands.map((command) => command.name).join(' ')}" ;;
  esac
  if [[ "$current" == -* ]]; then
    mapfile -t COMPREPLY < <(${among('$flags')})
  else
    mapfile -t COMPREPLY < <(${PATHS}; ${among('$words')})
  fi
}
complete -o filenames -F _${name} ${name}
`;
}
