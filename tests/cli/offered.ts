import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { render } from './command.js';

// What a real shell offers when Tab is pressed at the end of a line that begins with `render`.

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

const run = promisify(execFile);

export const isInstalled = (shell: Shell): Promise<boolean> =>
  run(shell, ['-c', 'true']).then(
    () => true,
    () => false,
  );

/** Sorted; `folder` is one for files of our own, outside the one that is completed in. */
export async function offered(shell: Shell, line: string, folder: string): Promise<string[]> {
  const script = join(folder, `completion.${shell}`);
  await writeFile(script, (await render('completion', shell)).out);
  const { stdout } = await run(shell, ['-c', PRESS_TAB[shell], shell, script, line, folder]);
  const words = stdout.split('\n').map((found) => found.split('\t')[0] ?? '');
  // Some shells repeat the option in front of its value, some mark folders.
  const bare = words.map((word) => word.replace(/^--[^=]*=/, '').replace(/\/$/, ''));
  return [...new Set(bare.filter((word) => word !== ''))].sort();
}

const PRESS_TAB: Record<Shell, string> = {
  // As readline does it: `=` is a word of its own.
  bash: `source "$1"
    read -ra COMP_WORDS <<<"\${2//=/ = }"
    [[ "$2" == *' ' ]] && COMP_WORDS+=('')
    COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _render; printf '%s\\n' "\${COMPREPLY[@]}"`,
  fish: 'source $argv[2]; complete -C $argv[3]',
  // Completion runs only in its line editor, on a terminal: what is handed to \`compadd\` and fits is noted.
  zsh: `zmodload zsh/zpty; notes="$3/notes"; : >"$notes"
    zpty z zsh -f -i
    zpty -w z "PS1=; autoload -Uz compinit; compinit -u -D; source '$1'; notes='$notes'"
    zpty -w z 'compadd() {
      [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]] && { builtin compadd "$@"; return }
      local -a fit
      builtin compadd -A fit "$@"
      (( $#fit )) && print -rl -- \${IPREFIX}\${^fit} >>"$notes"
      builtin compadd "$@"
    }'
    zpty -w z 'tab() { zle list-choices; print end >>"$notes"; exit }; zle -N tab; bindkey "^T" tab; print READY'
    zpty -r z seen '*READY*READY*'
    zpty -w -n z "$2"$'\\C-t'
    zpty -r z seen
    until grep -qx end "$notes"; do sleep 0.02; done
    grep -vx end "$notes" || true`,
};
