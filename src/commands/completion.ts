import type { Command } from 'commander';
import { UsageError } from '../errors.js';
import { REPORT_STYLES } from '../source/report.js';
import { suggest } from '../source/suggest.js';
import { PAPERS } from '../theme/paper.js';
import { listThemes } from '../theme/read.js';
import { FORMATS } from '../writers/formats.js';
import { bashScript } from './completion/bash.js';
import { fishScript } from './completion/fish.js';
import { spokenLine } from './completion/spoken-line.js';
import { zshScript } from './completion/zsh.js';
import { SHAPE_NAMES } from './shapes.js';
import type { Terminal } from './terminal.js';

const SHELLS = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** `render completion <shell>`: prints a script that completes the command line. Throws UsageError for other shells. */
export async function completion(shell: string, program: Command, terminal: Terminal): Promise<number> {
  const known = Object.keys(SHELLS);
  if (!Object.hasOwn(SHELLS, shell)) {
    const near = suggest(shell, known);
    throw new UsageError(
      `there is no completion for the shell \`${shell}\``,
      near ? `did you mean \`${near}\`?` : `shells: ${known.join(', ')}`,
    );
  }
  const themes = await listThemes();
  const theme = { words: themes, path: true };
  const values = {
    '--theme <names>': { words: [...themes, 'all'], list: true, path: true },
    '--theme <name>': theme,
    '--from <theme>': theme,
    '<theme>': theme,
    '--format <list>': { words: FORMATS, list: true },
    '--paper <size>': { words: Object.keys(PAPERS) },
    '--report <style>': { words: REPORT_STYLES },
    '--shape <name>': { words: SHAPE_NAMES },
    '<shell>': { words: known },
  };
  terminal.out(SHELLS[shell as keyof typeof SHELLS](spokenLine(program, values)).trimEnd());
  return 0;
}
