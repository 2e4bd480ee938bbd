import { run } from '../../src/cli.js';
import type { Screen, Terminal } from '../../src/commands/terminal.js';
import { columnsOf } from '../../src/writers/columns.js';

// A terminal in front of a person: what stands on it line by line, and all that stood on its last line for a while.

export interface Watched {
  terminal: Terminal & { screen: Screen };
  /** The lines that stand there now, results of stdout among them. */
  lines(): string[];
  /** What was written over. */
  passed(): string[];
}

const START = '\r';
/** What stands behind the cursor on its line. */
const ERASE = '\x1b[K';

/** Fails where a line that is to be written over is too wide for that. */
export function watchedScreen(columns: number): Watched {
  const lines: string[] = [];
  const passed: string[] = [];
  let last = '';
  const write = (text: string) => {
    const line = text.slice(START.length, -ERASE.length);
    if (text !== `${START}${line}${ERASE}` || /\p{Cc}/u.test(line))
      throw new Error(`not a line and nothing else: ${JSON.stringify(text)}`);
    if (columnsOf(line) >= columns) throw new Error(`too wide: ${line}`);
    if (line !== last && last !== '') passed.push(last);
    last = line;
  };
  // What is written at the end of a line that stands there makes one of the two.
  const say = (line: string) => {
    lines.push(...`${last}${line}`.split('\n'));
    last = '';
  };
  return {
    terminal: { out: say, err: say, colour: false, screen: { write, columns: () => columns } },
    lines: () => (last === '' ? lines : [...lines, last]),
    passed: () => passed,
  };
}

export async function renderOn({ terminal }: Watched, ...argv: string[]): Promise<number> {
  return run(argv, terminal, process.env);
}
